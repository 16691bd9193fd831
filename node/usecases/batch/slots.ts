import {
  cut,
  DEFAULT_PACE,
  SLOTS_AT_ONCE,
  withSlots,
  type Slots as Granted,
} from '../../domain/batch/pace'
import { isFault } from '../../domain/problem/fault'
import type { Clock, Log } from '../ports'
import type { LedgerPort } from './ports'

/** A moment that lies so far back is not used: many of them at once would be a burst. */
const TOO_OLD_MS = 1_000
/** Between two calls where the ledger cannot be reached: slow enough for every lane to do so. */
const ALONE_MS = 500

/** Moments for reads of OMS, taken some at a time from the ledger that all lanes share. */
export class SlotTaker {
  private granted: Granted = { from: 0, every: 0, count: 0 }
  private used = 0
  private taking: Promise<void> | null = null

  constructor(
    private readonly ports: {
      readonly ledger: LedgerPort
      readonly clock: Clock
      readonly log: Log
    },
    private readonly pace: number = DEFAULT_PACE
  ) {}

  /** Resolves when a call may go out, by `until` at the latest; at once with false where that is too early. */
  async next(until = Infinity): Promise<boolean> {
    const { clock } = this.ports
    for (;;) {
      const at = this.first()
      if (at !== null && at > until) return false
      if (at !== null) {
        this.used += 1
        const wait = at - clock.now()
        if (wait > 0) await clock.sleep(wait)
        return true
      }
      this.taking ??= this.take().finally(() => (this.taking = null))
      await this.taking
    }
  }

  /** OMS refused a call for its rate: the pace is cut for everybody, and what is in hand here is dropped. */
  async refused(retryAfterSeconds: number | null): Promise<void> {
    const { ledger, clock, log } = this.ports
    this.used = this.granted.count
    const wait = retryAfterSeconds === null ? null : retryAfterSeconds * 1_000
    try {
      await ledger.change((found) => ({
        ledger: cut(found, clock.now(), wait, this.pace),
        value: undefined,
      }))
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'Batch', detail: `pace not cut: ${error.message}` })
    }
  }

  /** The first moment in hand that is not too old; null where there is none. */
  private first(): number | null {
    const { from, every, count } = this.granted
    const oldest = this.ports.clock.now() - TOO_OLD_MS
    for (; this.used < count; this.used += 1) {
      const at = from + this.used * every
      if (at >= oldest) return at
    }
    return null
  }

  private async take(): Promise<void> {
    const { ledger, clock, log } = this.ports
    try {
      this.granted = await ledger.change((found) => {
        const { ledger: next, slots } = withSlots(found, clock.now(), SLOTS_AT_ONCE, this.pace)
        return { ledger: next, value: slots }
      })
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'Batch', detail: `no slots: ${error.message}` })
      this.granted = { from: clock.now() + ALONE_MS, every: ALONE_MS, count: 2 }
    }
    this.used = 0
  }
}
