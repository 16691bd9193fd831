import fc from 'fast-check'
import {
  agreesWithDocument,
  isSafeInvoiceNumber,
  isSameInvoiceNumber,
  suggestInvoiceNumber,
} from './invoiceNumber'

describe('invoice numbers', () => {
  it.each(['NFe-00001', '123', 'F001-123'])('%s is safe', (number) => {
    expect(isSafeInvoiceNumber(number)).toBe(true)
  })

  it.each(['1 2', '12/3', 'A#1', '1.2', ' 1', '1\n', 'ÇA', ''])('%j is not', (number) => {
    expect(isSafeInvoiceNumber(number)).toBe(false)
  })

  it.each([
    ['NF 12/3', 'NF-12-3'],
    ['Série 1 – 45', 'Serie-1-45'],
    ['#45#', '45'],
    ['///', ''],
    ['000.600.101', '000600101'],
    ['NF-e 1.234', 'NF-e-1234'],
    ['000 600 101', '000600101'],
    ['000.600.101/1', '000600101-1'],
    ['1.2', '1-2'],
    ['12345.678', '12345-678'],
    ['1 200', '1-200'],
    ['NF 000 600 101', 'NF-000600101'],
    ['NF000 600 101', 'NF000600101'],
    ['1 000 600 101', '1-000-600-101'],
    ['1000 600 101', '1000-600-101'],
    ['000 600 101 1', '000-600-101-1'],
    ['000 600 1011', '000-600-1011'],
    ['000\u00a0600\u00a0101', '000600101'],
    ['12 / 3', '12-3'],
    ['12---3', '12-3'],
    ['12-3', '12-3'],
    ['--12--', '12'],
  ])('%s is cleaned to %s', (given, suggestion) => {
    expect(suggestInvoiceNumber(given)).toBe(suggestion)
  })

  it('whatever is suggested is safe, and a safe suggestion suggests itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const suggestion = suggestInvoiceNumber(text)
        expect(suggestion === '' || isSafeInvoiceNumber(suggestion)).toBe(true)
        expect(suggestInvoiceNumber(suggestion)).toBe(suggestion)
      })
    )
  })

  it('compares without the spaces that OMS kept', () => {
    expect(isSameInvoiceNumber('123 ', '123')).toBe(true)
    expect(isSameInvoiceNumber('123', ' 123')).toBe(true)
    expect(isSameInvoiceNumber('123', '0123')).toBe(false)
  })

  it.each([
    ['000123', '123', true],
    ['NF-123', '123', true],
    ['123-A', '0123', true],
    ['1-124', '123', false],
    ['ABC', '123', false],
    ['0', '000', true],
    ['', '123', false],
    ['123\n', '123', true],
    ['000.600.101', '600101', true],
    ['000600101-1', '600101', true],
    ['000600101/001', '600101', true],
    ['000600101-2', '600101', false],
    ['1-000600101', '600101', true],
    ['123-1', '1', true],
    ['1', '600101', false],
    ['F001-123', 'F001-123', true],
    ['f001/123', 'F001-123', true],
    ['SETP990000001', 'SETP990000001', true],
    ['990000001', 'SETP990000001', true],
    ['1-23', '123', false],
    ['ABC', 'XYZ', false],
    ['abc', 'ABC', true],
    ['ß-A', 'SS-A', false],
    ['12', 'XYZ', false],
  ])('%s and the document’s %s of series 1 agree: %s', (given, number, agree) => {
    expect(agreesWithDocument(given, { number, series: '001' })).toBe(agree)
  })

  it('says nothing of a series that the document does not name', () => {
    expect(agreesWithDocument('123-1', { number: '123', series: null })).toBe(false)
  })

  it.each(['000.600.101', '000600101/1', 'NF 000.600.101-001', '600101'])(
    'what is suggested for %s agrees with its document',
    (given) => {
      const document = { number: '600101', series: '1' }
      expect(agreesWithDocument(suggestInvoiceNumber(given), document)).toBe(true)
    }
  )

  it('looks for the last digits in time that grows with the text, whatever the text', () => {
    const start = process.hrtime.bigint()
    expect(agreesWithDocument(`${'1'.repeat(60_000)}a2b`, { number: '2', series: null })).toBe(true)
    // Trying every start of a run of digits takes many seconds.
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1000)
  })
})
