import React from 'react'

import { Card } from '../../../shared/components/Card'
import { ShareBar } from '../../../shared/components/ShareBar'
import type { Order } from '../../../shared/order/orderTypes'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { useWords } from '../../../shared/words/useWords'
import { countsUnanswered } from '../sending/unsettled'

const KNOWN: Record<string, string> = {
  items: 'order.total-items',
  discounts: 'order.total-discounts',
  shipping: 'order.total-shipping',
  tax: 'order.total-tax',
  change: 'order.total-change',
}

interface Props {
  order: Order
  format: OrderFormat
}

/** What the order is worth, what is invoiced of it, what remains. */
export function OrderSums({ order, format }: Props) {
  const words = useWords()
  const totals = order.totals.filter((total) => total.value !== 0)
  const row = (key: string, label: string, cents: number, isStrong = false) => (
    <div key={key} className={`it-sums__row${isStrong ? ' it-sums__row--strong' : ''}`}>
      <dt>{label}</dt>
      <dd className="it-tabular nowrap">{format.money(cents)}</dd>
    </div>
  )

  return (
    <Card id="sums" title={words('order.sums')}>
      <dl className="it-sums t-small">
        {totals.map((total, place) => {
          const known = KNOWN[total.id.toLowerCase()]

          return row(
            `${total.id}-${place}`,
            known ? words(known) : total.name || total.id,
            total.value
          )
        })}
        {row('order', words('order.sum-order'), order.value, true)}
        {row('invoiced', words('order.sum-invoiced'), order.invoicedValue)}
        {order.refundedValue > 0 &&
          row('refunded', words('order.sum-refunded'), -order.refundedValue)}
        {/* Of a canceled order nothing is left to invoice, whatever its value leaves over. */}
        {order.stage !== 'CANCELED' &&
          row('remains', words('order.sum-remains'), order.remainingValue, true)}
      </dl>
      <ShareBar label="" before={order.invoicedValue} now={0} total={order.value} height={4} />
      {countsUnanswered(order) && (
        <p className="mb0 mt4 t-small">{words('order.counts-unanswered')}</p>
      )}
      {order.currency.isAssumed && (
        <p className="mb0 mt4 t-small">
          {words('order.currency-assumed', { currency: order.currency.code })}
        </p>
      )}
    </Card>
  )
}
