import { instantAt } from '../../domain/values/instant'
import type { TrackingIntent } from '../../domain/journal/intent'
import type { Order } from '../../domain/order/order'
import type { OutgoingEvent, OutgoingTrackingStatus } from '../../domain/package/outgoing'
import { isDelivered } from '../../domain/standing/stage'
import { newEvents, showsEvents } from '../../domain/package/trackingEvents'
import { showsStatus } from '../../domain/tracking/trackingStatus'
import type { JournalEvent } from '../../domain/journal/event'
import type { ActivityEntry } from '../../domain/journal/journal'
import { isPast } from '../../domain/journal/waiting'
import { packageOf } from '../../domain/package/packageOf'
import { enterOrLog } from '../journalEntries'
import type { HeldClaim, Ports } from '../ports'
import { readUntilShown } from './readBack'
import { sendOnce } from './sending'
import type { Call } from './step'

export interface SettledTracking {
  readonly order: Order
  /** True where the package shows every event and the delivery that it has to. */
  readonly isSettled: boolean
  /** Filled where all that is missing is still on its way from an earlier call, which sent it. */
  readonly onTheirWay?: readonly OutgoingEvent[]
  /** Where something went out here and was not shown after: whether OMS is known to have taken it. */
  readonly unseen?: 'TAKEN' | 'UNANSWERED'
}

/** Missing events, and whether shown ones have vanished. Null where the package shows all it has to. */
export function missingFrom(
  order: Order,
  intent: TrackingIntent
): { readonly status: OutgoingTrackingStatus; readonly hasVanished: boolean } | null {
  const stored = packageOf(order, intent.invoiceNumber)
  if (stored === null || showsStatus(stored, intent)) return null
  const missing = newEvents(intent.events, stored.courierStatus?.events ?? [])
  const hasVanished = newEvents(missing, intent.fresh).length > 0
  const { isDelivered: delivered, deliveredDate, events, isReplacing } = intent
  return {
    hasVanished,
    status: {
      isDelivered: delivered,
      deliveredDate,
      events: hasVanished || isReplacing ? events : missing,
    },
  }
}

/**
 * Sends what a package still has to show, the whole list where shown events vanished, and reads until it is there.
 * Twice at most: the first time may be what tells that this OMS replaces the list. What may only be on its way is left
 * to come: OMS need not apply in the order in which it was asked.
 */
export async function settleTracking(
  ports: Ports,
  { orderId }: Call,
  claim: HeldClaim,
  intent: TrackingIntent,
  order: Order,
  deadline: number,
  /** Of a send that is no call's own. */
  entry?: ActivityEntry
): Promise<SettledTracking> {
  let seen = order
  let open = intent
  for (let round = 1; ; round += 1) {
    const missing = missingFrom(seen, open)
    if (missing === null) return { order: seen, isSettled: true }
    if (round > 2) return { order: seen, isSettled: false }
    const { status, hasVanished } = missing
    if (!hasVanished && status.events.length > 0 && !isPast(open, ports.clock.now()))
      return { order: seen, isSettled: false, onTheirWay: status.events }
    // Whoever holds the order by now puts it back too: together it would be there twice.
    if (!(await claim.confirm())) return { order: seen, isSettled: false }
    const before = open
    open = {
      ...open,
      sentAt: instantAt(ports.clock.now()),
      endedAt: undefined,
      fresh: status.events,
      isReplacing: hasVanished || (open.isReplacing ?? false),
    }
    // Written down before it goes out: nobody sends the same again before it had its time to show.
    const again: JournalEvent = { entry, happened: 'STATUS_SENT_AGAIN', intent: open }
    if (!(await isWritten(ports, orderId, open, again))) return { order: seen, isSettled: false }
    const sent = await sendOnce(ports, 'ShippingAction', () =>
      ports.orders.updateTrackingStatus(orderId, intent.invoiceNumber, status)
    )
    if (sent.result === 'FAILED') {
      // Nothing is on its way after all: whoever comes next may try at once.
      await isWritten(ports, orderId, before, { happened: 'STATUS_LEFT', intent: before })
      return { order: seen, isSettled: false }
    }
    const back = await readUntilShown(ports, orderId, deadline, (read) =>
      shows(read, intent, status)
    )
    seen = back.order ?? seen
    if (!back.isShown) {
      const isSure = sent.result === 'TAKEN' && back.order !== null
      return { order: seen, isSettled: false, unseen: isSure ? 'TAKEN' : 'UNANSWERED' }
    }
    open = { ...open, fresh: [] }
  }
}

/**
 * Without the journal nothing goes out: what is owed stays written there as it was, for the next call. Nor where the
 * intent is not in it any more: then somebody else has taken it up.
 */
async function isWritten(
  ports: Ports,
  orderId: string,
  { id }: TrackingIntent,
  event: JournalEvent
): Promise<boolean> {
  const written = await enterOrLog(ports, { orderId, name: 'UpdateTrackingStatus' }, [event])
  return (written?.tracking ?? []).some((one) => one.id === id)
}

function shows(order: Order, intent: TrackingIntent, status: OutgoingTrackingStatus): boolean {
  const stored = packageOf(order, intent.invoiceNumber)
  return (
    stored !== null &&
    isDelivered(stored) === status.isDelivered &&
    showsEvents(stored.courierStatus?.events ?? [], status.events)
  )
}
