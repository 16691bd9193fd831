import { DateTime, IANAZone } from 'luxon'

import { parseInstant, type Instant } from '../values/instant'

/**
 * A moment as fiscal documents write it: with its offset; without one, or as a day alone (3.10 and older), by the
 * clock of the issuer's state; compact day and time (CF-e). Null for the rest, or where no zone is known.
 * A day alone is its first moment. @source oms §9
 */
export function readFiscalDate(text: string | null, zone: string | null): Instant | null {
  if (text === null) return null
  const withOffset = parseInstant(text)
  if (withOffset !== null) return withOffset
  // Remembered by luxon; to ask the runtime each time takes longer than all the rest.
  if (zone === null || !IANAZone.create(zone).isValid) return null
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  const local = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone })
  return local.isValid ? parseInstant(local.toISO({ suppressMilliseconds: true })) : null
}
