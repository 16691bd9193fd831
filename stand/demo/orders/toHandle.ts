/** TO_HANDLE: paid, nobody has begun. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { BRAZIL, CHILE, MEXICO, UNITED_STATES } from '../stores'

const waiting = (plan: Omit<OrderPlan, 'status'> & Partial<OrderPlan>): OrderPlan => ({
  status: 'ready-for-handling',
  ...plan,
})

export const toHandle: OrderPlan[] = [
  waiting({
    orderId: '1300030000301-01',
    note: 'TO_HANDLE: the plain case',
    hoursAgo: 2,
    customer: people.ANA,
    store: BRAZIL,
    lines: [
      { sku: sku.COFFEE, quantity: 2 },
      { sku: sku.MUG, quantity: 1 },
    ],
    shipping: 1_490,
  }),
  waiting({
    orderId: '1300030000302-01',
    note: 'TO_HANDLE: pickup in the store',
    hoursAgo: 3,
    customer: people.DARIO,
    store: BRAZIL,
    lines: [{ sku: sku.LAMP, quantity: 1 }],
    pickup: true,
  }),
  waiting({
    orderId: 'MLB-2000009911229910-01',
    note: 'TO_HANDLE, certified marketplace',
    hoursAgo: 4,
    customer: people.BENTO,
    store: BRAZIL,
    lines: [{ sku: sku.KNIFE, quantity: 1 }],
    marketplace: {
      name: 'Mercado Livre',
      affiliateId: 'MLB',
      orderId: '2000009911229910',
      isCertified: true,
    },
  }),
  waiting({
    orderId: '1300030000304-01',
    note: 'TO_HANDLE, USD',
    hoursAgo: 5,
    customer: people.KEVIN,
    store: UNITED_STATES,
    lines: [{ sku: sku.BOTTLE, quantity: 3 }],
    shipping: 795,
    tax: 734,
  }),
  waiting({
    orderId: '1300030000305-01',
    note: 'TO_HANDLE, CLP',
    hoursAgo: 6,
    customer: people.ISIDORA,
    store: CHILE,
    lines: [{ sku: sku.MERKEN, quantity: 2 }],
    shipping: 299_000,
  }),
  waiting({
    orderId: '1300030000306-01',
    note: 'TO_HANDLE, LATE: promised yesterday',
    hoursAgo: 100,
    customer: people.CELIA,
    store: BRAZIL,
    lines: [{ sku: sku.TOWEL, quantity: 2 }],
    shipping: 1_890,
    promiseDays: -1,
  }),
  waiting({
    orderId: 'SLR-1653250410255-01',
    note: 'TO_HANDLE, chain order in waiting-seller-handling',
    status: 'waiting-seller-handling',
    hoursAgo: 7,
    customer: people.EUNICE,
    store: BRAZIL,
    origin: 'Chain',
    lines: [{ sku: sku.HEADPHONES, quantity: 1, discount: 3_499 }],
    shipping: 0,
    marketplace: { name: 'Galeria Norte', affiliateId: 'SLR', orderId: '', isCertified: false },
  }),
  waiting({
    orderId: '1300030000308-01',
    note: 'TO_HANDLE, MXN',
    hoursAgo: 8,
    customer: people.JUANA,
    store: MEXICO,
    lines: [{ sku: sku.MOLE, quantity: 3 }],
    shipping: 9_900,
  }),
]
