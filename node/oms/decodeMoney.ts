import { cents, isCents, parseDecimal, type Cents } from '../domain/values/money'

/** What is left of a whole number that was a float on its way: 1999.9999 is 2000, and 24.99 no number of cents. */
const FLOAT_RESIDUE = 0.001

/**
 * Cents as OMS writes them: a whole number, or its digits as text (requests are stored as they came).
 * Null for fractions, other text and what is out of range.
 * @unit cents @source oms §0, §1.4
 */
export function readCents(value: unknown): Cents | null {
  const isText = typeof value === 'string' && /^\s*-?\d{1,16}(\.\d+)?\s*$/.test(value)
  const number = isText ? Number(value) : value
  if (typeof number !== 'number') return null
  const whole = Math.round(number)
  return isCents(whole) && Math.abs(number - whole) <= FLOAT_RESIDUE ? cents(whole) : null
}

/**
 * A decimal in currency units to cents by its digits, half up: -80.98 → -8098.
 * Only `priceTags[].rawValue` is written so (oms §0).
 */
export function readUnits(value: unknown): Cents | null {
  const text = decimalText(value)
  return text === null ? null : parseDecimal(text)
}

/**
 * amount × each factor, rounded half up once at the end, exact in between: 0.1 × 3 has no residue here.
 * Null where a factor is no plain number or the product is out of range.
 */
export function multiply(amount: Cents, factors: readonly number[]): Cents | null {
  let digits = BigInt(amount)
  let decimals = 0
  for (const factor of factors) {
    const match = /^(-?\d+)(?:\.(\d+))?$/.exec(decimalText(factor) ?? '')
    if (!match) return null
    const [, whole, fraction = ''] = match
    digits *= BigInt(`${whole}${fraction}`)
    decimals += fraction.length
  }
  const scale = 10n ** BigInt(decimals)
  const magnitude = digits < 0n ? -digits : digits
  const rounded = Number((magnitude * 2n + scale) / (scale * 2n))
  const signed = digits < 0n ? -rounded : rounded
  return isCents(signed) ? cents(signed) : null
}

/** The sum; null where it leaves the range that money can have. */
export function addUp(values: readonly Cents[]): Cents | null {
  const total = values.reduce((left, value) => left + BigInt(value), 0n)
  return isCents(Number(total)) ? cents(Number(total)) : null
}

/** A JSON number's own digits; an exponent is written out where it only says "nearly nothing". */
function decimalText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const text = String(value)
  if (!text.includes('e')) return text
  return text.includes('e-') ? value.toFixed(20) : null
}
