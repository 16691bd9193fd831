import type { Instant } from '../../domain/values/instant'
import { instantAt } from '../../domain/values/instant'
import { CONFIRMED_FOR_MS, MOST_LAG_MS, MOST_WRITINGS, SEND_BY_MS } from '../limits'
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

/**
 * What has to be true right before a write goes out: it is written into the very journal that was decided on, and the
 * order is still ours. The two go side by side; where the writing down took long, the claim is read once more, and the
 * moment of the send is written anew: it is what everybody's waiting counts from.
 * @errors Fault where the journal cannot be written: then nothing may go out
 */
export async function writeDownAndConfirm(
  ports: Ports,
  claim: HeldClaim,
  { orderId, startedAt: calledAt }: Call,
  decidedOn: Journal,
  changeAt: (sentAt: Instant) => (journal: Journal) => Journal,
  again: (sentAt: Instant) => (journal: Journal) => Journal
): Promise<WrittenDown> {
  let startedAt = ports.clock.now()
  let sentAt = instantAt(startedAt)
  const [isHeld, written] = await Promise.all([
    claim.confirm(),
    ports.journals.updateDecided(orderId, decidedOn, changeAt(sentAt)),
  ])
  if (written === null) return { result: 'CHANGED' }
  const isTooLate = (): boolean => ports.clock.now() - calledAt > SEND_BY_MS
  if (!isHeld || isTooLate()) return { result: 'NOT_HELD' }
  if (ports.clock.now() - startedAt < CONFIRMED_FOR_MS) return { result: 'READY', sentAt }
  for (let writing = 1; writing < MOST_WRITINGS; writing += 1) {
    if (!(await claim.confirm()) || isTooLate()) return { result: 'NOT_HELD' }
    if (ports.clock.now() - startedAt < MOST_LAG_MS) return { result: 'READY', sentAt }
    startedAt = ports.clock.now()
    sentAt = instantAt(startedAt)
    await ports.journals.update(orderId, again(sentAt))
  }
  return { result: 'NOT_HELD' }
}
