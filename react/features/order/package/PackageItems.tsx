import React, { useState } from 'react'

import { LinkButton } from '../../../shared/components/ActionButton'
import { useWords } from '../../../shared/words/useWords'
import type { Package } from '../../../shared/order/orderTypes'

const SHOWN = 3

/** What an invoice covers: units and names, folded over three lines. */
export function PackageItems({ parcel }: { parcel: Package }) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const units = parcel.items.reduce((total, item) => total + item.quantity, 0)
  const shown = isWhole ? parcel.items : parcel.items.slice(0, SHOWN)
  const more = parcel.items.length - shown.length

  if (parcel.items.length === 0) return <p className="ma0 t-small">{words('order.items-none')}</p>

  return (
    <div className="t-small">
      <p className="ma0">{words('order.items-in', { units })}</p>
      <ul className="it-package__items">
        {shown.map((item, place) => (
          <li key={`${item.itemIndex}-${place}`}>
            {words('order.item-line', {
              quantity: item.quantity,
              name: item.name || item.id || words('order.item-unknown'),
            })}
          </li>
        ))}
      </ul>
      {(more > 0 || isWhole) && parcel.items.length > SHOWN && (
        <LinkButton onClick={() => setWhole(!isWhole)}>
          {isWhole ? words('order.fold') : words('order.items-more', { count: more })}
        </LinkButton>
      )}
    </div>
  )
}
