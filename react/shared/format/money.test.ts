import { formatMoney, moneySymbol, moneyText, readMoney } from './money'

const BRL = { code: 'BRL', decimalDigits: 2 }
const COP = { code: 'COP', decimalDigits: 0 }
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formatMoney', () => {
  test.each([
    [124990, BRL, 'pt-BR', 'R$ 1.249,90'],
    [124990, BRL, 'en-US', 'R$1,249.90'],
    [-4000, BRL, 'en-US', '-R$40.00'],
    [356000000000, COP, 'pt-BR', 'COP 3.560.000.000'],
    // Hundredths that are there are shown, though the currency has none: they are a remainder.
    [356000000001, COP, 'pt-BR', 'COP 3.560.000.000,01'],
    [0, COP, 'en-US', 'COP 0'],
  ])('%d cents of %p in %s read %s', (cents, currency, language, words) => {
    expect(spaced(formatMoney(cents, currency, language))).toBe(words)
  })

  test.each([
    [422730, 'es-MX', 'es', '$4,227.30'],
    [422730, 'es-MX', 'en-US', 'MX$4,227.30'],
    [422730, null, 'es', '4227,30 MXN'],
    [422730, 'es_MX!', 'es', '4227,30 MXN'],
  ])(
    '%d cents of an order in %s read by somebody in %s are %s',
    (cents, locale, language, words) => {
      const currency = { code: 'MXN', decimalDigits: 2, locale }
      expect(spaced(formatMoney(cents, currency, language))).toBe(words)
    }
  )

  test('what stands in a field is written as the amounts beside it', () => {
    const mexican = { code: 'MXN', decimalDigits: 2, locale: 'es-MX' }
    expect(moneyText(422730, mexican, 'es')).toBe('4227.30')
    expect(moneySymbol(mexican, 'es')).toBe('$')
  })

  test('a code that is no currency breaks nothing', () => {
    expect(formatMoney(100, { code: 'R$', decimalDigits: 2 }, 'en-US')).toContain('1.00')
  })
})

describe('readMoney', () => {
  test.each([
    ['1249.9', 124990],
    ['1.249,90', 124990],
    ['1,249.90', 124990],
    ['1.249', 124900],
    ['1,249', 124900],
    ['R$ 10', 1000],
    ["1'234'567.8", 123456780],
    ['12,3', 1230],
    ['0,05', 5],
    ['1 249,90', 124990],
    ['-40', -4000],
    ['3.560.000.000', 356000000000],
  ])('%s is %d cents', (text, cents) => {
    expect(readMoney(text)).toBe(cents)
  })

  test.each([
    '',
    ' ',
    'abc',
    '-',
    '.',
    '99999999999999999999',
    'twelve 12',
    // Typed into a field that was filled: no grouping by three, so no amount.
    '100.0090.00',
    '1.2345,00',
    '12,34.567',
  ])('%p is no amount', (text) => {
    expect(readMoney(text)).toBeNull()
  })

  test('reads back what it would write, in every language', () => {
    for (const language of ['en-US', 'pt-BR', 'es']) {
      for (const currency of [BRL, COP]) {
        for (const cents of [
          0, 1, 9, 10, 99, 100, 101, 12345, 100000, 249990, 356000000099, -8330,
        ]) {
          expect(readMoney(moneyText(cents, currency, language))).toBe(cents)
        }
      }
    }
  })
})

test('the sign of a currency stands outside of its field', () => {
  expect(moneySymbol(BRL, 'pt-BR')).toBe('R$')
  expect(moneySymbol(COP, 'en-US')).toBe('COP')
})
