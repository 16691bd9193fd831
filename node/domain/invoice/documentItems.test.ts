import fc from 'fast-check'
import type { FiscalItem } from '../fiscal/document'
import { someDocument } from '../testing/someDocument'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { someInvoice, someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import { readDocumentItems } from './documentItems'

const MUG = someLine({ itemIndex: 0, id: '101', ean: '7890000001017', refId: 'MUG', name: 'Mug' })
const KETTLE = someLine({
  itemIndex: 1,
  id: '102',
  ean: '7890000001024',
  refId: 'KET',
  quantity: 3,
})
const LINES = [MUG, KETTLE]
const item = (changes: Partial<FiscalItem>): FiscalItem => ({
  code: null,
  ean: null,
  name: 'Thing',
  quantity: 1,
  value: null,
  ...changes,
})
const found = (...items: Partial<FiscalItem>[]) => {
  const read = readDocumentItems(items.map(item), LINES)
  return read.result === 'FOUND'
    ? read.items.map(({ id, quantity }) => `${quantity} × ${id}`)
    : read.result
}

describe('the items of a document', () => {
  it.each([
    ['by EAN, whatever number the ERP has for it', { code: '101', ean: KETTLE.ean }, ['1 × 102']],
    ['by EAN written with 14 digits', { ean: `0${KETTLE.ean}` }, ['1 × 102']],
    ['by the reference', { code: ' KET ' }, ['1 × 102']],
    ['by reference and EAN', { code: 'KET', ean: KETTLE.ean }, ['1 × 102']],
    ['by the SKU id, where nothing else is said', { code: '101' }, ['1 × 101']],
    ['by the SKU id, with its EAN', { code: '101', ean: MUG.ean }, ['1 × 101']],
    ['not by an SKU id of another EAN', { code: '101', ean: '7890000009990' }, 'UNKNOWN'],
    ['not at all', { code: 'X', ean: '7890000009990' }, 'UNKNOWN'],
    ['not without a mark', {}, 'UNKNOWN'],
    ['not in parts of a unit', { code: '101', quantity: 0.5 }, 'UNKNOWN'],
    ['not without units', { code: '101', quantity: 0 }, 'UNKNOWN'],
    ['not in fewer units than none', { code: '101', quantity: -1 }, 'UNKNOWN'],
    ['not where the units are not said', { code: '101', quantity: null }, 'UNKNOWN'],
    ['by no EAN of zeros', { ean: '000' }, 'UNKNOWN'],
    ['by EAN with blanks around it', { ean: ` ${MUG.ean} ` }, ['1 × 101']],
    ['not where EAN and reference contradict', { code: 'MUG', ean: KETTLE.ean }, 'UNCLEAR'],
  ])('are found %s', (_how, one, skus) => expect(found(one)).toEqual(skus))

  it('are added up by SKU, and all of them or none', () => {
    expect(found({ ean: KETTLE.ean, quantity: 2 }, { code: 'KET' })).toEqual(['3 × 102'])
    expect(found({ code: '101' }, { code: 'X' })).toBe('UNKNOWN')
    expect(found()).toBe('UNKNOWN')
  })

  it('are not counted where the order sells by weight or length', () => {
    const cheese = someLine({ id: '109', ean: '2000000001098', unitMultiplier: 0.5 })
    expect(readDocumentItems([item({ ean: cheese.ean })], [cheese]).result).toBe('UNKNOWN')
  })

  it('are unclear where two SKUs bear one EAN, unless the code tells them apart', () => {
    const twins = [MUG, someLine({ itemIndex: 1, id: '103', ean: MUG.ean, refId: null })]
    expect(readDocumentItems([item({ ean: MUG.ean })], twins)).toMatchObject({
      result: 'UNCLEAR',
      problem: { code: 'XML_ITEMS_UNCLEAR', severity: 'WARNING', field: ['invoice', 'items'] },
    })
    expect(readDocumentItems([item({ ean: MUG.ean, code: '103' })], twins).result).toBe('FOUND')
  })

  it('are unclear where two SKUs bear one reference, unless it is the id of one of them', () => {
    const twins = [
      someLine({ itemIndex: 0, id: '103', refId: '103' }),
      someLine({ itemIndex: 1, id: '104', refId: '103' }),
    ]
    expect(readDocumentItems([item({ code: '103' })], twins)).toMatchObject({
      result: 'FOUND',
      items: [{ id: '103' }],
    })
    const others = twins.map((line) => ({ ...line, refId: 'KET' }))
    expect(readDocumentItems([item({ code: 'KET' })], others).result).toBe('UNCLEAR')
  })

  it('are found by what the order writes with blanks, and not by what it leaves empty', () => {
    const line = (changes: Parameters<typeof someLine>[0]) => [someLine({ id: '9', ...changes })]
    const asked = (one: Partial<FiscalItem>, changes: Parameters<typeof someLine>[0]) =>
      readDocumentItems([item(one)], line(changes)).result
    expect(asked({ code: 'KET' }, { refId: ' KET ' })).toBe('FOUND')
    expect(asked({ ean: '789' }, { ean: ' 00789 ' })).toBe('FOUND')
    expect(asked({ code: '9', ean: '789' }, { ean: ' ' })).toBe('FOUND')
    expect(asked({ code: '9', ean: '789' }, { ean: null })).toBe('FOUND')
    expect(asked({ code: '9', ean: '789' }, { ean: '790' })).toBe('UNKNOWN')
    expect(asked({ code: null }, { refId: null })).toBe('UNKNOWN')
    expect(asked({ code: 'KET' }, { id: '', refId: 'KET' })).toBe('UNKNOWN')
    expect(asked({ ean: '0' }, { ean: '' })).toBe('UNKNOWN')
  })

  it('are counted in units where another line is sold by weight', () => {
    const cheese = someLine({ itemIndex: 1, id: '109', unitMultiplier: 0.5 })
    expect(readDocumentItems([item({ ean: MUG.ean })], [MUG, cheese]).result).toBe('FOUND')
    const both = [cheese, { ...cheese, itemIndex: 2, unitMultiplier: 1 }]
    expect(readDocumentItems([item({ code: '109' })], both).result).toBe('UNKNOWN')
  })

  it('that contradict are told by name, else by code, with each SKU once', () => {
    const told = (one: Partial<FiscalItem>) => {
      const read = readDocumentItems([item({ code: 'MUG', ean: KETTLE.ean, ...one })], LINES)
      return read.result === 'UNCLEAR' ? read.problem.facts : []
    }
    expect(told({})).toEqual([
      { name: 'item', value: 'Thing' },
      { name: 'skus', value: '102, 101' },
    ])
    expect(told({ name: null })).toContainEqual({ name: 'item', value: 'MUG' })
  })

  it('are narrowed by the SKU id, and by no other SKU’s EAN', () => {
    const twins = [MUG, someLine({ itemIndex: 1, id: '103', refId: 'MUG', ean: null })]
    expect(readDocumentItems([item({ code: 'MUG' })], twins).result).toBe('UNCLEAR')
    expect(readDocumentItems([item({ code: 'MUG', ean: MUG.ean })], twins)).toMatchObject({
      items: [{ id: '101' }],
    })
    const other = [MUG, someLine({ itemIndex: 1, id: '105', refId: null, ean: null })]
    expect(readDocumentItems([item({ code: '105', ean: '7890000009990' })], other)).toMatchObject({
      items: [{ id: '105' }],
    })
  })

  it('never name a SKU that the order does not have, nor more or fewer units than they list', () => {
    const anyItem = fc.record({
      code: fc.constantFrom(null, '101', '102', 'MUG', 'KET', 'X'),
      ean: fc.constantFrom(null, MUG.ean, KETTLE.ean, '7890000009990'),
      name: fc.constant(null),
      quantity: fc.constantFrom(1, 2, 5),
      value: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 4 }), (items) => {
        const read = readDocumentItems(items, LINES)
        if (read.result !== 'FOUND') return
        expect(LINES.map(({ id }) => id)).toEqual(
          expect.arrayContaining(read.items.map(({ id }) => id as string))
        )
        const sum = (all: readonly { quantity: number | null }[]) =>
          all.reduce((total, { quantity }) => total + (quantity ?? 0), 0)
        expect(sum(read.items)).toBe(sum(items))
      })
    )
  })
})

