/** TO_INVOICE outside Brazil: other currencies, zones, and sums. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { CHILE, COLOMBIA, MEXICO, UNITED_STATES } from '../stores'

export const toInvoiceAbroad: OrderPlan[] = [
  {
    orderId: '1300020000201-01',
    note: 'TO_INVOICE, COP: above 2^31 cents',
    status: 'handling',
    hoursAgo: 21,
    customer: people.HERNAN,
    store: COLOMBIA,
    lines: [{ sku: sku.WORKSTATION, quantity: 3, discount: 100_000_000 }],
    shipping: 4_500_000,
    tax: 40_000_000,
  },
  {
    orderId: '1300020000202-01',
    note: 'TO_INVOICE, COP: a small order',
    status: 'handling',
    hoursAgo: 27,
    customer: people.HERNAN,
    store: COLOMBIA,
    lines: [{ sku: sku.ARABICA, quantity: 2 }],
    shipping: 900_000,
  },
  {
    orderId: '1300020000203-01',
    note: 'TO_INVOICE, CLP: a currency without decimals, still in hundredths',
    status: 'handling',
    hoursAgo: 32,
    customer: people.ISIDORA,
    store: CHILE,
    lines: [
      { sku: sku.PONCHO, quantity: 1, discount: 460_000 },
      { sku: sku.MERKEN, quantity: 4 },
    ],
    shipping: 399_000,
  },
  {
    orderId: '1300020000204-01',
    note: 'TO_INVOICE, MXN',
    status: 'handling',
    hoursAgo: 35,
    customer: people.JUANA,
    store: MEXICO,
    lines: [
      { sku: sku.TALAVERA, quantity: 6, discount: 19_470 },
      { sku: sku.MOLE, quantity: 2 },
    ],
    shipping: 14_900,
  },
  {
    orderId: '1300020000205-01',
    note: 'TO_INVOICE, USD: sales tax on top',
    status: 'handling',
    hoursAgo: 37,
    customer: people.KEVIN,
    store: UNITED_STATES,
    lines: [
      { sku: sku.JACKET, quantity: 1 },
      { sku: sku.BOTTLE, quantity: 2, discount: 699 },
    ],
    shipping: 795,
    tax: 1_351,
  },
]
