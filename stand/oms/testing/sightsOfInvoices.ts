import type { ReadingName } from '../readings'
import { invoice, line, order, type Parsed } from './bench'
import { CHANGES, PATH, change, delivered, first, packages, post, put, type Sight } from './sight'

/** What a client sees of each reading about invoices. */
export const SIGHTS_OF_INVOICES = {
  rePost: {
    see: async (made) => {
      await post(made, { invoiceValue: 5_000 })
      const again = await post(made, { invoiceValue: 5_500 })
      return [again, (await packages(made)).map(({ invoiceValue }) => invoiceValue)]
    },
    sees: {
      replace: [200, [5_500]],
      receiptOnly: [200, [5_000]],
      refuse: [409, [5_000]],
      append: [200, [5_000, 5_500]],
    },
  },
  rePostCourierStatus: {
    see: async (made) => {
      await post(made)
      await put(made, {})
      await post(made)
      return (await delivered(made)) === null
    },
    sees: { lost: true, kept: false },
  },
  rePostRefusal: {
    see: async (made) => {
      made.oms.setBehaviour({ readings: { rePost: 'refuse' } })
      await post(made)
      return post(made)
    },
    sees: { '409': 409, '400': 400 },
  },
  acceptedUnseen: {
    see: async (made) => {
      await made.call('POST', PATH, invoice())
      return post(made, { invoiceNumber: '4712' })
    },
    sees: { counted: 400, ignored: 200 },
  },
  postSchema: {
    see: async (made) => [
      await post(made, { invoiceNumber: '1', invoiceValue: 1_000 }),
      await post(made, { invoiceNumber: '2', invoiceValue: '1000', items: undefined }),
      await post(made, { invoiceNumber: '3', invoiceValue: '1000', courier: null }),
      await post(made, { invoiceNumber: '4', invoiceValue: '1000', items: [] }),
    ],
    sees: { lenient: [200, 200, 200, 200], documented: [400, 400, 400, 200] },
  },
  misspeltXml: {
    see: async (made) => {
      await post(made, { embededInvoice: '<NFe/>' })
      return (await first(made)).embeddedInvoice
    },
    sees: { ignored: '', read: '<NFe/>' },
  },
  packagesBefore: {
    see: async (made) => (await made.order()).packageAttachment,
    sees: { asSeeded: { packages: [] }, null: null, absent: undefined },
  },
  overValue: {
    see: (made) => post(made, { invoiceValue: 11_001 }),
    sees: { refuse: 400, accept: 200 },
  },
  sumTolerance: {
    see: async (made) => {
      await post(made, { invoiceValue: 10_999 })
      return (await made.order()).status
    },
    sees: { 0: 'payment-approved', 1: 'invoiced' },
  },
  zeroValue: {
    see: (made) => post(made, { invoiceValue: 0 }),
    sees: { refuse: 400, accept: 200 },
  },
  partialStatus: {
    see: async (made) => {
      await post(made, { invoiceValue: 1 })
      return (await made.order()).status
    },
    sees: { 'payment-approved': 'payment-approved', handling: 'handling' },
  },
  settleDelayMs: {
    see: async (made) => {
      await post(made)
      return (await made.order()).status
    },
    sees: { 0: 'invoiced', 60000: 'invoice' },
  },
  changeDelayMs: {
    see: async (made) => {
      await made.call('PATCH', CHANGES, change)
      made.pass(1)
      return (await made.order()).value
    },
    sees: { 0: 16_000, 60000: 11_000 },
  },
  invoiceDuringChange: {
    see: async (made) => {
      await made.call('PATCH', CHANGES, change)
      return post(made)
    },
    sees: { refuse: 400, accept: 200 },
  },
  foreignItems: {
    see: (made) => post(made, { items: [{ id: '99', quantity: 1, price: 1 }] }),
    sees: { accept: 200, refuse: 400 },
  },
  duplicateSku: {
    orders: [order({ items: [line({ quantity: 1 }), line({ quantity: 1, price: 4_000 })] })],
    see: async (made) => {
      await post(made, { invoiceValue: 9_000 })
      return (await first(made)).items.map((item: Parsed) => [item.itemIndex, item.quantity])
    },
    sees: {
      firstLine: [[0, 2]],
      spread: [
        [0, 1],
        [1, 1],
      ],
    },
  },
  itemPrice: {
    see: async (made) => {
      await post(made)
      return (await first(made)).items[0].price
    },
    sees: { unit: 5_000, lineTotal: 2_500 },
  },
  itemsBelowTotal: {
    see: async (made) => {
      await post(made, { invoiceValue: 1_000, items: [] })
      return (await first(made)).items.length
    },
    sees: { none: 0, all: 1 },
  },
} satisfies Partial<Record<ReadingName, Sight>>
