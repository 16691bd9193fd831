import type { JournalEvent } from '../../domain/journal/event'
import type { Instant } from '../../domain/values/instant'
import { instantAt } from '../../domain/values/instant'
import { MOST_LAG_MS } from '../../domain/journal/waiting'
import { Fault, isFault } from '../../domain/problem/fault'
import { faultProblem } from '../../domain/problem/faultProblem'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import { enterDecided, enterNow, type EventsNow } from '../journalEntries'
import { CONFIRMED_FOR_MS, LEFT_FOR_SEND_MS, MOST_WRITINGS } from '../limits'
import type { HeldClaim, Journal, Ports } from '../ports'
import type { Call } from './step'

/**
 * READY: it is written down, and the order is still ours. CHANGED: somebody has written the journal since it was decided
 * on, and nothing was written now. NOT_SENT: it may be written, or may yet be, and nothing may go out. Either the order is
 * not ours any more, or waiting took so long that the write would not end within the time that a call has, or VBase does
 * not say what became of it. Whoever hears it takes back what may be written before he says that nothing came of it.
 */
export type WrittenDown =
  | { readonly result: 'READY'; readonly sentAt: Instant }
  | { readonly result: 'CHANGED' }
  | { readonly result: 'NOT_SENT'; readonly problem: Problem; readonly at: Instant }

/** What is written down for a send that goes out at this moment. */
type EventsAt = (sentAt: Instant) => readonly JournalEvent[]

/**
 * What has to be true right before a write goes out: it is written into the very journal that was decided on, and the
 * order is still ours. The two go side by side; where the writing down took long, the claim is read once more, and the
 * moment of the send is written anew: it is what everybody's waiting counts from.
 * @errors Fault where the journal cannot be read or surely was not written, or there is no time left for a write: then
 * nothing may go out, and nothing is left to take back
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
  const notSent = (why?: Fault): WrittenDown => {
    const at = instantAt(ports.clock.now())
    const problemOf = why
      ? faultProblem(why, 'OMSViewer')
      : problem('IN_PROGRESS', { facts: { since: at } })
    return { at, result: 'NOT_SENT', problem: problemOf }
  }
  const [isHeld, written] = await Promise.all([
    claim.confirm(),
    orFault(enterDecided(ports, orderId, decidedOn, stamped(eventsAt))),
  ])
  if (written === null) return { result: 'CHANGED' }
  if (isFault(written)) {
    if (written.kind === 'unknown') return notSent(written)
    throw written
  }
  if (!isHeld || isTooLate()) return notSent()
  const ready = (): WrittenDown => ({ result: 'READY', sentAt: instantAt(stampedAt) })
  if (ports.clock.now() - startedAt < CONFIRMED_FOR_MS) return ready()
  for (let writing = 1; writing < MOST_WRITINGS; writing += 1) {
    if (isTooLate() || !(await claim.confirm()) || isTooLate()) return notSent()
    if (ports.clock.now() - stampedAt < MOST_LAG_MS) return ready()
    const moved = await orFault(enterNow(ports, orderId, stamped(again)))
    if (isFault(moved)) return notSent(moved)
  }
  return notSent()
}

/** A failure of VBase as a value: what was written before it has to be taken back. */
function orFault<T>(writing: Promise<T>): Promise<T | Fault> {
  return writing.catch((error: unknown) => {
    if (isFault(error)) return error
    throw error
  })
}
