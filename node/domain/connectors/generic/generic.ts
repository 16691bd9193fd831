import { momentIn } from '../../parcel/localMoment'
import { PARCEL_STATES, type ParcelState } from '../../parcel/parcelState'
import { epochOf } from '../../values/instant'
import { isObject, listOf, objectOf, textOf, type Loose } from '../../values/loose'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { decodeCsv } from '../csv/csv'
import { messageReader, nothingIn, type SentEvent } from '../messageReader'
import { decodeOcoren } from '../ocoren/ocoren'
import { looksLikeOcoren } from '../ocoren/occurrences'

const NAME = 'generic'

/** Its codes are the canonical names themselves. */
const CODES: CodeTable = {
  source: 'docs/carriers.md',
  states: Object.fromEntries(PARCEL_STATES.map((state) => [state, state])),
}

const EXAMPLE = {
  parcels: [
    {
      trackingNumber: 'TEST000047110BR',
      invoiceKey: '35261111222333000181550010000047111123456787',
      invoice: { issuerId: '11222333000181', series: '1', number: '4711' },
      events: [
        {
          id: 'test-1',
          code: 'OUT_FOR_DELIVERY',
          date: '2026-11-09T08:30:00-03:00',
          description: 'Out for delivery',
          city: 'Campinas',
          state: 'SP',
        },
      ],
    },
  ],
}

/**
 * This app's own JSON, for ERPs, middleware and carriers that send what is asked of them; and the answer that carriers
 * give to VTEX's Shipping Network, which names parcels by their numbers; and a carrier's file. @source carriers §1.4
 */
export const generic: Connector = {
  name: NAME,
  title: 'Own integration (JSON)',
  authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'Events in the form of the Shipping Network have no codes: nothing but delivered and returned is read from them.',
  ],
}

function decode(body: unknown, options: DecodeOptions): Decoded {
  if (typeof body === 'string')
    return looksLikeOcoren(body)
      ? decodeOcoren(NAME, body, options)
      : decodeCsv(NAME, body, options)
  const message = objectOf(body)
  if (Array.isArray(message.parcels)) return ownForm(message.parcels, options)
  const isHub = Object.values(message).some((one) => Array.isArray(objectOf(one).events))
  return isHub ? hubForm(message, options) : { parcels: [], problems: [nothingIn(['parcels'])] }
}

function ownForm(parcels: readonly unknown[], options: DecodeOptions): Decoded {
  const reader = messageReader(NAME, CODES, options)
  if (parcels.length === 0) reader.tell(nothingIn(['parcels']))
  parcels.map(objectOf).forEach((parcel, position) => {
    const field = ['parcels', position]
    const invoice = objectOf(parcel.invoice)
    if (!Array.isArray(parcel.events)) reader.tell(nothingIn([...field, 'events']))
    reader.take({
      trackingNumber: parcel.trackingNumber,
      invoiceKey: parcel.invoiceKey,
      issuerId: invoice.issuerId,
      series: invoice.series,
      invoiceNumber: invoice.number,
      events: listOf(parcel.events).map((event, place) =>
        ownEvent(objectOf(event), [...field, 'events', place])
      ),
      field,
    })
  })
  return reader.decoded()
}

function ownEvent(event: Loose, field: SentEvent['field']): SentEvent {
  const given = textOf(event.code)
  // "in transit" and "in-transit" are one name; a store maps its own codes as it writes them.
  const name = given?.toUpperCase().replace(/[\s-]+/g, '_')
  return {
    id: event.id,
    codes: [given, name],
    date: event.date,
    descriptions: [event.description],
    city: event.city,
    region: event.state,
    pickupUntil: event.pickupUntil,
    field,
  }
}

/**
 * `{<number>: {events, isDelivered, deliveredDate, hasReturnedToSender}}`. What the flags say is said of one event; its
 * identity stays what it was before they were set.
 */
function hubForm(message: Loose, options: DecodeOptions): Decoded {
  const reader = messageReader(NAME, CODES, options)
  for (const [trackingNumber, parcel] of Object.entries(message)) {
    if (!isObject(parcel) || !Array.isArray(parcel.events)) continue
    const events = parcel.events.map(objectOf)
    const end = endOf(parcel)
    const marked = end && eventOfEnd(events, parcel.deliveredDate, options.timeZone)
    if (end && !marked) reader.tell(nothingIn([trackingNumber, 'events']))
    reader.take({
      trackingNumber,
      events: events.map((event, place) => ({
        codes: [],
        state: () => (end && event === marked ? end : 'UNKNOWN'),
        date: event.date,
        descriptions: [event.description],
        city: event.city,
        region: event.state,
        field: [trackingNumber, 'events', place],
      })),
      field: [trackingNumber],
    })
  }
  return reader.decoded()
}

function endOf({ isDelivered, hasReturnedToSender }: Loose): ParcelState | null {
  if (hasReturnedToSender === true) return 'RETURNED'
  return isDelivered === true ? 'DELIVERED' : null
}

/** The event of the delivery date, else the newest one; null where none has a date. */
function eventOfEnd(events: readonly Loose[], deliveredDate: unknown, zone: string): Loose | null {
  const end = momentIn(deliveredDate, zone)
  const dated = events.flatMap((event) => {
    const moment = momentIn(event.date, zone)
    return moment === null ? [] : [{ event, at: epochOf(moment) }]
  })
  const newest = [...dated].sort((a, b) => b.at - a.at)[0]
  return (dated.find(({ at }) => end !== null && at === epochOf(end)) ?? newest)?.event ?? null
}
