import { DateTime, IANAZone } from 'luxon'
import { isNoDate, parseInstant, type Instant } from '../values/instant'

const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?/.source
/** 2026-11-09T13:52:09.117, 2026-11-09 13:52 */
const YEAR_FIRST = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:[Tt ]+${CLOCK})?$`)
/** 09/11/2026 13:52: days first, as all of Latin America writes. */
const DAY_FIRST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:[Tt ,]+${CLOCK})?$`)

/**
 * A moment as carriers write it: with its offset, which is kept, or by the clock of a zone, which then gives the offset.
 * A day alone is its first moment. An hour that a clock skips counts from before the change, one that it shows twice is
 * the earlier. Null for everything else.
 * @source carriers §0.5, §1
 */
export function momentIn(value: unknown, zone: string): Instant | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  const instant = parseInstant(text) ?? localMoment(text, zone)
  return instant === null || isNoDate(instant) ? null : instant
}

function localMoment(text: string, name: string): Instant | null {
  // Remembered by luxon: to ask the runtime about a zone takes longer than all that is left to do, in each row of a file.
  const zone = IANAZone.create(name)
  if (!zone.isValid) return null
  const yearFirst = YEAR_FIRST.exec(text)
  const match = yearFirst ?? DAY_FIRST.exec(text)
  if (!match) return null
  const numbers = match.slice(1, 7).map((part) => Number(part ?? 0))
  const [first, month, third, hour, minute, second] = numbers
  const [year, day] = yearFirst ? [first, third] : [third, first]
  const millisecond = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const local = DateTime.fromObject(
    { year, month, day, hour, minute, second, millisecond },
    { zone }
  )
  if (!local.isValid) return null
  const [earliest = local] = local.getPossibleOffsets()
  return parseInstant(earliest.toISO({ suppressMilliseconds: true }))
}

/** Epoch milliseconds as a moment of a zone; null for what cannot be one. */
export function epochIn(value: unknown, zone: string): Instant | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const local = DateTime.fromMillis(value, { zone })
  if (!local.isValid) return null
  const instant = parseInstant(local.toISO({ suppressMilliseconds: true }))
  return instant === null || isNoDate(instant) ? null : instant
}

/** @shape yyyy-MM-dd: the day of a moment in a zone. @unit epoch milliseconds */
export function dayIn(ms: number, zone: string): string {
  return DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd')
}
