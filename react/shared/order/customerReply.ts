import { formatDay, formatMoment } from '../format/moment'
import { resolveZone } from '../format/zone'
import type { Order, Stage } from './orderTypes'

type Tongue = 'en' | 'pt' | 'es'

interface Sentences {
  hello: string
  waiting: (order: string) => string
  ready: (order: string) => string
  canceled: (order: string) => string
  shipped: (order: string, carrier: string | null) => string
  several: (order: string, count: number, delivered: number) => string
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
    waiting: (order) => `Your order ${order} is being prepared.`,
    ready: (order) => `Your order ${order} is packed and will be shipped soon.`,
    canceled: (order) => `Your order ${order} was canceled.`,
    several: (order, count, delivered) =>
      `Your order ${order} goes in ${count} parcels, ${delivered} of them delivered.`,
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
    waiting: (order) => `Seu pedido ${order} está em preparação.`,
    ready: (order) => `Seu pedido ${order} está embalado e será enviado em breve.`,
    canceled: (order) => `Seu pedido ${order} foi cancelado.`,
    several: (order, count, delivered) =>
      `Seu pedido ${order} vai em ${count} pacotes; entregues: ${delivered}.`,
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
    waiting: (order) => `Tu pedido ${order} está en preparación.`,
    ready: (order) => `Tu pedido ${order} está embalado y se enviará pronto.`,
    canceled: (order) => `Tu pedido ${order} fue cancelado.`,
    several: (order, count, delivered) =>
      `Tu pedido ${order} va en ${count} paquetes; entregados: ${delivered}.`,
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

/** Of a package, what a reply may tell. */
interface Shown {
  courier?: string | null
  trackingNumber?: string | null
  isDelivered: boolean
  deliveredDate?: string | null
  events: ReadonlyArray<{
    date?: string | null
    dateText?: string | null
    description: string
    city?: string | null
    state?: string | null
  }>
}

export interface ReplyParcel {
  parcel: Shown
  link?: string | null
}

export interface ReplyQuestion {
  order: Pick<Order, 'orderId' | 'stage' | 'timeZone' | 'estimatedDelivery' | 'customerName'> & {
    marketplace?: { orderId?: string | null } | null
    currency: { locale?: string | null }
    delivery?: { recipient?: string | null }
    deliveryChannel?: string | null
  }
  /** Of the sale; returns are no news for who waits. */
  parcels: readonly ReplyParcel[]
  /** The admin's: where the order names no language of its own. */
  language: string
  now?: number
}

function tongueOf(locale: string): Tongue {
  const start = locale.slice(0, 2).toLowerCase()

  return start === 'pt' || start === 'es' ? start : 'en'
}

/** Where the carrier writes down who took a parcel, a name or a document follows. */
const TAKEN_BY =
  /[\s,;.(-]*(?:(?:recebid|recibid|assinad|firmad|retirad)[oa] por|(?:received|signed(?: for)?|collected) by|(?:recebedor|receptor|receiver|recipient|nome|nombre|name)\s*:)[\s\S]*$/i
const DOCUMENT = /\d(?:[.\-/]?\d){6,}|\b(?:CPF|CNPJ|RG|DNI|RUT|RFC)\b/i

/** What the carrier wrote, as far as it names nobody: who reads the reply need not be who took the parcel. */
export function withoutPersons(
  text: string,
  names: ReadonlyArray<string | null | undefined>
): string {
  const said = text.replace(TAKEN_BY, '').trim()
  const words = said.toLowerCase().split(/[^\p{L}]+/u)
  const named = names
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const isNamed = named.some((word) => word.length > 2 && words.includes(word))

  return isNamed || DOCUMENT.test(said) ? '' : said
}

const isUnderWay = ({ parcel }: ReplyParcel) =>
  Boolean(parcel.trackingNumber) || parcel.isDelivered || parcel.events.length > 0

const MOST_PARCELS = 5

function standing(stage: Stage, isCollected: boolean): 'waiting' | 'ready' {
  return stage === 'TO_SHIP' && !isCollected ? 'ready' : 'waiting'
}

/**
 * What to tell the customer who asks where the order is: in the order's language, by the number that they know. It goes
 * through the clipboard into whichever window comes next, so it holds no name and no document.
 */
export function customerReply({
  order,
  parcels,
  language,
  now = Date.now(),
}: ReplyQuestion): string {
  const tongue = tongueOf(order.currency.locale || language)
  const say = SENTENCES[tongue]
  const context = { language: tongue, timeZone: resolveZone(order.timeZone).timeZone, now }
  const known = (order.marketplace && order.marketplace.orderId) || order.orderId
  const day = (at: string | null | undefined) => (at ? formatDay(at, context) : null)
  const lastOf = ({ events }: Shown) => {
    const [newest] = events

    if (!newest) return null
    const when = (newest.date && formatMoment(newest.date, context)) || newest.dateText
    const names = [order.customerName, order.delivery && order.delivery.recipient]
    const place = [newest.city, newest.state].filter(Boolean).join(' ')
    const said = [when, withoutPersons(newest.description, names), place].filter(Boolean)

    return said.length > 1 ? say.last(said.join(', ')) : null
  }

  if (order.stage === 'CANCELED') return `${say.hello}\n${say.canceled(known)}`
  const under = parcels.filter(isUnderWay)
  const open = under.filter(({ parcel }) => !parcel.isDelivered)
  const isOver = under.length > 0 && open.length === 0 && order.stage === 'DELIVERED'
  const [first] = under
  const told =
    under.length === 0
      ? [say[standing(order.stage, order.deliveryChannel === 'pickup-in-point')](known)]
      : under.length === 1
        ? [
            first.parcel.isDelivered
              ? say.delivered(known, day(first.parcel.deliveredDate))
              : say.shipped(known, first.parcel.courier || null),
            first.parcel.trackingNumber && say.number(first.parcel.trackingNumber),
            first.link && say.link(first.link),
            lastOf(first.parcel),
          ]
        : [
            say.several(known, under.length, under.length - open.length),
            ...open
              .slice(0, MOST_PARCELS)
              .map(({ parcel, link }) =>
                ['–', parcel.courier, parcel.trackingNumber, link].filter(Boolean).join(' ')
              ),
          ]
  const promise = !isOver && !(first && first.parcel.isDelivered && under.length === 1)

  return [
    say.hello,
    ...told,
    promise && order.estimatedDelivery && say.promise(day(order.estimatedDelivery) || ''),
  ]
    .filter(Boolean)
    .join('\n')
}