describe('an invoice with a document and without items', () => {
  // Five units of 20.00 each; freight 15.00.
  const order = someOrder({ lines: [someLine({ quantity: 5, ean: '7890000001017' })] })
  const lists = (quantity: number, value: number, more: Partial<FiscalItem> = {}) =>
    someDocument({
      value: cents(value),
      items: [item({ ean: '7890000001017', quantity, ...more })],
    })
  const judge = (document = lists(2, 4_000), command = {}, of = order) => {
    const { draft, problems } = judgedOf(
      someQuestion(of, { document, command: someInvoice({ invoiceNumber: null, ...command }) })
    )
    return {
      items: draft.items,
      value: draft.invoiceValue,
      codes: problems.map(({ code }) => code),
    }
  }

  it('takes the units that the document lists, for its value', () => {
    expect(judge()).toEqual({
      items: [{ id: '101', quantity: 2, price: 2_000, description: null }],
      value: 4_000,
      codes: [],
    })
  })

  it('takes what remains, freight and all, where the document lists every unit', () => {
    expect(judge(lists(5, 11_500))).toMatchObject({ items: [{ quantity: 5 }], codes: [] })
    expect(judge(lists(5, 10_000)).codes).toEqual(['VALUE_LEAVES_REMAINDER'])
  })

  it('takes what remains where the document lists what is not there, or more', () => {
    expect(judge(lists(6, 11_500)).items).toMatchObject([{ quantity: 5 }])
    expect(judge(lists(2, 11_500, { ean: '7890000009990' })).items).toMatchObject([{ quantity: 5 }])
  })

  it('takes the caller’s items before any document’s', () => {
    const items = [someItem({ id: '101', quantity: 1 })]
    expect(judge(lists(2, 2_000), { items })).toMatchObject({ items: [{ quantity: 1 }], codes: [] })
    expect(judge(lists(2, 4_000), { items: [] })).toMatchObject({ items: [], codes: [] })
  })

  it('says where the document contradicts itself, and only where it was needed', () => {
    const lines = [
      someLine({ ean: '7890000001017' }),
      someLine({ id: '9', refId: 'R', itemIndex: 1 }),
    ]
    const two = someOrder({ lines })
    const document = lists(1, 5_000, { code: 'R' })
    expect(judge(document, {}, two).codes).toContain('XML_ITEMS_UNCLEAR')
    const items = [someItem({ id: '101', quantity: 1 })]
    expect(judge(document, { items }, two).codes).toEqual([])
  })

  it('that is a return takes the units that went out and are listed', () => {
    const packages = [
      somePackage({
        invoiceNumber: 'A',
        items: [{ itemIndex: 0, id: '101', quantity: 5, price: null, description: null }],
      }),
    ]
    const invoiced = { ...order, status: 'invoiced', packages }
    expect(judge(lists(2, 4_000), { type: 'INPUT' }, invoiced).items).toMatchObject([
      { id: '101', quantity: 2 },
    ])
  })
})
