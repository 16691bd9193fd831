import React from 'react'

import { Badge } from '../../../shared/components/Badge'
import { Card } from '../../../shared/components/Card'
import { aboutOf } from '../../../shared/order/orderSends'
import type { OrderSend } from '../../../shared/order/orderSends'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { useWords } from '../../../shared/words/useWords'

interface Props {
  send: OrderSend
  format: OrderFormat
}

/** An invoice that VTEX has taken, or may have, and does not show yet: as it was sent. */
export function PendingPackage({ send, format }: Props) {
  const words = useWords()
  const { units, amount } = aboutOf(send)
  const isUnknown = send.state === 'unknown'

  return (
    <Card
      id={`pending-${send.id}`}
      title={
        <span className="it-tabular">
          {words(send.object.kind === 'return' ? 'order.return-title' : 'order.invoice-title', {
            number: send.object.number,
          })}
        </span>
      }
      aside={
        <span className="it-package__head">
          {amount != null && <span className="it-tabular nowrap">{format.money(amount)}</span>}
          <Badge tone={isUnknown ? 'look' : 'open'}>
            {words(isUnknown ? 'order.parcel-unknown' : 'order.parcel-applying')}
          </Badge>
        </span>
      }
    >
      <p className="ma0 t-small">
        {units ? words('order.items-in', { units }) : words('order.items-none')}
      </p>
    </Card>
  )
}
