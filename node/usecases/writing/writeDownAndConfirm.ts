import type { JournalEvent } from '../../domain/journal/event'
import type { Instant } from '../../domain/values/instant'
import { instantAt } from '../../domain/values/instant'
import { MOST_LAG_MS } from '../../domain/journal/waiting'
import { Fault } from '../../domain/problem/fault'
import { enterDecided, enterNow, type EventsNow } from '../journalEntries'
import { CONFIRMED_FOR_MS, LEFT_FOR_SEND_MS, MOST_WRITINGS } from '../limits'
import type { HeldClaim, Journal, Ports } from '../ports'
import type { Call } from './step'

/**
 * READY: it is written down, and the order is still ours. CHANGED: somebody has written the journal since it was decided
 * on, and nothing was written now. NOT_HELD: it may be written, and nothing may go out: the order is not ours any more,
 * or waiting took so long that the write would not end within the time that a call has.
 */
export type WrittenDown =
  | { readonly result: 'READY'; readonly sentAt: Instant }
  | { readonly result: 'CHANGED' }
  | { readonly result: 'NOT_HELD' }

/** What is written down for a send that goes out at this moment. */
type EventsAt = (sentAt: Instant) => readonly JournalEvent[]

/**
 * What has to be true right before a write goes out: it is written into the very journal that was decided on, and the
 * order is still ours. The two go side by side; where the writing down took long, the claim is read once more, and the
 * moment of the send is written anew: it is what everybody's waiting counts from.
 * @errors Fault where the journal cannot be written, or there is no time left for a write: then nothing may go out
 */
export async function writeDownAndConfirm(
  ports: Ports,
  claim: HeldClaim,
  { orderId }: Pick<Call, 'orderId'>,
  decidedOn: Journal,
  eventsAt: EventsAt,
  again: EventsAt
): Promise<WrittenDown> {
  const isTooLate = (): boolean => ports.answerBy - ports.clock.now() < LEFT_FOR_SEND_MS
  // Before anything is written that would have to be taken back.
  if (isTooLate())
    throw new Fault({ kind: 'unavailable', upstream: 'OMS', operation: 'Write', isOutOfTime: true })
  const startedAt = ports.clock.now()
  let stampedAt = startedAt
  // A journal may have to be created, or read again: the moment is that of the save that counts.
  const stamped =
    (events: EventsAt): EventsNow =>
    () => {
      stampedAt = ports.clock.now()
      return events(instantAt(stampedAt))
    }
  const [isHeld, written] = await Promise.all([
    claim.confirm(),
    enterDecided(ports, orderId, decidedOn, stamped(eventsAt)),
  ])
  if (written === null) return { result: 'CHANGED' }
  if (!isHeld || isTooLate()) return { result: 'NOT_HELD' }
  const ready = (): WrittenDown => ({ result: 'READY', sentAt: instantAt(stampedAt) })
  if (ports.clock.now() - startedAt < CONFIRMED_FOR_MS) return ready()
  for (let writing = 1; writing < MOST_WRITINGS; writing += 1) {
    if (isTooLate() || !(await claim.confirm()) || isTooLate()) return { result: 'NOT_HELD' }
    if (ports.clock.now() - stampedAt < MOST_LAG_MS) return ready()
    await enterNow(ports, orderId, stamped(again))
  }
  return { result: 'NOT_HELD' }
}
