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
  ])('%s and the document’s %s agree: %s', (given, read, agree) => {
    expect(agreesWithDocument(given, read)).toBe(agree)
  })

  it('looks for the last digits in time that grows with the text, whatever the text', () => {
    const start = process.hrtime.bigint()
    expect(agreesWithDocument(`${'1'.repeat(60_000)}a2b`, '2')).toBe(true)
    // Trying every start of a run of digits takes many seconds.
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1000)
  })
})
