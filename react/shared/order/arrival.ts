import type { Package, TrackingStatusInput } from './orderTypes'
import { compactNumber } from '../tracking/carrier'
import type { TrackingChange } from '../tracking/trackingDraft'

interface TrackedEvent {
  date?: string | null
  description: string
  city?: string | null
  state?: string | null
}

type Shown = Pick<
  Package,
  | 'isApplied'
  | 'invoiceNumber'
  | 'version'
  | 'type'
  | 'trackingNumber'
  | 'courier'
  | 'trackingUrl'
  | 'isDelivered'
> & {
  events: ReadonlyArray<TrackedEvent>
}

/** What was sent, as far as a reading of the order can show it. */
export type Awaited =
  | {
      operation: 'NOTIFY_INVOICE'
      invoiceNumber: string
      type: 'OUTPUT' | 'INPUT'
      /** Of the content that is being replaced: as long as the order shows it, nothing has arrived. */
      replacedVersion?: string
    }
  | { operation: 'UPDATE_PARTIAL_INVOICE'; invoiceNumber: string; change: TrackingChange }
  | { operation: 'UPDATE_TRACKING_STATUS'; invoiceNumber: string; status: TrackingStatusInput }

/** As a text is read, whatever VTEX did to its spaces and accents. */
function asRead(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Events are one where moment, words and place are, as for the service: another place is another event. */
function isSameEvent(one: TrackedEvent, other: TrackedEvent): boolean {
  return (
    one.date != null &&
    other.date != null &&
    Date.parse(one.date) === Date.parse(other.date) &&
    asRead(one.description) === asRead(other.description) &&
    asRead(one.city) === asRead(other.city) &&
    asRead(one.state) === asRead(other.state)
  )
}

/** A field that was not sent shows nothing. */
function shows(held: string | null | undefined, sent: string | undefined): boolean {
  return sent === undefined || asRead(held) === asRead(sent)
}

/** True once the order shows what was sent. */
export function hasArrived(packages: readonly Shown[], awaited: Awaited): boolean {
  const parcel = packages.find(
    (one) =>
      one.invoiceNumber.trim() === awaited.invoiceNumber.trim() &&
      one.type === (awaited.operation === 'NOTIFY_INVOICE' ? awaited.type : 'OUTPUT')
  )

  if (!parcel) return false
  if (awaited.operation === 'NOTIFY_INVOICE') {
    return parcel.isApplied && parcel.version !== awaited.replacedVersion
  }
  if (awaited.operation === 'UPDATE_TRACKING_STATUS') {
    return (
      parcel.isDelivered === awaited.status.isDelivered &&
      (awaited.status.events ?? []).every((event) =>
        parcel.events.some((held) => isSameEvent(held, event))
      )
    )
  }
  const { trackingNumber, courier, trackingUrl } = awaited.change

  // The service stores a number without the blanks that group it.
  return (
    shows(
      compactNumber(parcel.trackingNumber ?? ''),
      trackingNumber && compactNumber(trackingNumber)
    ) &&
    shows(parcel.courier, courier) &&
    shows(parcel.trackingUrl, trackingUrl)
  )
}
