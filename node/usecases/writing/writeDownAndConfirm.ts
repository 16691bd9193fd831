import { CONFIRMED_FOR_MS } from '../limits'
import type { HeldClaim, Journal, Ports } from '../ports'

/**
 * What has to be true right before a write goes out: it is written down, and the order is still ours. The two go side by
 * side; where the writing down took long, the claim is read once more.
 * @errors Fault where the journal cannot be written: then nothing may go out
 */
export async function writeDownAndConfirm(
  ports: Ports,
  claim: HeldClaim,
  orderId: string,
  change: (journal: Journal) => Journal
): Promise<boolean> {
  const startedAt = ports.clock.now()
  const [isHeld] = await Promise.all([claim.confirm(), ports.journals.update(orderId, change)])
  if (!isHeld || ports.clock.now() - startedAt < CONFIRMED_FOR_MS) return isHeld
  return claim.confirm()
}
