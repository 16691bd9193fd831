/** PARTIALLY_INVOICED: something went out, something remains. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { BRAZIL, COLOMBIA } from '../stores'

export const partiallyInvoiced: OrderPlan[] = [
  {
    orderId: '1300040000401-01',
    note: 'PARTIALLY_INVOICED by items: two of five went out, with tracking',
    status: 'payment-approved',
    hoursAgo: 60,
    customer: people.ANA,
    store: BRAZIL,
    lines: [{ sku: sku.TOWEL, quantity: 5 }],
    shipping: 2_490,
    packages: [
      {
        number: '600401',
        value: 15_980,
        items: [[0, 2]],
        hoursAgo: 40,
        trackingNumber: 'LG240000401BR',
      },
    ],
  },
  {
    orderId: '1300040000402-01',
    note: 'PARTIALLY_INVOICED by value: an invoice that covers no unit',
    status: 'payment-approved',
    hoursAgo: 62,
    customer: people.OFICINA,
    store: BRAZIL,
    lines: [{ sku: sku.CHAIR, quantity: 2 }],
    shipping: 9_000,
    packages: [{ number: '600402', value: 80_000, items: [], hoursAgo: 41 }],
  },
  {
    orderId: '1300040000403-01',
    note: 'PARTIALLY_INVOICED, then change v1: what remains shrank by a discount',
    status: 'payment-approved',
    hoursAgo: 70,
    customer: people.CELIA,
    store: BRAZIL,
    lines: [
      { sku: sku.KETTLE, quantity: 1 },
      { sku: sku.KNIFE, quantity: 1 },
      { sku: sku.MUG, quantity: 1 },
    ],
    shipping: 1_890,
    changesV1: [{ discount: 4_990, increment: 0, reason: 'Caneca em falta', removed: [2] }],
    packages: [{ number: '600403', value: 18_990, items: [[0, 1]], hoursAgo: 66 }],
  },
  {
    orderId: '1300040000404-01',
    note: 'PARTIALLY_INVOICED, all units out, a remainder of freight left; handling',
    status: 'handling',
    hoursAgo: 72,
    customer: people.DARIO,
    store: BRAZIL,
    lines: [{ sku: sku.LAMP, quantity: 2 }],
    shipping: 3_150,
    packages: [{ number: '600404', value: 46_900, hoursAgo: 50, trackingNumber: 'LG240000404BR' }],
  },
  {
    orderId: '1300040000405-01',
    note: 'PARTIALLY_INVOICED, COP above 2^31 cents: two workstations out, one to go',
    status: 'payment-approved',
    hoursAgo: 75,
    customer: people.HERNAN,
    store: COLOMBIA,
    lines: [{ sku: sku.WORKSTATION, quantity: 3 }],
    shipping: 4_500_000,
    packages: [{ number: 'FE-90405', value: 1_798_000_000, items: [[0, 2]], hoursAgo: 30 }],
  },
]
