import fc from 'fast-check'
import { keyOf } from '../fiscal/fixtures/documents'
import { readSearch } from './search'

/** Each of the given signs or nothing, in its place. */
const joined = (parts: readonly string[], signs: readonly string[]) =>
  fc
    .tuple(...signs.map((sign) => fc.constantFrom('', sign)))
    .map((chosen) => parts.map((part, index) => part + (chosen[index] ?? '')).join(''))

describe('a customer’s document', () => {
  it('is looked for by its digits, however much of it is punctuated', () => {
    fc.assert(
      fc.property(joined(['529', '982', '247', '25'], ['.', '.', '-']), (typed) => {
        expect(readSearch(typed)?.texts[0]).toBe('52998224725')
      })
    )
    fc.assert(
      fc.property(joined(['11', '222', '333', '0001', '81'], ['.', '.', '/', '-']), (typed) => {
        expect(readSearch(typed)?.texts[0]).toBe('11222333000181')
      })
    )
    expect(readSearch('12.abc.345/01de-35')?.texts[0]).toBe('12ABC34501DE35')
  })

  it.each([
    '1529.982.247-25',
    '529.982.247-251',
    'x529.982.247-25',
    '111.222.333/0001-81',
    '11.222.333/0001-811',
    '1234567-01',
  ])('is not what only holds one: %s', (typed) => expect(readSearch(typed)?.texts[0]).toBe(typed))
})

it('a number within an access key loses the zeros before it, and no others', () => {
  const key = keyOf({ number: '100200300' })
  expect(readSearch(key)).toMatchObject({ texts: [], key, numbers: [key, '100200300'] })
  const short = keyOf({ number: '1001' })
  expect(readSearch(short)?.numbers).toEqual([short, '000001001', '1001'])
})
