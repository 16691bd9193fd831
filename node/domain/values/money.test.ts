import fc from 'fast-check'
import {
  allocate,
  atLeastZero,
  cents,
  decimalText,
  isCents,
  parseDecimal,
  subtract,
  sum,
} from './money'

const MOST = Number.MAX_SAFE_INTEGER

const amounts = fc.integer({ min: -MOST, max: MOST }).map(cents)

describe('money is a whole number of cents', () => {
  it.each([0, 1, -1, MOST, -MOST])('%j is', (value) => expect(cents(value)).toBe(value))

  it.each([1.5, NaN, Infinity, MOST + 1])('%j is not', (value) => {
    expect(isCents(value)).toBe(false)
    expect(() => cents(value)).toThrow(RangeError)
  })

  it.each(['1', null, undefined, true, 1n])('%p is no number at all', (value) =>
    expect(isCents(value)).toBe(false)
  )

  it('and zero has no sign, which JSON and Object.is would tell', () =>
    expect(Object.is(cents(-0), 0)).toBe(true))
})

describe('sums', () => {
  it('are exact up to the end of the range', () =>
    fc.assert(
      fc.property(fc.array(amounts), (values) => {
        const exact = values.reduce((left, value) => left + BigInt(value), 0n)
        const wanted = exact > MOST ? MOST : exact < -MOST ? -MOST : Number(exact)
        expect(sum(values)).toBe(wanted)
      })
    ))

  it('stop at the end of the range, on both sides', () => {
    expect(sum([cents(MOST), cents(1)])).toBe(MOST)
    expect(subtract(cents(-MOST), cents(1))).toBe(-MOST)
  })

  it.each([
    [-1, 0],
    [0, 0],
    [1, 1],
  ])('%d is at least zero as %d', (value, wanted) => expect(atLeastZero(cents(value))).toBe(wanted))
})

describe('decimal text', () => {
  it.each([
    ['119.96', 11996],
    ['7', 700],
    ['7.', 700],
    ['7.5', 750],
    ['+7.05', 705],
    ['-0.5', -50],
    [' 1.00 ', 100],
    ['0.004', 0],
    ['0.005', 1],
    ['0.0049', 0],
    ['-0.005', -1],
    ['90071992547409.91', MOST],
  ])('%j is %d cents', (text, wanted) => expect(parseDecimal(text)).toBe(wanted))

  it.each(['', '.5', '1,5', '1e2', 'x1', '1x', '--1', '90071992547409.92', '1 0'])(
    '%j is none',
    (text) => expect(parseDecimal(text)).toBeNull()
  )

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [50, '0.50'],
    [11996, '119.96'],
    [-100, '-1.00'],
  ])('%d cents are written %s', (value, text) => expect(decimalText(cents(value))).toBe(text))

  it('is read as it is written', () =>
    fc.assert(
      fc.property(amounts, (value) => expect(parseDecimal(decimalText(value))).toBe(value))
    ))
})

describe('a total that is split over weights', () => {
  const split = (total: number, weights: number[]) => allocate(cents(total), weights)

  it('comes back to the cent, each part within a cent of its share', () =>
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(10_000), { minLength: 1 }), (total, weights) => {
        const parts = allocate(total, weights)
        expect(sum(parts)).toBe(total)
        const whole = BigInt(weights.reduce((a, b) => a + b, 0))
        parts.forEach((part, index) => {
          const off = BigInt(part) * whole - BigInt(total) * BigInt(weights[index])
          if (whole > 0n) expect((off < 0n ? -off : off) < whole).toBe(true)
        })
      })
    ))

  it.each([
    ['nothing to split over', 100, [], []],
    ['the cent left over to the largest rest', 10, [1, 1, 2], [3, 2, 5]],
    ['a later larger rest before an earlier smaller one', 1, [1, 2], [0, 1]],
    ['equal rests to the earlier part', 5, [1, 1], [3, 2]],
    ['two cents left over to the two largest rests', 11, [10, 16, 18, 16], [2, 3, 3, 3]],
    ['no weight at all to the first part', 100, [0, 0, 0], [100, 0, 0]],
    ['nothing to a part without weight', 100, [0, 1], [0, 100]],
    ['a negative weight as none', 100, [-5, 1], [0, 100]],
    ['a negative total as its opposite', -5, [1, 1], [-3, -2]],
    ['zero', 0, [1, 1], [0, 0]],
  ])('gives %s', (_, total, weights, wanted) => expect(split(total, weights)).toEqual(wanted))
})
