import { isNoDate, parseInstant, type Instant } from '../domain/values/instant'

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/
const RFC1123 =
  /^(?:[A-Za-z]{3},?\s+)?(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A moment in any form that OMS, its writers or carriers leave in an order: ISO 8601 with offset (.NET's seven
 * decimals, `-0300`) or without (then UTC), a date alone (its first moment, UTC), `yyyy-mm-dd hh:mm[:ss]`, RFC 1123.
 * The offset is kept. Null for free text, days out of the calendar, and .NET's year 1, which means "none".
 * @source oms §1.4, §2.4
 */
export function readInstant(value: unknown): Instant | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  const instant = parseInstant(isoText(text) ?? rfcText(text))
  return instant === null || isNoDate(instant) ? null : instant
}

/** The first of the values that is a moment. */
export function firstInstant(...values: readonly unknown[]): Instant | null {
  for (const value of values) {
    const instant = readInstant(value)
    if (instant !== null) return instant
  }
  return null
}

function isoText(text: string): string | null {
  const match = ISO.exec(text)
  if (!match) return null
  const [, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match
  const decimals = fraction ? `.${fraction.slice(0, 9)}` : ''
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${decimals}${offset(zone)}`
}

function rfcText(text: string): string | null {
  const match = RFC1123.exec(text)
  if (!match) return null
  const [, day, name, year, hour, minute, second = '00', zone] = match
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  if (month === 0) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${offset(zone)}`
}

function offset(zone: string | undefined): string {
  if (zone === undefined || /^(z|utc|gmt)$/i.test(zone)) return 'Z'
  return zone.length === 3 ? `${zone}:00` : zone
}
