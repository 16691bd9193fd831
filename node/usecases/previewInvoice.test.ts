import type { InvoicePreview } from './commands'
import { notifyInvoice } from './notifyInvoice'
import { previewInvoice } from './previewInvoice'
import { readFiscalDocument } from './readFiscalDocument'
import { cfdi } from '../domain/fiscal/fixtures/foreign'
import { cents } from '../domain/values/money'
import { someInvoice, someItem, someOrder, somePackage } from './testing/someOrder'
import { someLine } from '../domain/testing/someOrder'
import { World } from './testing/world'

const ID = '1400-01'
const preview = (here: World, changes = {}): Promise<InvoicePreview> =>
  previewInvoice(here.ports(), ID, someInvoice(changes), null)
const NOTHING: InvoicePreview = {
  invoiceNumber: null,
  invoiceValue: null,
  issuanceDate: null,
  items: [],
  remainingAfter: null,
  completesOrder: false,
  problems: [],
}

describe('a preview of an invoice that is on its way already', () => {
  const sending = async (changes: { applyDelayMs: number; isLost?: boolean }) => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = changes.applyDelayMs
    if (changes.isLost) here.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: true })
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    return here
  }

  it('shows it as it was sent, and finds no problem in what OMS took', async () => {
    const here = await sending({ applyDelayMs: 60_000 })
    expect(await preview(here)).toEqual({
      ...NOTHING,
      invoiceNumber: 'NF-1',
      invoiceValue: 11_500,
      issuanceDate: '2026-03-10T12:00:00.000Z',
      items: [{ itemIndex: 0, id: '101', quantity: 2, price: 5_000, description: 'Chair' }],
    })
  })

  it('says that nobody knows yet where no answer came', async () => {
    const here = await sending({ applyDelayMs: 60_000, isLost: true })
    expect(await preview(here)).toMatchObject({
      invoiceNumber: 'NF-1',
      invoiceValue: 11_500,
      problems: [{ code: 'OMS_OUTCOME_UNKNOWN' }],
    })
  })

  it('shows what is known of one that says no more than its number', async () => {
    const here = await sending({ applyDelayMs: 60_000 })
    const ports = here.ports()
    const read = async () => {
      const journal = here.journal(ID)
      return { ...journal, intents: journal.intents.map((one) => ({ ...one, content: undefined })) }
    }
    const journals = { ...ports.journals, read }
    expect(await previewInvoice({ ...ports, journals }, ID, someInvoice(), null)).toMatchObject({
      invoiceNumber: 'NF-1',
      issuanceDate: null,
      items: [],
    })
  })
})

describe('a preview', () => {
  it('of what OMS holds shows what is left beside it, and that it completes nothing', async () => {
    const stored = somePackage({ invoiceValue: cents(5_000) })
    const here = new World(someOrder({ status: 'payment-approved', packages: [stored] }))
    const found = await preview(here, { invoiceValue: 5_000 })
    expect(found).toMatchObject({ invoiceValue: 5_000, remainingAfter: 6_500, problems: [] })
    expect(found.completesOrder).toBe(false)
  })

  it('of no order is nothing with a problem, whether it could be an order’s id or not', async () => {
    const here = new World()
    const long = 'x'.repeat(201)
    for (const [orderId, calls] of [
      [ID, 1],
      [long, 1],
    ] as const) {
      const found = await previewInvoice(here.ports(), orderId, someInvoice(), null)
      expect(found).toMatchObject({
        ...NOTHING,
        problems: [{ code: 'ORDER_NOT_FOUND', facts: [{ name: 'orderId', value: orderId }] }],
      })
      expect(here.oms.sent).toHaveLength(calls)
    }
  })

  it('names each item as its line is named: by its place, else by its SKU, else as it was given', async () => {
    const lines = [
      someLine({ itemIndex: 0, id: '101', name: 'Chair' }),
      someLine({ itemIndex: 1, id: '102', name: 'Table' }),
      someLine({ itemIndex: 2, id: '103', name: 'Lamp' }),
      someLine({ itemIndex: 3, id: '103', name: 'Lamp, too' }),
    ]
    const items = [
      someItem({ id: '102', price: cents(1_000), description: 'given' }),
      someItem({ id: '103', price: cents(1_000) }),
    ]
    const found = await preview(new World(someOrder({ lines })), { items })
    expect(found.items.map(({ id, description }) => [id, description])).toEqual([
      ['102', 'Table'],
      ['103', 'Lamp'],
    ])
  })

  it('names what is stored without a SKU by its place', async () => {
    const lines = [
      someLine({ itemIndex: 0, id: '101', name: 'Chair' }),
      someLine({ itemIndex: 1, id: '102', name: 'Table' }),
    ]
    const item = { itemIndex: 1, id: null, quantity: 1, price: null, description: null }
    const stored = somePackage({ items: [item] })
    const here = new World(someOrder({ lines, status: 'invoiced', packages: [stored] }))
    expect((await preview(here)).items).toMatchObject([{ itemIndex: 1, description: 'Table' }])
  })

  it('keeps the given name of what is on no line', async () => {
    const strange = { itemIndex: null, id: '999', quantity: 1, price: cents(100), description: 'x' }
    const stored = somePackage({ items: [strange] })
    const here = new World(someOrder({ status: 'invoiced', packages: [stored] }))
    expect((await preview(here)).items).toMatchObject([{ id: '999', description: 'x' }])
  })
})

it('a document by itself has no store, so a date without offset stays open', () => {
  expect(readFiscalDocument(cfdi())).toMatchObject({ kind: 'CFDI', issuanceDate: null })
})
