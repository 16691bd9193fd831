import { momentOfId } from '../../domain/values/momentId'
import { wakeAsked } from './asking/wake'
import { nudge, nudgeForgotten } from './nudge'
import type { LanePorts, MessagePlace } from './ports'
import { Shift } from './shift'

/** Between two tries of what OMS or VBase did not answer. */
const REST_MS = 8_000
/** Long enough for an unanswered send to be sent again. Afterwards the next event or look tries. */
const MOST_AGAIN = 20
/** A lane is quiet once nothing has come for so long: what comes in one burst goes out as one. */
const QUIET_MS = 1_000
/** Then what has come is worked off, quiet or not. */
const LONGEST_GATHERING_MS = 30_000
/** Of one handler's time. */
const GATHERING_MS = 8_000

export interface LaneCall {
  readonly lane: number
  /** How often this lane was tried before, for what failed. */
  readonly again: number
  readonly isRested: boolean
}

/**
 * Works off the messages that lie in one lane: some seconds of it, then a nudge for the next handler. The event may have
 * come twice, late or out of order: whoever does not get the lane has nothing to do, for whoever has it looks once more
 * after giving it back.
 */
export async function workLane(
  ports: LanePorts,
  { lane, again, isRested }: LaneCall
): Promise<void> {
  if (again > 0 && !isRested) {
    await ports.clock.sleep(REST_MS)
    return nudge(ports, { lane, again, isRested: true })
  }
  const seen = new Set<string>()
  const held = await ports.claims.hold(claimOf(lane), 0, async () => {
    if (!(await gathered(ports, lane))) return 'more'
    return new Shift(ports, lane, seen).work()
  })
  if (!held.held) return
  const left = await ports.messages.list('inbox', lane)
  if (held.value === 'more' || left.some(({ id }) => !seen.has(id))) await nudge(ports, { lane })
  else if (left.length > 0 && again < MOST_AGAIN) await nudge(ports, { lane, again: again + 1 })
  await nudgeForgotten(ports)
  await wakeAsked(ports)
}

/** Waits until nothing more comes, for a while; false where it still does. */
async function gathered({ messages, clock }: LanePorts, lane: number): Promise<boolean> {
  const until = clock.now() + GATHERING_MS
  for (;;) {
    const places = await messages.list('inbox', lane)
    const moments = places.map(({ id }: MessagePlace) => momentOfId(id))
    const now = clock.now()
    const quietFor = now - Math.max(0, ...moments)
    const longest = now - Math.min(now, ...moments)
    if (quietFor >= QUIET_MS || longest >= LONGEST_GATHERING_MS) return true
    if (now >= until) return false
    await clock.sleep(QUIET_MS - quietFor)
  }
}

/** No order id: the claim under which one handler works a lane off. */
function claimOf(lane: number): string {
  return `carriers' messages, lane ${lane}`
}
