declare const instantBrand: unique symbol

/** A moment as ISO 8601 text with an offset or Z, for example 2026-03-01T14:05:00-03:00. */
export type Instant = string & { readonly [instantBrand]: true }

/** As people and databases write it too: a blank for the T, an offset of hours alone. */
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([Zz]|[+-]\d{2}(?::?\d{2})?)$/

/**
 * Reads a moment that carries its offset. Null for anything else: no offset, out of the calendar.
 * The offset that the caller chose is kept, so that it goes out again.
 */
export function parseInstant(text: unknown): Instant | null {
  if (typeof text !== 'string') return null
  const match = PATTERN.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset] = match
  const monthDays = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > monthDays)
    return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const minutes = offset.slice(3).replace(':', '') || '00'
  const zone = offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${minutes}`
  if (zone !== 'Z' && (Number(zone.slice(1, 3)) > 14 || Number(zone.slice(4)) > 59)) return null
  const milliseconds = fraction ? `.${fraction.slice(0, 3).padEnd(3, '0')}` : ''
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${milliseconds}${zone}` as Instant
}

/** What stands where there is no date, above all .NET's year 1: such a moment says nothing. */
export function isNoDate(instant: Instant): boolean {
  return instant < '1900'
}

/** Milliseconds since 1970. */
export function epochOf(instant: Instant): number {
  return Date.parse(instant)
}

/** @shape epoch milliseconds → the moment in UTC. */
export function instantAt(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

/** Two moments are one where the clock says so, whatever their offsets. */
export function sameInstant(a: Instant | null, b: Instant | null): boolean {
  if (a === null || b === null) return a === b
  return epochOf(a) === epochOf(b)
}
