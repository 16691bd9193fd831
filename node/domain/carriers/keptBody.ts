import type { ParcelReport } from '../parcel/parcelReport'

const DATE =
  /^(?:\d{4}-\d\d-\d\d|\d\d\/\d\d\/\d{4}|\d\d-\d\d-\d{4})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/
const KEY = /^[\w.$ -]{1,60}$/
/** A document or a telephone number has more digits. */
const SMALL = 100_000
const LONGEST_KEPT = 200
const MOST_ENTRIES = 300
const DEEPEST = 12
const MOST_OF_A_LIST = 100

/**
 * A body as it may be kept for support: its shape, and of its values only those that say nothing of a person, which are
 * the dates, small numbers, yes and no, and what the decoder has read out of it, by then without names and documents.
 * Of everything else the kind is kept. Of a text that is no JSON only its length.
 */
export function keptBody(body: unknown, parcels: readonly ParcelReport[]): unknown {
  const read = new Set(parcels.flatMap(textsOf))
  let entries = 0
  const kept = (value: unknown, depth: number): unknown => {
    entries += 1
    if (entries > MOST_ENTRIES || depth > DEEPEST) return '[more]'
    if (value === null || typeof value === 'boolean') return value
    if (typeof value === 'number') return isPlainNumber(value, read) ? value : '[number]'
    if (typeof value === 'string') return isPlainText(value, read) ? value : '[text]'
    if (Array.isArray(value))
      return value.slice(0, MOST_OF_A_LIST).map((one) => kept(one, depth + 1))
    return Object.fromEntries(
      Object.entries(value as object).map(([key, one]) => [
        KEY.test(key) ? key : '[key]',
        kept(one, depth + 1),
      ])
    )
  }
  return typeof body === 'string' ? `[text of ${body.length} characters]` : kept(body, 0)
}

function textsOf({ parcelId, trackingNumber, invoiceKey, events }: ParcelReport): string[] {
  const told = events.flatMap(({ id, code, description, city, region }) => [
    id,
    code,
    description,
    city,
    region,
  ])
  return [parcelId, trackingNumber, invoiceKey, ...told].filter((text) => text !== null)
}

function isPlainText(text: string, read: ReadonlySet<string>): boolean {
  return text.length <= LONGEST_KEPT && (DATE.test(text) || read.has(text))
}

function isPlainNumber(value: number, read: ReadonlySet<string>): boolean {
  const isMoment = Number.isSafeInteger(value) && value > 1.4e12 && value < 2.2e12
  return Math.abs(value) < SMALL || isMoment || read.has(String(value))
}
