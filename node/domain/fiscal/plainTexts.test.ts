import fc from 'fast-check'

import { attribute, eanOf, plainTaxId, shortText } from './foreign'
import { readFiscalDate } from './localDate'
import { amountOf, decimalOf, digitsOf, isTest } from './nfe'
import { readTaxId } from './taxId'
import { readXml, type XmlElement } from './xmlTree'

// Texts as documents carry them, each read by one small rule.

const blank = fc.stringMatching(/^[ \n\t]{0,3}$/)

describe('a short text', () => {
  it('is what stands between blanks, up to a hundred signs', () => {
    fc.assert(
      fc.property(
        blank,
        fc.stringMatching(/^[a-z0-9]{1,3}([a-z0-9 ]{0,110}[a-z0-9])?$/),
        blank,
        (before, text, after) => {
          expect(shortText(before + text + after)).toBe(text.length > 100 ? null : text)
        }
      )
    )
    expect(shortText('x'.repeat(100))).toBe('x'.repeat(100))
    expect(shortText('x'.repeat(101))).toBeNull()
    for (const nothing of [null, undefined, '', '  ']) expect(shortText(nothing)).toBeNull()
  })
})

describe('a tax id of another country', () => {
  it.each([
    ['76.543.210-k', '76543210K'],
    ['B-12345678', 'B12345678'],
    ['a/b c', 'ABC'],
    ['.-/ ', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (text, id) => expect(plainTaxId(text)).toBe(id))
})

describe('an EAN', () => {
  it('has eight to fourteen digits and nothing else', () => {
    fc.assert(
      fc.property(blank, fc.stringMatching(/^\d{1,20}$/), blank, (before, digits, after) => {
        const fits = digits.length >= 8 && digits.length <= 14
        expect(eanOf(before + digits + after)).toBe(fits ? digits : null)
      })
    )
    for (const none of ['SEM GTIN', 'x12345678', '12345678x', '1234 5678', '', null, undefined])
      expect(eanOf(none)).toBeNull()
  })
})

describe('an attribute', () => {
  const element = (xml: string) => (readXml(xml) as { root: XmlElement }).root

  it('is found in any letter case, and is none where nothing stands in it', () => {
    const one = element('<a uuid="1" Folio=""/>')
    expect(attribute(one, 'UUID')).toBe('1')
    expect(attribute(one, 'folio')).toBeNull()
    expect(attribute(one, 'other')).toBeNull()
    expect(attribute(null, 'uuid')).toBeNull()
  })
})

describe('digits of a number or a series', () => {
  it.each(['1', '000481', '1'.repeat(20)])('%s stay as they are', (text) =>
    expect(digitsOf(text)).toBe(text)
  )
  it.each(['', 'x1', '1x', '-1', '1.0', '1'.repeat(21), null])('%p are none', (text) =>
    expect(digitsOf(text)).toBeNull()
  )
})

describe('a quantity', () => {
  it.each([
    ['2.0000', 2],
    ['0.5347', 0.5347],
    ['12', 12],
    ['123456789012345', 123456789012345],
  ])('%s', (text, quantity) => expect(decimalOf(text)).toBe(quantity))

  it.each(['', 'x1', '1x', '1.', '.5', '-1', '1,5', '1e3', '1234567890123456', null])(
    'not %p',
    (text) => expect(decimalOf(text)).toBeNull()
  )
})

describe('an amount', () => {
  it.each([
    ['119.96', 11996],
    ['0', 0],
    ['-1.00', null],
    ['+1.00', null],
    ['', null],
    [null, null],
  ])('%j is %j cents', (text, amount) => expect(amountOf(text)).toBe(amount))
})

describe('an environment', () => {
  it.each([
    ['1', false],
    ['2', true],
    ['3', null],
    ['', null],
    [null, null],
  ])('%j', (text, test) => expect(isTest(text)).toBe(test))
})

describe('CPF or CNPJ', () => {
  it('is read between blanks', () => {
    expect(readTaxId(' 529.982.247-25\n')).toBe('52998224725')
    expect(readTaxId('529 982 247 25')).toBe('52998224725')
  })
  it.each(['x52998224725', '52998224725x', '152998224725', '112223330001811', '52998224725_'])(
    'is not %s',
    (text) => expect(readTaxId(text)).toBeNull()
  )
})

describe('a moment as documents write it', () => {
  const zone = 'America/Sao_Paulo'

  it.each([
    ['2026-03-01T14:05:09-05:00', '2026-03-01T14:05:09-05:00'],
    ['2026-03-01T14:05:09', '2026-03-01T14:05:09-03:00'],
    ['2026-03-01 14:05:09', '2026-03-01T14:05:09-03:00'],
    ['20260301140509', '2026-03-01T14:05:09-03:00'],
    ['20260301', '2026-03-01T00:00:00-03:00'],
    [' 2026-03-01\n', '2026-03-01T00:00:00-03:00'],
  ])('%j is %s', (text, moment) => expect(readFiscalDate(text, zone)).toBe(moment))

  it.each(['x2026-03-01', '2026-03-01x', '2026-03-01T14', '2026-13-01', '2026-02-29', ''])(
    '%j is none',
    (text) => expect(readFiscalDate(text, zone)).toBeNull()
  )

  it('needs a zone where it carries no offset', () => {
    expect(readFiscalDate('2026-03-01', null)).toBeNull()
    expect(readFiscalDate('2026-03-01', 'Nowhere/Else')).toBeNull()
    expect(readFiscalDate('2026-03-01T00:00:00Z', null)).toBe('2026-03-01T00:00:00Z')
    expect(readFiscalDate(null, zone)).toBeNull()
  })
})
