import fc from 'fast-check'
import { countOf, exactTextOf, flagOf, isObject, listOf, numberOf, objectOf, textOf } from './loose'

const MOST = 2_147_483_647

describe('what is read loosely', () => {
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of [
          objectOf,
          isObject,
          listOf,
          textOf,
          exactTextOf,
          flagOf,
          countOf,
          numberOf,
        ])
          expect(() => read(value)).not.toThrow()
      })
    )
  })

  it('is an object, and an empty one for anything else', () => {
    expect(objectOf({ a: 1 })).toEqual({ a: 1 })
    for (const value of [null, undefined, 'a', 7, [1]]) expect(objectOf(value)).toEqual({})
  })

  it('is a list, and an empty one for anything else', () => {
    expect(listOf([1, null])).toEqual([1, null])
    for (const value of [null, undefined, 'a', { length: 1 }]) expect(listOf(value)).toEqual([])
  })

  it.each<[unknown, string | null]>([
    [' a b ', 'a b'],
    ['', null],
    [' \n', null],
    [7, '7'],
    [1.5, '1.5'],
    [NaN, null],
    [Infinity, null],
    [true, null],
    [null, null],
    [['a'], null],
  ])('is a text: %j is %j', (value, text) => expect(textOf(value)).toBe(text))

  it.each<[unknown, string | null]>([
    [' a b ', ' a b '],
    ['', null],
    [' ', null],
    [7, '7'],
    [NaN, null],
    [null, null],
    [{}, null],
  ])('is a text to the letter: %j is %j', (value, text) => expect(exactTextOf(value)).toBe(text))

  it.each<[unknown, boolean | null]>([
    [true, true],
    [false, false],
    ['true', true],
    [' True ', true],
    ['FALSE', false],
    ['yes', null],
    ['', null],
    [1, null],
    [0, null],
    [null, null],
  ])('is yes or no: %j is %j', (value, flag) => expect(flagOf(value)).toBe(flag))

  it.each<[unknown, number | null]>([
    [7, 7],
    [-7.25, -7.25],
    [NaN, null],
    [Infinity, null],
    ['7', 7],
    [' -12.50\n', -12.5],
    ['1234567', 1_234_567],
    ['12.5.1', null],
    ['7 units', null],
    ['no 7', null],
    ['- 7', null],
    ['7.', null],
    ['.5', null],
    ['1e3', null],
    ['0x10', null],
    ['', null],
    ['9'.repeat(400), null],
    [true, null],
    [null, null],
    [[7], null],
  ])('is a number: %j is %j', (value, number) => expect(numberOf(value)).toBe(number))

  it.each<[unknown, number | null]>([
    [0, 0],
    ['0', 0],
    ['2.0', 2],
    [MOST, MOST],
    [MOST + 1, null],
    [-1, null],
    ['-1', null],
    [1.5, null],
    ['many', null],
    [null, null],
  ])('is a count: %j is %j', (value, count) => expect(countOf(value)).toBe(count))
})
