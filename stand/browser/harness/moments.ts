import type { Moment } from './hand'

const DAY_MS = 86_400_000
/** São Paulo has had no summer time since 2019. */
const SAO_PAULO_MS = -3 * 3_600_000

/** Yesterday in São Paulo, at a time of day. @unit `now`: epoch milliseconds */
export function yesterdayAt(hour: number, minute: number, now = Date.now()): Moment {
  const day = new Date(now + SAO_PAULO_MS - DAY_MS)
  return {
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour,
    minute,
  }
}
