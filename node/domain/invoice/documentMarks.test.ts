import type { FiscalItem } from '../fiscal/document'
import { someLine } from '../testing/someOrder'
import { readDocumentItems } from './documentItems'

const item = (changes: Partial<FiscalItem>): FiscalItem => ({
  code: null,
  ean: null,
  name: null,
  quantity: 1,
  value: null,
  ...changes,
})
const LINES = [
  someLine({ itemIndex: 0, id: '101', ean: '07899990003301', refId: ' R-1 ' }),
  someLine({ itemIndex: 1, id: '102', ean: null, refId: null }),
  someLine({ itemIndex: 2, id: '', ean: '12345678', refId: 'R-3' }),
]
const read = (items: readonly FiscalItem[], lines = LINES) => {
  const found = readDocumentItems(items, lines)
  if (found.result === 'FOUND') return found.items.map(({ id, quantity }) => `${quantity} ${id}`)
  return found.result === 'UNKNOWN' ? found.result : found.problem.facts
}

describe('an item of a document', () => {
  it('is found by its EAN with or without zeros before it, or by its reference between blanks', () => {
    expect(read([item({ ean: '7899990003301' })])).toEqual(['1 101'])
    expect(read([item({ ean: '0007899990003301' })])).toEqual(['1 101'])
    expect(read([item({ code: ' R-1' })])).toEqual(['1 101'])
    expect(read([item({ code: '102' }), item({ code: ' 102 ', quantity: 2 })])).toEqual(['3 102'])
  })

  it('is not found by marks that say nothing, nor on a line without a SKU', () => {
    expect(read([item({})])).toBe('UNKNOWN')
    expect(read([item({ code: '  ' })])).toBe('UNKNOWN')
    expect(read([item({ ean: '00000000' })], [someLine({ ean: '000' })])).toBe('UNKNOWN')
    expect(read([item({ ean: '12345678' })])).toBe('UNKNOWN')
    expect(read([item({ code: 'R-3' })])).toBe('UNKNOWN')
    expect(read([])).toBe('UNKNOWN')
  })

  it('by an id is believed only where that line’s own EAN does not say otherwise', () => {
    expect(read([item({ code: '101', ean: '4006381333931' })])).toBe('UNKNOWN')
    expect(read([item({ code: '102', ean: '4006381333931' })])).toEqual(['1 102'])
    expect(read([item({ code: '101' })])).toEqual(['1 101'])
    const blank = [someLine({ id: '101', ean: '  ' })]
    expect(read([item({ code: '101', ean: '4006381333931' })], blank)).toEqual(['1 101'])
  })

  it('that is measured, or has no whole units, leaves all of them unknown', () => {
    const lines = [
      someLine({ id: '101' }),
      someLine({ itemIndex: 1, id: '103', unitMultiplier: 0.5 }),
    ]
    expect(read([item({ code: '101' })], lines)).toEqual(['1 101'])
    expect(read([item({ code: '103' })], lines)).toBe('UNKNOWN')
    for (const quantity of [0, -1, 0.5, null])
      expect(read([item({ code: '101', quantity }), item({ code: '101' })], lines)).toBe('UNKNOWN')
  })

  it('whose marks name two SKUs is told with both, by its name or else its code', () => {
    const both = { ean: '7899990003301', code: 'R-2' }
    const lines = [LINES[0]!, someLine({ itemIndex: 1, id: '102', refId: 'R-2' })]
    expect(read([item({ ...both, name: 'Chair' })], lines)).toEqual([
      { name: 'item', value: 'Chair' },
      { name: 'skus', value: '101, 102' },
    ])
    expect(read([item(both)], lines)).toContainEqual({ name: 'item', value: 'R-2' })
  })

  it('by a reference of several lines is the one whose SKU it is, too', () => {
    const lines = [
      someLine({ itemIndex: 0, id: '101', refId: '102' }),
      someLine({ itemIndex: 1, id: '102', refId: '102' }),
    ]
    expect(read([item({ code: '102' })], lines)).toEqual(['1 102'])
    expect(read([item({ code: '102', ean: '4006381333931' })], lines)).toEqual(['1 102'])
  })
})
