import type { TrackingIntent } from '../domain/intent'
import type { Order } from '../domain/order'
import type { OutgoingTrackingStatus } from '../domain/outgoing'
import { newEvents } from '../domain/trackingEvents'
import { showsStatus } from '../domain/trackingStatus'
import { packageOf } from './journalEntries'
import type { Ports } from './ports'
import { readUntilShown } from './readBack'
import { sendOnce } from './sending'
import type { Flow } from './writeOrder'

export interface SettledTracking {
  readonly order: Order
  /** True where the package shows every event and the delivery that it has to. */
  readonly isSettled: boolean
}

/**
 * What still has to be sent so that a package shows all it has to: the missing events, or all of them where older ones
 * vanished, which says that this OMS replaces the list (oms §1.3). Null where nothing is missing.
 */
export function stillMissing(order: Order, intent: TrackingIntent): OutgoingTrackingStatus | null {
  const stored = packageOf(order, intent.invoiceNumber)
  if (stored === null || showsStatus(stored, intent)) return null
  const missing = newEvents(intent.events, stored.courierStatus?.events ?? [])
  const vanished = newEvents(missing, intent.fresh).length > 0
  const { isDelivered, deliveredDate } = intent
  return { isDelivered, deliveredDate, events: vanished ? intent.events : missing }
}

/** Sends again what vanished from a package, once, and reads until it shows. */
export async function settleTracking(
  ports: Ports,
  { orderId }: Flow,
  intent: TrackingIntent,
  order: Order,
  deadline: number
): Promise<SettledTracking> {
  const missing = stillMissing(order, intent)
  if (missing === null) return { order, isSettled: true }
  const sent = await sendOnce('ShippingAction', () =>
    ports.orders.updateTrackingStatus(orderId, intent.invoiceNumber, missing)
  )
  if (sent.result === 'FAILED') return { order, isSettled: false }
  const isShown = (read: Order): boolean => stillMissing(read, intent) === null
  const back = await readUntilShown(ports, orderId, deadline, isShown)
  return { order: back.order ?? order, isSettled: back.isShown }
}
