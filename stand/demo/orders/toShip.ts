/** TO_SHIP: fully invoiced, a package without tracking. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { BRAZIL, COLOMBIA } from '../stores'

const invoiced = (plan: Omit<OrderPlan, 'status' | 'store'> & Partial<OrderPlan>): OrderPlan => ({
  status: 'invoiced',
  store: BRAZIL,
  shipping: 1_890,
  ...plan,
})

export const toShip: OrderPlan[] = [
  invoiced({
    orderId: '1300050000501-01',
    note: 'TO_SHIP: one invoice with its XML, no tracking yet',
    hoursAgo: 48,
    customer: people.ANA,
    lines: [
      { sku: sku.COFFEE, quantity: 3 },
      { sku: sku.MUG, quantity: 2 },
    ],
    packages: [{ number: '600501', value: 'rest', hoursAgo: 20, embedded: true }],
  }),
  invoiced({
    orderId: '1300050000502-01',
    note: 'TO_SHIP: two invoices, one shipped, one not',
    hoursAgo: 55,
    customer: people.BENTO,
    lines: [
      { sku: sku.CHAIR, quantity: 1 },
      { sku: sku.LAMP, quantity: 1 },
    ],
    packages: [
      {
        number: '600502',
        value: 89_900,
        items: [[0, 1]],
        hoursAgo: 40,
        trackingNumber: 'LG240000502BR',
      },
      { number: '600503', value: 'rest', items: [[1, 1]], hoursAgo: 30 },
    ],
  }),
  invoiced({
    orderId: 'MGL-8810044298-01',
    note: 'TO_SHIP, ATTENTION: certified marketplace, invoiced without XML',
    hoursAgo: 50,
    customer: people.CELIA,
    lines: [{ sku: sku.KETTLE, quantity: 1 }],
    marketplace: {
      name: 'Magazine Luiza',
      affiliateId: 'MGL',
      orderId: '8810044298',
      isCertified: true,
    },
    packages: [{ number: '600504', value: 'rest', hoursAgo: 26 }],
  }),
  invoiced({
    orderId: '1300050000505-01',
    note: 'TO_SHIP: a stored invoice number with space and slash, which tracking never reaches',
    hoursAgo: 58,
    customer: people.DARIO,
    lines: [{ sku: sku.KNIFE, quantity: 1 }],
    packages: [{ number: 'NF 600/505', value: 'rest', hoursAgo: 33 }],
  }),
  invoiced({
    orderId: '1300050000506-01',
    note: 'TO_SHIP, COP',
    hoursAgo: 52,
    customer: people.HERNAN,
    store: COLOMBIA,
    shipping: 900_000,
    lines: [{ sku: sku.ARABICA, quantity: 4 }],
    packages: [{ number: 'FE-90506', value: 'rest', hoursAgo: 22 }],
  }),
  invoiced({
    orderId: '1300050000507-01',
    note: 'TO_SHIP, LATE: promised three days ago; tracking number is an empty text',
    hoursAgo: 200,
    customer: people.EUNICE,
    lines: [{ sku: sku.TOWEL, quantity: 1 }],
    promiseDays: -3,
    packages: [{ number: '600507', value: 'rest', hoursAgo: 150 }],
    shape: (order) => {
      order.packageAttachment!.packages[0]!.trackingNumber = ''
    },
  }),
]
