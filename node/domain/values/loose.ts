// Answers of OMS break OMS's own schema in some fifty ways, mostly null, empty or absent where it says object or text
// (oms §2.9), and carriers write as they like. These read what is there and say null for everything else; none throws.

export type Loose = Readonly<Record<string, unknown>>

const NOTHING: Loose = Object.freeze({})

/** The value as an object; an empty one for anything else, arrays included. */
export function objectOf(value: unknown): Loose {
  return isObject(value) ? value : NOTHING
}

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text without space around it, a number as its digits; null where nothing is left. */
export function textOf(value: unknown): string | null {
  if (Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  return value.trim() === '' ? null : value.trim()
}

/** Text exactly as stored, spaces included; null where it is no text or blank. */
export function exactTextOf(value: unknown): string | null {
  if (typeof value === 'number') return textOf(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** True and false, also as text in any letter case; null for the rest. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.trim().toLowerCase() : null
  return text === 'true' ? true : text === 'false' ? false : null
}

/** No count of an order gets there; one that claims to would fail the whole answer, because GraphQL's Int ends there. */
const MOST = 2 ** 31 - 1

/** A whole number of zero or more, also from digits in a text or a float such as 2.0. */
export function countOf(value: unknown): number | null {
  const number = numberOf(value)
  return number !== null && Number.isInteger(number) && number >= 0 && number <= MOST
    ? number
    : null
}

/** A finite number, also from plain decimal text. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
