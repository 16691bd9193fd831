import type { Package, TrackingStatusInput } from './orderTypes'
import type { TrackingChange } from '../tracking/trackingDraft'

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
  events: ReadonlyArray<{ date?: string | null; description: string }>
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

function hasEvent(parcel: Shown, event: { date: string; description: string }): boolean {
  return parcel.events.some(
    (held) =>
      held.description === event.description &&
      held.date != null &&
      Date.parse(held.date) === Date.parse(event.date)
  )
}

/** True once the order shows what was sent. */
export function hasArrived(packages: readonly Shown[], awaited: Awaited): boolean {
  const parcel = packages.find(
    (one) =>
      one.invoiceNumber === awaited.invoiceNumber &&
      one.type === (awaited.operation === 'NOTIFY_INVOICE' ? awaited.type : 'OUTPUT')
  )

  if (!parcel) return false
  if (awaited.operation === 'NOTIFY_INVOICE') {
    return parcel.isApplied && parcel.version !== awaited.replacedVersion
  }
  if (awaited.operation === 'UPDATE_TRACKING_STATUS') {
    return (
      parcel.isDelivered === awaited.status.isDelivered &&
      (awaited.status.events ?? []).every((event) => hasEvent(parcel, event))
    )
  }
  const { trackingNumber, courier, trackingUrl } = awaited.change

  return (
    (trackingNumber === undefined || parcel.trackingNumber === trackingNumber) &&
    (courier === undefined || parcel.courier === courier) &&
    (trackingUrl === undefined || parcel.trackingUrl === trackingUrl)
  )
}
