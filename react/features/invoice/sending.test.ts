import { otherDocument } from './documents/documentKind'
import { unitsOfDocument } from './documents/documentItems'
import { sendWords } from './sendWords'

const facts = {
  type: 'OUTPUT' as const,
  covers: 'EVERYTHING' as const,
  number: '1',
  units: 5,
  of: 5,
  amount: 24990,
}

test.each([
  [{}, { key: 'invoice.send-units', units: 5, of: 5, amount: 24990 }],
  [{ amount: null }, { key: 'invoice.send-units-only', units: 5, of: 5 }],
  [{ covers: 'VALUE' as const }, { key: 'invoice.send-value', amount: 24990 }],
  [
    { units: 0, of: 0 },
    { key: 'invoice.send-value', amount: 24990 },
  ],
  [{ type: 'INPUT' as const }, { key: 'invoice.send-return', number: '1', amount: 24990 }],
  [
    { type: 'INPUT' as const, number: '' },
    { key: 'invoice.send-return-unnumbered', amount: 24990 },
  ],
  [
    { type: 'INPUT' as const, amount: null },
    { key: 'invoice.send-return-only', number: '1' },
  ],
  [{ type: 'INPUT' as const, number: '', amount: null }, { key: 'invoice.send-return-unknown' }],
  [{ covers: 'ITEMS' as const, units: 0, isNothingChosen: true }, { key: 'invoice.send-nothing' }],
  [
    { type: 'INPUT' as const, units: 0, isNothingChosen: true },
    { key: 'invoice.send-nothing-return' },
  ],
])('button words of %p', (over, words) => {
  expect(sendWords({ ...facts, ...over })).toEqual(words)
})

test.each([
  ['NFE', 'nfeProc', null],
  ['OTHER', 'cteProc', 'TRANSPORT'],
  ['OTHER', 'procEventoNFe', 'EVENT'],
  ['OTHER', 'html', 'PAGE'],
  ['OTHER', 'Comprobante', null],
  ['OTHER', 'CompNfse', null],
  ['OTHER', null, null],
])('%s with root %s is %s', (kind, rootElement, other) => {
  expect(otherDocument({ kind: kind as any, rootElement })).toBe(other)
})

test('an event that cancels something is a cancellation', () => {
  const event = { kind: 'OTHER' as any, rootElement: 'procEventoNFe' }

  expect(otherDocument({ ...event, cancels: ['1'] })).toBe('CANCELLATION')
  expect(otherDocument({ ...event, cancels: [] })).toBe('EVENT')
})

describe('unitsOfDocument', () => {
  const line = {
    itemIndex: 0,
    id: '2001',
    refId: 'CAM-M',
    ean: '7891234567895',
    remainingQuantity: 4,
  }
  const gift = { ...line, itemIndex: 1, remainingQuantity: 1 }
  const cap = {
    itemIndex: 2,
    id: '9',
    refId: 'CAP-1',
    ean: '7890000000024',
    remainingQuantity: 1,
  }
  const item = (over: object) => ({
    code: null,
    ean: null,
    name: null,
    quantity: 1,
    value: null,
    ...over,
  })

  test.each([
    ['by reference', [item({ code: 'CAM-M', quantity: 2 })], { 0: 2 }],
    ['by SKU, over two lines', [item({ code: '2001', quantity: 5 })], { 0: 4, 1: 1 }],
    ['by bar code', [item({ ean: '7891234567895' })], { 0: 1 }],
    ['more than remains', [item({ code: '2001', quantity: 6 })], null],
    ['an unknown item', [item({ code: '2001' }), item({ code: 'X' })], null],
    ['no whole unit', [item({ code: '2001', quantity: 0.5 })], null],
    ['the sign for no bar code', [item({ ean: 'SEM GTIN' })], null],
    [
      'the EAN before a code that is another SKU by chance',
      [item({ code: '9', ean: line.ean })],
      { 0: 1 },
    ],
    ['no mark against the other', [item({ code: 'CAP-1', ean: line.ean })], null],
    ['no SKU id against its own EAN', [item({ code: '9', ean: '7890000000017' })], null],
    ['nothing', [], null],
  ])('%s', (_name, items, units) => {
    expect(unitsOfDocument(items as any, [line, gift, cap])).toEqual(units)
  })
})
