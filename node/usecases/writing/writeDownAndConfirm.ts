import { CONFIRMED_FOR_MS } from '../limits'
import type { HeldClaim, Journal, Ports } from '../ports'

/**
 * READY: it is written down, and the order is still ours. CHANGED: somebody has written the journal since it was decided
 * on, and nothing was written now. NOT_HELD: it may be written, and the order is not ours any more.
 */
export type WrittenDown = 'READY' | 'CHANGED' | 'NOT_HELD'

/**
 * What has to be true right before a write goes out: it is written into the very journal that was decided on, and the
 * order is still ours. The two go side by side; where the writing down took long, the claim is read once more.
 * @errors Fault where the journal cannot be written: then nothing may go out
 */
export async function writeDownAndConfirm(
  ports: Ports,
  claim: HeldClaim,
  orderId: string,
  decidedOn: Journal,
  change: (journal: Journal) => Journal
): Promise<WrittenDown> {
  const startedAt = ports.clock.now()
  const [isHeld, written] = await Promise.all([
    claim.confirm(),
    ports.journals.updateDecided(orderId, decidedOn, change),
  ])
  if (written === null) return 'CHANGED'
  if (!isHeld) return 'NOT_HELD'
  if (ports.clock.now() - startedAt < CONFIRMED_FOR_MS) return 'READY'
  return (await claim.confirm()) ? 'READY' : 'NOT_HELD'
}
