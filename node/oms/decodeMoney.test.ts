import fc from 'fast-check'

import { cents } from '../domain/values/money'
import { addUp, multiply, readCents, readUnits } from './decodeMoney'

describe('readCents', () => {
  it.each([
    [2499, 2499],
    ['2499', 2499],
    ['2499.00', 2499],
    [-1043, -1043],
    [399950250000, 399950250000],
    [0, 0],
    [-0, 0],
    [1999.9999, 2000],
    ['1999.9999', 2000],
    [10999.999999999998, 11000],
    [-8098.0000000001, -8098],
  ])('reads %p', (value, expected) => expect(readCents(value)).toBe(expected))

  it.each([
    '24.99',
    24.99,
    1999.5,
    1999.99,
    0.3,
    '',
    'x',
    null,
    true,
    2 ** 53,
    '99999999999999999',
    NaN,
    '1e3',
  ])('says null to %p', (value) => expect(readCents(value)).toBeNull())
})

describe('readUnits', () => {
  it.each([
    [-80.98, -8098],
    [19.99, 1999],
    [0.1 + 0.2, 30],
    [1.005, 101],
    ['-5.0', -500],
    [1e-7, 0],
    [-12000, -1200000],
  ])('reads %p as cents', (value, expected) => expect(readUnits(value)).toBe(expected))

  it('agrees with the cents it was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (value) => {
        expect(readUnits(value / 100)).toBe(value === 0 ? 0 : value)
      })
    )
  })

  it.each([null, 'x', NaN, 1e300, {}])('says null to %p', (value) =>
    expect(readUnits(value)).toBeNull()
  )
})

describe('multiply', () => {
  it('rounds once, half up, and only at the end', () => {
    expect(multiply(cents(1199), [1, 0.5347])).toBe(641)
    expect(multiply(cents(1), [0.5])).toBe(1)
    expect(multiply(cents(-1), [0.5])).toBe(-1)
    expect(multiply(cents(10), [3, 0.1])).toBe(3)
    expect(multiply(cents(133330000000), [3, 1])).toBe(399990000000)
  })

  it('says null beyond the range of money', () => {
    expect(multiply(cents(Number.MAX_SAFE_INTEGER), [2])).toBeNull()
    expect(multiply(cents(5), [1e300])).toBeNull()
  })

  it('is whole-number multiplication for whole factors', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(10_000), (amount, factor) => {
        expect(multiply(cents(amount), [factor])).toBe(cents(amount * factor))
      })
    )
  })
})

describe('addUp', () => {
  it('adds, and says null beyond the range of money', () => {
    expect(addUp([cents(1), cents(-3)])).toBe(-2)
    expect(addUp([cents(Number.MAX_SAFE_INTEGER), cents(1)])).toBeNull()
  })
})
