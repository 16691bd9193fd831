import React, { useState } from 'react'

import { LinkButton } from '../../../shared/components/ActionButton'
import { Card } from '../../../shared/components/Card'
import { TextField } from '../../../shared/components/TextField'
import type { Order, OrderItem } from '../../../shared/order/orderTypes'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { wantedUnits } from '../../../shared/order/wantedUnits'
import { useWords } from '../../../shared/words/useWords'
import { countsUnanswered } from '../sending/unsettled'
import { ItemPicture } from './ItemPicture'

const SHOWN = 20
const SEARCHABLE = 50

interface Props {
  order: Order
  format: OrderFormat
}

function matches(item: OrderItem, search: string): boolean {
  const text = search.trim().toLowerCase()

  return [item.name, item.id, item.refId, item.ean].some((part) =>
    (part || '').toLowerCase().includes(text)
  )
}

/** What was ordered, line by line, and how much of each line is invoiced. */
export function OrderItems({ order, format }: Props) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const [search, setSearch] = useState('')
  const found = search ? order.items.filter((item) => matches(item, search)) : order.items
  const shown = isWhole || search ? found : found.slice(0, SHOWN)

  return (
    <Card id="items" title={words('order.items-title')}>
      {countsUnanswered(order) && (
        <p className="mt0 mb3 t-small">{words('order.counts-unanswered')}</p>
      )}
      {order.items.length > SEARCHABLE && (
        <TextField
          id="items-search"
          type="search"
          width="short"
          label={words('order.items-search')}
          value={search}
          onChange={setSearch}
          hint={search ? words('order.items-found', { count: found.length }) : undefined}
        />
      )}
      <ul className="it-items t-small">
        {shown.map((item) => (
          <li key={item.itemIndex} className="it-items__line">
            <span className="it-items__name">
              <ItemPicture address={item.imageUrl} />
              {item.quantity} × {item.name}
              <span className="it-line__sku">
                {' · '}
                {words('order.sku', { id: item.id })}
                {item.isGift && ` · ${words('order.gift')}`}
              </span>
            </span>
            <span className="it-items__done it-tabular">
              {words(item.removedQuantity > 0 ? 'order.items-count-removed' : 'order.items-count', {
                invoiced: item.invoicedQuantity,
                quantity: wantedUnits([item]),
                removed: item.removedQuantity,
              })}
              {item.returnedQuantity > 0 && (
                <span className="db">
                  {words('order.items-returned', {
                    returned: item.returnedQuantity,
                    invoiced: item.invoicedQuantity,
                  })}
                </span>
              )}
            </span>
            <span className="it-items__value it-tabular nowrap">
              {format.money(item.lineValue)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <p className="ma0 t-small">
          <LinkButton onClick={() => setWhole(true)}>
            {words('order.items-all', { count: found.length })}
          </LinkButton>
        </p>
      )}
    </Card>
  )
}
