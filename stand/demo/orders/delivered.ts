/** DELIVERED: every Output package is finished; some came back. */
import * as sku from '../catalog'
import * as people from '../people'
import type { EventPlan, OrderPlan } from '../plan'
import { BRAZIL, CHILE, UNITED_STATES } from '../stores'

const arrived = (plan: Omit<OrderPlan, 'status' | 'store'> & Partial<OrderPlan>): OrderPlan => ({
  status: 'invoiced',
  store: BRAZIL,
  shipping: 1_890,
  ...plan,
})

const way = (from: number, to: number): EventPlan[] => [
  { hoursAgo: from, description: 'Objeto postado', city: 'São Paulo', state: 'SP' },
  { hoursAgo: (from + to) / 2, description: 'Objeto em trânsito', city: 'Cajamar', state: 'SP' },
  { hoursAgo: to + 3, description: 'Objeto saiu para entrega', city: 'Curitiba', state: 'PR' },
  { hoursAgo: to, description: 'Objeto entregue ao destinatário', city: 'Curitiba', state: 'PR' },
]

export const delivered: OrderPlan[] = [
  arrived({
    orderId: '1300070000701-01',
    note: 'DELIVERED: the whole way in four events, XML stored',
    hoursAgo: 260,
    customer: people.DARIO,
    lines: [{ sku: sku.HEADPHONES, quantity: 1 }],
    packages: [
      {
        number: '600701',
        value: 'rest',
        hoursAgo: 240,
        embedded: true,
        courier: 'Correios',
        trackingNumber: 'QB473124701BR',
        trackingUrl: 'https://rastreamento.example.com/QB473124701BR',
        events: way(230, 100),
        deliveredHoursAgo: 100,
      },
    ],
  }),
  arrived({
    orderId: '1300070000702-01',
    note: 'DELIVERED: two invoices, both delivered',
    hoursAgo: 300,
    customer: people.OFICINA,
    lines: [{ sku: sku.CHAIR, quantity: 4 }],
    shipping: 10_001,
    packages: [
      {
        number: '600702',
        value: 179_800,
        items: [[0, 2]],
        hoursAgo: 280,
        trackingNumber: 'LG240000702BR',
        events: way(270, 200),
        deliveredHoursAgo: 200,
      },
      {
        number: '600703',
        value: 'rest',
        items: [[0, 2]],
        hoursAgo: 250,
        trackingNumber: 'LG240000703BR',
        events: way(240, 190),
        deliveredHoursAgo: 190,
      },
    ],
  }),
  arrived({
    orderId: '1300070000704-01',
    note: 'DELIVERED, then one unit came back: an Input invoice with its refund',
    hoursAgo: 400,
    customer: people.ANA,
    lines: [{ sku: sku.TOWEL, quantity: 3 }],
    packages: [
      {
        number: '600704',
        value: 'rest',
        hoursAgo: 380,
        trackingNumber: 'LG240000704BR',
        events: way(370, 300),
        deliveredHoursAgo: 300,
      },
      { number: 'D600704', type: 'Input', value: 7_990, items: [[0, 1]], hoursAgo: 120 },
    ],
  }),
  arrived({
    orderId: '1300070000705-01',
    note: 'DELIVERED in the shape of an old order: no storePreferencesData, priceDefinition, createDate, deliveredDate',
    hoursAgo: 24 * 500,
    customer: people.CELIA,
    lines: [{ sku: sku.MUG, quantity: 2, discount: 990 }],
    promiseDays: -490,
    packages: [
      {
        number: '600705',
        value: 'rest',
        hoursAgo: 24 * 498,
        trackingNumber: 'PB000705BR',
        events: way(24 * 497, 24 * 492),
        deliveredHoursAgo: 24 * 492,
      },
    ],
    shape: (order) => {
      delete order.storePreferencesData
      order.marketplace = null
      order.orderGroup = null
      for (const item of order.items) {
        delete item.priceDefinition
        item.listPrice = null
        item.lockId = null
      }
      for (const info of order.shippingData!.logisticsInfo!) info.deliveryChannel = null
      const status = order.packageAttachment!.packages[0]!.courierStatus!
      delete (status as { deliveredDate?: unknown }).deliveredDate
      for (const event of status.data) delete (event as { createDate?: unknown }).createDate
    },
  }),
  arrived({
    orderId: '1300070000707-01',
    note: 'DELIVERED, CLP: an old order that names no currency and no zone; its trade policy does',
    hoursAgo: 24 * 480,
    customer: people.CELIA,
    store: CHILE,
    lines: [{ sku: sku.MUG, quantity: 1 }],
    promiseDays: -470,
    packages: [
      {
        number: '600707',
        value: 'rest',
        hoursAgo: 24 * 478,
        trackingNumber: 'CL000707',
        events: way(24 * 477, 24 * 472),
        deliveredHoursAgo: 24 * 472,
      },
    ],
    shape: (order) => {
      delete order.storePreferencesData
    },
  }),
  arrived({
    orderId: '1300070000706-01',
    note: 'DELIVERED, USD',
    hoursAgo: 210,
    customer: people.KEVIN,
    store: UNITED_STATES,
    lines: [{ sku: sku.JACKET, quantity: 2 }],
    shipping: 0,
    tax: 1_820,
    packages: [
      {
        number: 'INV-60706',
        value: 'rest',
        hoursAgo: 190,
        courier: 'UPS',
        trackingNumber: '1Z5R89390357567127',
        trackingUrl: 'https://www.ups.com/track?tracknum=1Z5R89390357567127',
        events: [
          { hoursAgo: 180, description: 'Picked up', city: 'Miami', state: 'FL' },
          { hoursAgo: 140, description: 'Delivered', city: 'Miami', state: 'FL' },
        ],
        deliveredHoursAgo: 140,
      },
    ],
  }),
]
