declare const centsBrand: unique symbol

/**
 * Money in hundredths of the order's currency, a whole number within ±(2^53 − 1).
 * VTEX sends value × 100 for every currency, those without decimals too (oms §0).
 */
export type Cents = number & { readonly [centsBrand]: true }

/** True for a whole JSON number that money can be. */
export function isCents(value: unknown): value is Cents {
  return Number.isSafeInteger(value)
}

/** @errors RangeError where the number is no whole number in range: callers check input with isCents first. */
export function cents(value: number): Cents {
  if (!isCents(value))
    throw new RangeError('money is a whole number of cents within the safe range')
  return value === 0 ? (0 as Cents) : value
}

export const ZERO = cents(0)

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

/** The sum; one beyond the range is the range's end: an order that claims so much must not fail as a whole. */
export function sum(values: readonly Cents[]): Cents {
  const total = values.reduce((left, value) => left + BigInt(value), 0n)
  return cents(Number(total > MOST ? MOST : total < -MOST ? -MOST : total))
}

/** The difference, within the range as `sum` is. */
export function subtract(from: Cents, value: Cents): Cents {
  return sum([from, cents(-value)])
}

/** The larger of the value and zero. */
export function atLeastZero(value: Cents): Cents {
  return cents(Math.max(0, value))
}

/**
 * Decimal text to cents by its digits: "119.96" → 11996, "7" → 700, "-0.5" → -50.
 * More than two decimals are rounded half up on the third. Null where the text is no plain decimal.
 */
export function parseDecimal(text: string): Cents | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole, fraction = ''] = match
  const digits = `${fraction}000`
  const magnitude = Number(`${whole}${digits.slice(0, 2)}`) + (digits[2] >= '5' ? 1 : 0)
  return Number.isSafeInteger(magnitude) ? cents(sign === '-' ? -magnitude : magnitude) : null
}

/**
 * Splits a total over weights by largest remainder, so that the parts sum to the total to the cent.
 * Equal remainders go to the earlier part. All weights zero: everything falls on the first part.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  const positive = weights.map((weight) => BigInt(Math.max(0, Math.round(weight))))
  const whole = positive.reduce((a, b) => a + b, 0n)
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : ZERO))
  const sign = total < 0 ? -1n : 1n
  const magnitude = BigInt(Math.abs(total))
  const shares = positive.map((weight) => ({
    floor: (magnitude * weight) / whole,
    rest: (magnitude * weight) % whole,
  }))
  let left = magnitude - shares.reduce((a, share) => a + share.floor, 0n)
  const byRest = [...shares].sort((a, b) => Number(b.rest - a.rest))
  for (const share of byRest) {
    if (left === 0n) break
    share.floor += 1n
    left -= 1n
  }
  return shares.map((share) => cents(Number(sign * share.floor)))
}

/** Cents as decimal text by their digits, for words and logs: 11996 → "119.96". */
export function decimalText(value: Cents): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
