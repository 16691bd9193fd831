import { cut, withSlots, type Slots as Granted } from '../../domain/batch/pace'
import { isFault } from '../../domain/problem/fault'
import type { Clock, Log } from '../ports'
import type { LedgerPort } from './ports'

/** A moment that lies so far back is not used: many of them at once would be a burst. */
const TOO_OLD_MS = 1_000
/** Between two calls where the ledger or the pace cannot be read: slow enough for every lane to do so. */
const ALONE_MS = 500

/**
 * Moments that were taken and not used yet. Handlers of one account in one process follow each other and use up what the
 * one before has left; a process that dies takes a quarter of a second of the pace with it.
 */
export class SlotsInHand {
  granted: Granted = { from: 0, every: 0, count: 0 }
  /** @unit epoch milliseconds */
  takenAt = 0
  used = 0
  taking: Promise<void> | null = null
}

/** Moments for reads of OMS, taken some at a time from the ledger that all lanes share. */
export class SlotTaker {
  constructor(
    private readonly ports: {
      readonly ledger: LedgerPort
      readonly clock: Clock
      readonly log: Log
    },
    /** The pace that the store has set. @unit reads a minute @errors Fault */
    private readonly paceSet: () => Promise<number>,
    private readonly hand: SlotsInHand = new SlotsInHand()
  ) {}

  /** Resolves when a call may go out, by `until` at the latest; at once with false where that is too early. */
  async next(until = Infinity): Promise<boolean> {
    const { hand } = this
    const { clock } = this.ports
    for (;;) {
      const at = this.first()
      if (at !== null) {
        if (at > until) return false
        hand.used += 1
        const wait = at - clock.now()
        if (wait > 0) await clock.sleep(wait)
        return true
      }
      hand.taking ??= this.take().finally(() => (hand.taking = null))
      await hand.taking
    }
  }

  /** OMS refused a call for its rate: the pace is cut for everybody, and what is in hand here is dropped. */
  async refused(retryAfterSeconds: number | null): Promise<void> {
    const { ledger, clock, log } = this.ports
    this.hand.used = this.hand.granted.count
    const wait = (retryAfterSeconds ?? 0) * 1_000
    try {
      const pace = await this.paceSet()
      await ledger.change((found) => ({
        ledger: cut(found, clock.now(), wait, pace),
        value: undefined,
      }))
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'Batch', detail: `pace not cut: ${error.message}` })
    }
  }

  /** The first moment in hand that is not too old; null where there is none. */
  private first(): number | null {
    const { hand } = this
    const { from, every, count } = hand.granted
    const now = this.ports.clock.now()
    // The clock was set back: they may lie far ahead now.
    if (now < hand.takenAt) hand.used = count
    const oldest = now - TOO_OLD_MS
    for (; hand.used < count; hand.used += 1) {
      const at = from + hand.used * every
      if (at >= oldest) return at
    }
    return null
  }

  private async take(): Promise<void> {
    const { hand } = this
    const { ledger, clock, log } = this.ports
    try {
      const pace = await this.paceSet()
      hand.granted = await ledger.change((found) => {
        const { ledger: next, slots } = withSlots(found, clock.now(), pace)
        return { ledger: next, value: slots }
      })
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'Batch', detail: `no slots: ${error.message}` })
      hand.granted = { from: clock.now() + ALONE_MS, every: ALONE_MS, count: 2 }
    }
    hand.takenAt = clock.now()
    hand.used = 0
  }
}
