import type { MasterDataBehaviour } from './behaviour'

const MINUTE_MS = 60_000

/** Searches by parts of values, by endpoint: too many in a minute and the endpoint is closed to the whole account. */
export class WildcardLimit {
  private calls: number[] = []
  private closedUntil = 0

  count(now: number, { wildcardsPerMinute, wildcardBlockMs }: MasterDataBehaviour): void {
    this.calls = [...this.calls.filter((at) => at > now - MINUTE_MS), now]
    if (this.calls.length > wildcardsPerMinute) this.closedUntil = now + wildcardBlockMs
  }

  isClosed(now: number): boolean {
    return now < this.closedUntil
  }
}

/** Calls of one minute of the calendar. */
export class RateLimit {
  private minute = 0
  private calls = 0

  /** Counts a call; in how many seconds there is room again, null where there is now. */
  over(now: number, { ratePerMinute }: MasterDataBehaviour): number | null {
    if (ratePerMinute === 0) return null
    const minute = Math.floor(now / MINUTE_MS)
    if (minute !== this.minute) this.calls = 0
    this.minute = minute
    this.calls += 1
    return this.calls > ratePerMinute ? Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1_000) : null
  }
}
