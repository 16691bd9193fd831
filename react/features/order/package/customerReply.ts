import { formatDay, formatMoment } from '../../../shared/format/moment'
import { resolveZone } from '../../../shared/format/zone'
import type { Order, Package } from '../../../shared/order/orderTypes'

type Tongue = 'en' | 'pt' | 'es'

interface Sentences {
  hello: string
  shipped: (order: string, carrier: string | null) => string
  delivered: (order: string, date: string | null) => string
  number: (number: string) => string
  link: (link: string) => string
  last: (event: string) => string
  promise: (date: string) => string
}

/**
 * The customer's language is not the admin's, and the platform loads the texts of that one alone: what the customer reads
 * stands here in all three.
 */
const SENTENCES: Record<Tongue, Sentences> = {
  en: {
    hello: 'Hello!',
    shipped: (order, carrier) =>
      carrier
        ? `Your order ${order} was shipped with ${carrier}.`
        : `Your order ${order} was shipped.`,
    delivered: (order, date) =>
      date ? `Your order ${order} was delivered on ${date}.` : `Your order ${order} was delivered.`,
    number: (number) => `Tracking number: ${number}`,
    link: (link) => `Track it here: ${link}`,
    last: (event) => `Last update: ${event}`,
    promise: (date) => `Expected delivery: ${date}`,
  },
  pt: {
    hello: 'Olá!',
    shipped: (order, carrier) =>
      carrier
        ? `Seu pedido ${order} foi enviado pela transportadora ${carrier}.`
        : `Seu pedido ${order} foi enviado.`,
    delivered: (order, date) =>
      date ? `Seu pedido ${order} foi entregue em ${date}.` : `Seu pedido ${order} foi entregue.`,
    number: (number) => `Código de rastreio: ${number}`,
    link: (link) => `Acompanhe aqui: ${link}`,
    last: (event) => `Última atualização: ${event}`,
    promise: (date) => `Previsão de entrega: ${date}`,
  },
  es: {
    hello: '¡Hola!',
    shipped: (order, carrier) =>
      carrier
        ? `Tu pedido ${order} fue enviado por ${carrier}.`
        : `Tu pedido ${order} fue enviado.`,
    delivered: (order, date) =>
      date ? `Tu pedido ${order} fue entregado el ${date}.` : `Tu pedido ${order} fue entregado.`,
    number: (number) => `Número de seguimiento: ${number}`,
    link: (link) => `Síguelo aquí: ${link}`,
    last: (event) => `Última actualización: ${event}`,
    promise: (date) => `Entrega prometida: ${date}`,
  },
}

interface Question {
  order: Pick<Order, 'orderId' | 'marketplace' | 'currency' | 'timeZone' | 'estimatedDelivery'>
  parcel: Pick<Package, 'courier' | 'trackingNumber' | 'isDelivered' | 'deliveredDate' | 'events'>
  link: string | null
  /** The admin's: where the order names no language of its own. */
  language: string
  now?: number
}

function tongueOf(locale: string): Tongue {
  const start = locale.slice(0, 2).toLowerCase()

  return start === 'pt' || start === 'es' ? start : 'en'
}

/** What to tell the customer who asks where the order is: in the order's language, by the number that they know. */
export function customerReply({
  order,
  parcel,
  link,
  language,
  now = Date.now(),
}: Question): string {
  const locale = order.currency.locale || language
  const say = SENTENCES[tongueOf(locale)]
  const context = {
    language: tongueOf(locale),
    timeZone: resolveZone(order.timeZone).timeZone,
    now,
  }
  const known = order.marketplace?.orderId || order.orderId
  const [newest] = parcel.events
  const place = newest && [newest.city, newest.state].filter(Boolean).join(' ')
  const when = newest && ((newest.date && formatMoment(newest.date, context)) || newest.dateText)
  const event = newest && `${when}, ${[newest.description, place].filter(Boolean).join(', ')}`
  const delivered = parcel.deliveredDate ? formatDay(parcel.deliveredDate, context) : null
  const promise = order.estimatedDelivery ? formatDay(order.estimatedDelivery, context) : null

  return [
    say.hello,
    parcel.isDelivered
      ? say.delivered(known, delivered)
      : say.shipped(known, parcel.courier || null),
    parcel.trackingNumber && say.number(parcel.trackingNumber),
    link && say.link(link),
    event && say.last(event),
    !parcel.isDelivered && promise && say.promise(promise),
  ]
    .filter(Boolean)
    .join('\n')
}
