import React from 'react'

import { Card } from '../../../shared/components/Card'
import { daysLate } from '../../../shared/format/moment'
import type { Order } from '../../../shared/order/orderTypes'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'
import { vtexOrderHref } from '../../../shared/navigation/urls'
import { useWords } from '../../../shared/words/useWords'
import { isCollected } from '../orderModel'

interface Props {
  order: Order
  format: OrderFormat
}

/** Way of delivery, who gets it where, promise, dates, and the door to VTEX's own page. */
export function OrderDelivery({ order, format }: Props) {
  const words = useWords()
  const { estimatedDelivery, deliveryChannel, delivery, stage } = order
  const channel =
    deliveryChannel === 'delivery'
      ? words('order.channel-delivery')
      : isCollected(order)
        ? words('order.channel-pickup')
        : deliveryChannel
  const way = [channel, ...delivery.methods].filter(Boolean).join(' · ')
  const city = [delivery.city, delivery.state].filter(Boolean).join(' ')
  const place = [delivery.pickupPoint, city].filter(Boolean).join(', ')
  const isOpen = stage !== 'DELIVERED' && stage !== 'CANCELED'
  const late =
    estimatedDelivery && isOpen
      ? daysLate(estimatedDelivery, { timeZone: format.timeZone, now: Date.now() })
      : 0

  return (
    <Card id="delivery" title={words('order.delivery')}>
      <ul className="it-delivery t-small">
        {way && <li>{way}</li>}
        {delivery.recipient && (
          <li>{words('order.delivery-recipient', { recipient: delivery.recipient })}</li>
        )}
        {place && <li>{place}</li>}
        <li>
          {estimatedDelivery
            ? words('order.promised', { date: format.day(estimatedDelivery) })
            : words('order.no-promise')}
          {late > 0 && `, ${words('list.daysLate', { count: late })}`}
        </li>
        <li>{words('order.ordered-on', { date: format.moment(order.creationDate) })}</li>
        {order.invoicedDate && (
          <li>{words('order.invoiced-on', { date: format.moment(order.invoicedDate) })}</li>
        )}
        <li>
          <a className="it-link" href={vtexOrderHref(order.orderId)}>
            {words('order.open-in-vtex')}
          </a>
        </li>
      </ul>
    </Card>
  )
}
