/** TO_INVOICE in Brazil, on the store's own site: handled, nothing invoiced. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { BRAZIL } from '../stores'

const own = (plan: Omit<OrderPlan, 'store' | 'status'> & Partial<OrderPlan>): OrderPlan => ({
  store: BRAZIL,
  status: 'handling',
  shipping: 1_890,
  ...plan,
})

export const toInvoice: OrderPlan[] = [
  own({
    orderId: '1300010000101-01',
    note: 'TO_INVOICE: two lines, three units, the plain case',
    hoursAgo: 20,
    customer: people.ANA,
    lines: [
      { sku: sku.MUG, quantity: 2 },
      { sku: sku.KETTLE, quantity: 1 },
    ],
  }),
  own({
    orderId: '1300010000102-01',
    note: 'TO_INVOICE: five units of one SKU, for partial invoices',
    hoursAgo: 22,
    customer: people.BENTO,
    lines: [{ sku: sku.TOWEL, quantity: 5 }],
    shipping: 2_490,
  }),
  own({
    orderId: '1300010000103-01',
    note: 'TO_INVOICE: 4 × 17 − 3 cents: a discount that does not divide by the units',
    hoursAgo: 23,
    customer: people.CELIA,
    lines: [{ sku: sku.SCREW, quantity: 4, discount: 3 }],
    shipping: 990,
  }),
  own({
    orderId: '1300010000104-01',
    note: 'TO_INVOICE: 3 × 129.00 − 10.00: a third of a cent a unit',
    hoursAgo: 25,
    customer: people.DARIO,
    lines: [{ sku: sku.KNIFE, quantity: 3, discount: 1_000 }],
  }),
  own({
    orderId: '1300010000105-01',
    note: 'TO_INVOICE: two units for an odd sum (11.01 + 11.01 − 0.01) beside another line',
    hoursAgo: 26,
    customer: people.EUNICE,
    lines: [
      { sku: sku.SOAP, quantity: 2, discount: 1 },
      { sku: sku.TOWEL, quantity: 2 },
    ],
  }),
  own({
    orderId: '1300010000106-01',
    note: 'TO_INVOICE: a gift at 0 behind paid lines, a very long customer name',
    hoursAgo: 28,
    customer: people.EUNICE,
    lines: [
      { sku: sku.COFFEE, quantity: 3 },
      { sku: sku.STICKER, quantity: 1, isGift: true },
    ],
  }),
  own({
    orderId: '1300010000107-01',
    note: 'TO_INVOICE: kits, whose components cost less than the kit; discount on the kit',
    hoursAgo: 29,
    customer: people.ANA,
    lines: [
      { sku: sku.BREAKFAST_KIT, quantity: 2, discount: 1_333 },
      { sku: sku.COFFEE, quantity: 1 },
    ],
  }),
  own({
    orderId: '1300010000108-01',
    note: 'TO_INVOICE: one SKU in two lines, split by a promotion, at different prices',
    hoursAgo: 30,
    customer: people.BENTO,
    lines: [
      { sku: sku.MUG, quantity: 2, discount: 998 },
      { sku: sku.MUG, quantity: 1 },
      { sku: sku.NOTEBOOK, quantity: 2 },
    ],
  }),
  own({
    orderId: '1300010000109-01',
    note: 'TO_INVOICE: sold by weight (unitMultiplier 0.355), three pieces',
    hoursAgo: 31,
    customer: people.CELIA,
    lines: [{ sku: sku.CHEESE, quantity: 3 }],
    shipping: 1_500,
  }),
  own({
    orderId: '1300010000110-01',
    note: 'TO_INVOICE: a company as customer',
    hoursAgo: 33,
    customer: people.OFICINA,
    lines: [
      { sku: sku.CHAIR, quantity: 4, discount: 17_980 },
      { sku: sku.LAMP, quantity: 4 },
    ],
    shipping: 12_000,
  }),
  own({
    orderId: '1300010000111-01',
    note: 'TO_INVOICE: a company with letters in its CNPJ',
    hoursAgo: 34,
    customer: people.PADARIA,
    lines: [{ sku: sku.COFFEE, quantity: 12, discount: 6_540 }],
    shipping: 0,
  }),
  own({
    orderId: '1300010000118-01',
    note: 'TO_INVOICE: a fixed price over five SKUs: discounts of 7.90 and 4 × 17.90, cents left on any line',
    hoursAgo: 35,
    customer: people.EUNICE,
    lines: [
      { sku: sku.MUG, quantity: 1, discount: 790 },
      { sku: sku.TOWEL, quantity: 1, discount: 1_790 },
      { sku: sku.COFFEE, quantity: 1, discount: 1_790 },
      { sku: sku.NOTEBOOK, quantity: 1, discount: 1_790 },
      { sku: sku.KNIFE, quantity: 1, discount: 1_790 },
    ],
    shipping: 2_327,
  }),
  own({
    orderId: '1300010000112-01',
    note: 'TO_INVOICE: free freight as a tag on the item, no part of its worth; Discounts is 0',
    hoursAgo: 36,
    customer: people.DARIO,
    lines: [
      {
        sku: sku.HEADPHONES,
        quantity: 1,
        extraTags: [{ name: 'discount@shipping-free#free', cents: -1_184 }],
      },
      { sku: sku.NOTEBOOK, quantity: 3 },
    ],
    shipping: 0,
  }),
  own({
    orderId: '1300010000113-01',
    note: 'TO_INVOICE: tags in capitals: DISCOUNT@MARKETPLACE counts, DISCOUNT@SHIPPINGMARKETPLACE only tells',
    hoursAgo: 38,
    customer: people.ANA,
    lines: [
      {
        sku: sku.LAMP,
        quantity: 2,
        discount: 2_345,
        tagName: 'DISCOUNT@MARKETPLACE',
        extraTags: [{ name: 'DISCOUNT@SHIPPINGMARKETPLACE', cents: -990 }],
      },
    ],
  }),
  own({
    orderId: '1300010000114-01',
    note: 'TO_INVOICE: tax; the id CustomTax stands twice in totals',
    hoursAgo: 39,
    customer: people.BENTO,
    lines: [{ sku: sku.KETTLE, quantity: 2 }],
    tax: 1_240,
    moreTotals: [
      { id: 'CustomTax', name: 'ICMS-ST', value: 311 },
      { id: 'CustomTax', name: 'FCP', value: 102 },
    ],
  }),
  own({
    orderId: '1300010000115-01',
    note: 'TO_INVOICE: paid in ten instalments with interest, which is no part of the value',
    hoursAgo: 41,
    customer: people.CELIA,
    lines: [{ sku: sku.CHAIR, quantity: 1 }],
    interest: 8_114,
  }),
  own({
    orderId: '1300010000116-01',
    note: 'TO_INVOICE: pickup in the store',
    hoursAgo: 43,
    customer: people.ANA,
    lines: [{ sku: sku.NOTEBOOK, quantity: 2 }],
    shipping: 0,
    pickup: true,
  }),
  own({
    orderId: '1300010000117-01',
    note: 'TO_INVOICE, LATE: promised two days ago',
    hoursAgo: 190,
    customer: people.DARIO,
    lines: [{ sku: sku.KNIFE, quantity: 1 }],
    promiseDays: -2,
  }),
]
