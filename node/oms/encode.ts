import { epochOf, instantAt, type Instant } from '../domain/values/instant'
import type { Cents } from '../domain/values/money'
import type {
  ListQuery,
  OutgoingInvoice,
  OutgoingTracking,
  OutgoingTrackingStatus,
} from '../domain/package/outgoing'
import { withoutByteOrderMark } from '../domain/problem/texts'
import type {
  WireInteraction,
  WireInvoice,
  WireListQuery,
  WireTracking,
  WireTrackingStatus,
} from './wire'

/** The complete invoice; what it does not say is left out, but for the three that want an empty text. @source oms §1.1, §1.4 */
export function encodeInvoice(invoice: OutgoingInvoice): WireInvoice {
  return {
    type: invoice.type === 'INPUT' ? 'Input' : 'Output',
    issuanceDate: secondText(invoice.issuanceDate),
    invoiceNumber: invoice.invoiceNumber,
    invoiceValue: digits(invoice.invoiceValue),
    courier: invoice.courier ?? '',
    trackingNumber: invoice.trackingNumber ?? '',
    trackingUrl: invoice.trackingUrl ?? '',
    items: invoice.items.map(({ id, price, quantity, description }) => ({
      id,
      price,
      quantity,
      ...(description === null ? {} : { description }),
    })),
    ...given({
      invoiceKey: invoice.invoiceKey,
      invoiceUrl: invoice.invoiceUrl,
      embeddedInvoice: invoice.embeddedInvoice && withoutByteOrderMark(invoice.embeddedInvoice),
      dispatchedDate: invoice.dispatchedDate && secondText(invoice.dispatchedDate),
    }),
  }
}

/** The given keys and no others: a stored value sent again would overwrite somebody's newer one. @source oms §1.2 */
export function encodeTracking(tracking: OutgoingTracking): WireTracking {
  const { trackingNumber, trackingUrl, courier, dispatchedDate } = tracking
  // Every field of a tracking edit, whether it was given or not: one that is forgotten here does not compile.
  const wire: Record<keyof OutgoingTracking, string | null | undefined> = {
    trackingNumber,
    trackingUrl,
    courier,
    dispatchedDate: dispatchedDate && secondText(dispatchedDate),
  }
  return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined))
}

/** All three keys, null for a date that is not known, "" for a place that is not. @source oms §1.3, §1.4 */
export function encodeTrackingStatus(status: OutgoingTrackingStatus): WireTrackingStatus {
  return {
    isDelivered: status.isDelivered,
    deliveredDate: status.deliveredDate && minuteText(status.deliveredDate),
    events: status.events.map(({ city, state, description, date }) => ({
      city: city ?? '',
      state: state ?? '',
      description,
      // Milliseconds stay: an event is known again by its moment.
      date: withOffset(date),
    })),
  }
}

export function encodeInteraction(source: string, message: string): WireInteraction {
  return { source, message }
}

const TWO_YEARS_MS = 730 * 24 * 60 * 60 * 1000

/** OMS wants both ends of a range and spans two years at most. Full text search allows no plus sign. @source oms §4 */
export function encodeListQuery(query: ListQuery): WireListQuery {
  const { createdFrom: from, createdTo: to } = query
  const start = from ?? (to && instantAt(epochOf(to) - TWO_YEARS_MS))
  const end = to ?? (from && instantAt(epochOf(from) + TWO_YEARS_MS))
  const range = start && end && `creationDate:[${utc(start)} TO ${utc(end)}]`
  const text = query.search?.replace(/\+/g, ' ').trim()
  return {
    page: query.page,
    per_page: query.perPage,
    orderBy: 'creationDate,desc',
    ...given({
      f_status: query.statuses.length > 0 ? query.statuses.join(',') : null,
      q: text ? text : null,
      f_creationDate: range,
    }),
  }
}

/** Cents as digits: the reference says string, and a float such as 24.99 is read as nonsense. */
function digits(value: Cents): string {
  return String(value)
}

/** `YYYY-MM-DDThh:mm:ss±hh:mm`, in the offset it came with. */
function secondText(instant: Instant): string {
  return withOffset(instant).replace(/\.\d+/, '')
}

function withOffset(instant: Instant): string {
  return instant.endsWith('Z') ? `${instant.slice(0, -1)}+00:00` : instant
}

function minuteText(instant: Instant): string {
  return utc(instant).slice(0, 16).replace('T', ' ')
}

function utc(instant: Instant): string {
  return instantAt(epochOf(instant))
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }

function given<T extends Record<string, unknown>>(values: T): Given<T> {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined
  )
  return Object.fromEntries(entries) as Given<T>
}
