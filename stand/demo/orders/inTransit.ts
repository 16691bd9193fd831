/** IN_TRANSIT: shipped, not delivered. */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan, PackagePlan } from '../plan'
import { BRAZIL, MEXICO } from '../stores'

const shipped = (plan: Omit<OrderPlan, 'status' | 'store'> & Partial<OrderPlan>): OrderPlan => ({
  status: 'invoiced',
  store: BRAZIL,
  shipping: 1_890,
  ...plan,
})

const fiftyPackages: PackagePlan[] = Array.from({ length: 50 }, (_, index) => ({
  number: `6070${String(index + 1).padStart(2, '0')}`,
  value: index === 49 ? 'rest' : 2_790,
  items: [[0, 1]],
  hoursAgo: 90 - index,
  trackingNumber: `LG2470${String(index + 1).padStart(5, '0')}BR`,
  ...(index < 20 && {
    events: [{ hoursAgo: 60 - index, description: 'Entregue', city: 'São Paulo', state: 'SP' }],
    deliveredHoursAgo: 60 - index,
  }),
}))

export const inTransit: OrderPlan[] = [
  shipped({
    orderId: '1300060000601-01',
    note: 'IN_TRANSIT: three events, newest first',
    hoursAgo: 120,
    customer: people.BENTO,
    lines: [{ sku: sku.KETTLE, quantity: 1 }],
    packages: [
      {
        number: '600601',
        value: 'rest',
        hoursAgo: 100,
        embedded: true,
        trackingNumber: 'LG240000601BR',
        trackingUrl: 'https://ligeira.example.com/rastreio/LG240000601BR',
        events: [
          {
            hoursAgo: 90,
            description: 'Coletado pela transportadora',
            city: 'São Paulo',
            state: 'SP',
          },
          { hoursAgo: 70, description: 'Em transferência', city: 'Taubaté', state: 'SP' },
          { hoursAgo: 30, description: 'Saiu para entrega', city: 'Rio de Janeiro', state: 'RJ' },
        ],
      },
    ],
  }),
  shipped({
    orderId: '1300060000602-01',
    note: 'IN_TRANSIT: tracking number, no event yet',
    hoursAgo: 80,
    customer: people.ANA,
    lines: [{ sku: sku.COFFEE, quantity: 6, discount: 1_635 }],
    packages: [
      {
        number: '600602',
        value: 'rest',
        hoursAgo: 60,
        courier: 'Correios',
        trackingNumber: 'QB473124829BR',
      },
    ],
  }),
  shipped({
    orderId: '1300060000603-01',
    note: 'IN_TRANSIT, LATE: promised yesterday',
    hoursAgo: 240,
    customer: people.EUNICE,
    lines: [{ sku: sku.LAMP, quantity: 1 }],
    promiseDays: -1,
    packages: [
      {
        number: '600603',
        value: 'rest',
        hoursAgo: 200,
        trackingNumber: 'LG240000603BR',
        events: [
          { hoursAgo: 180, description: 'Coletado', city: 'São Paulo', state: 'SP' },
          { hoursAgo: 50, description: 'Destinatário ausente', city: 'Salvador', state: 'BA' },
        ],
      },
    ],
  }),
  shipped({
    orderId: '1300060000604-01',
    note: 'IN_TRANSIT, MXN',
    hoursAgo: 110,
    customer: people.JUANA,
    store: MEXICO,
    shipping: 14_900,
    lines: [{ sku: sku.TALAVERA, quantity: 4 }],
    packages: [
      {
        number: 'A-60604',
        value: 'rest',
        hoursAgo: 90,
        trackingNumber: 'PN240000604MX',
        events: [{ hoursAgo: 80, description: 'En tránsito', city: 'Puebla', state: 'PUE' }],
      },
    ],
  }),
  shipped({
    orderId: '1300060000605-01',
    note: 'IN_TRANSIT: ready for pickup in the store',
    hoursAgo: 90,
    customer: people.DARIO,
    lines: [{ sku: sku.NOTEBOOK, quantity: 4 }],
    shipping: 0,
    pickup: true,
    packages: [
      {
        number: '600605',
        value: 'rest',
        hoursAgo: 70,
        trackingNumber: 'RETIRA-600605',
        courier: 'Storeops Vila Leopoldina',
        events: [
          { hoursAgo: 20, description: 'Disponível para retirada', city: 'São Paulo', state: 'SP' },
        ],
      },
    ],
  }),
  shipped({
    orderId: '1300060000606-01',
    note: 'IN_TRANSIT: odd courierStatus: status "unknown", free text and a bare date as dates',
    hoursAgo: 130,
    customer: people.CELIA,
    lines: [{ sku: sku.SOAP, quantity: 10 }],
    packages: [
      {
        number: '600606',
        value: 'rest',
        hoursAgo: 110,
        trackingNumber: 'LG240000606BR',
        events: [
          { hoursAgo: 100, description: 'Postado', city: '', state: '' },
          { hoursAgo: 40, description: 'Em trânsito' },
        ],
      },
    ],
    shape: (order) => {
      const status = order.packageAttachment!.packages[0]!.courierStatus!
      status.status = 'unknown'
      status.data[0]!.lastChange = 'ontem à tarde'
      status.data[1]!.lastChange = status.data[1]!.lastChange.slice(0, 10)
    },
  }),
  shipped({
    orderId: '1300060000607-01',
    note: 'IN_TRANSIT: 50 packages, 20 of them delivered',
    hoursAgo: 160,
    customer: people.OFICINA,
    lines: [{ sku: sku.NOTEBOOK, quantity: 50 }],
    shipping: 4_990,
    packages: fiftyPackages,
  }),
]
