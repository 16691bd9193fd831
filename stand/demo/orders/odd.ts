/** Orders that need a person's eye, or that no program expects. */
import type { ChangeV2 } from '../../oms'
import * as sku from '../catalog'
import { hexId } from '../ids'
import * as people from '../people'
import type { LinePlan, OrderPlan } from '../plan'
import { BRAZIL } from '../stores'

const CATALOG = [
  sku.MUG,
  sku.KETTLE,
  sku.KNIFE,
  sku.LAMP,
  sku.TOWEL,
  sku.NOTEBOOK,
  sku.SOAP,
  sku.COFFEE,
]

const twoHundredLines: LinePlan[] = Array.from({ length: 200 }, (_, index) => {
  const model = CATALOG[index % CATALOG.length]!
  return {
    sku: { ...model, id: String(1_000 + index), name: `${model.name}, cor ${index + 1}` },
    quantity: 1 + (index % 4),
    discount: index % 7 === 0 ? index + 1 : 0,
  }
})

function changeV2(orderId: string, startedAt: number, over: Partial<ChangeV2>): ChangeV2 {
  const uuid = (word: string) =>
    hexId(orderId, word)
      .toLowerCase()
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return {
    requestId: uuid('request'),
    workflowId: uuid('workflow'),
    status: 'done',
    reason: 'Cliente pediu menos uma unidade',
    date: `${new Date(startedAt - 3_600_000).toISOString().slice(0, -1)}0000Z`,
    manualDiscountValue: 0,
    manualIncrementValue: 0,
    totalChangeValue: 0,
    add: [],
    remove: [],
    ...over,
  }
}

const special = (plan: Omit<OrderPlan, 'store' | 'customer'> & Partial<OrderPlan>): OrderPlan => ({
  store: BRAZIL,
  customer: people.ANA,
  shipping: 1_890,
  ...plan,
})

export const odd: OrderPlan[] = [
  special({
    orderId: '1300090000901-01',
    note: 'TO_INVOICE after change v1: an item removed, the line still stands in items',
    status: 'handling',
    hoursAgo: 46,
    lines: [
      { sku: sku.KNIFE, quantity: 1 },
      { sku: sku.MUG, quantity: 2 },
    ],
    changesV1: [{ discount: 4_990, increment: 0, reason: 'Uma caneca quebrada', removed: [1] }],
  }),
  special({
    orderId: '1300090000902-01',
    note: 'TO_INVOICE after change v1 up: an increment',
    status: 'handling',
    hoursAgo: 47,
    lines: [{ sku: sku.LAMP, quantity: 1 }],
    changesV1: [{ discount: 0, increment: 1_500, reason: 'Embalagem para presente' }],
  }),
  special({
    orderId: '1300090000903-01',
    note: 'TO_INVOICE after change v2: done, items rewritten',
    status: 'handling',
    hoursAgo: 49,
    lines: [{ sku: sku.TOWEL, quantity: 2 }],
    changes: (startedAt) => [
      changeV2('1300090000903-01', startedAt, {
        totalChangeValue: -7_990,
        remove: [
          {
            uniqueId: hexId('1300090000903-01', 0),
            id: sku.TOWEL.id,
            quantity: 1,
            price: sku.TOWEL.price,
            name: sku.TOWEL.name,
            unitMultiplier: 1,
          },
        ],
      }),
    ],
  }),
  special({
    orderId: '1300090000904-01',
    note: 'ATTENTION: a change v2 is in progress and stays so',
    status: 'handling',
    hoursAgo: 51,
    lines: [{ sku: sku.COFFEE, quantity: 4 }],
    changes: (startedAt) => [
      changeV2('1300090000904-01', startedAt, {
        status: 'waiting-confirmation',
        remove: [
          {
            uniqueId: hexId('1300090000904-01', 0),
            id: sku.COFFEE.id,
            quantity: 1,
            price: sku.COFFEE.price,
            name: sku.COFFEE.name,
            unitMultiplier: 1,
          },
        ],
      }),
    ],
  }),
  special({
    orderId: '1300090000905-01',
    note: 'ATTENTION: cancellation-requested; an invoice would deny it',
    status: 'cancellation-requested',
    hoursAgo: 53,
    customer: people.BENTO,
    lines: [{ sku: sku.KETTLE, quantity: 1 }],
  }),
  special({
    orderId: '1300090000906-01',
    note: 'ATTENTION: stuck in start-handling, workflowIsInError',
    status: 'start-handling',
    hoursAgo: 77,
    customer: people.CELIA,
    lines: [{ sku: sku.MUG, quantity: 3 }],
    workflowIsInError: true,
  }),
  special({
    orderId: '1300090000907-01',
    note: 'ATTENTION: stuck in invoice for a day, neither packageAttachment nor logisticsInfo',
    status: 'invoice',
    hoursAgo: 82,
    customer: people.DARIO,
    lines: [{ sku: sku.LAMP, quantity: 1 }],
    workflowIsInError: true,
    shape: (order) => {
      delete order.packageAttachment
      delete order.shippingData!.logisticsInfo
    },
  }),
  special({
    orderId: '1300090000908-01',
    note: 'incomplete order: checkout never finished; not in the list',
    status: 'ready-for-handling',
    hoursAgo: 9,
    customer: people.EUNICE,
    lines: [{ sku: sku.HEADPHONES, quantity: 1 }],
    isCompleted: false,
  }),
  special({
    orderId: '1300090000909-01',
    note: 'TO_INVOICE in start-handling, and stays there',
    status: 'start-handling',
    hoursAgo: 10,
    lines: [{ sku: sku.NOTEBOOK, quantity: 2 }],
  }),
  special({
    orderId: '1300090000910-01',
    note: 'TO_INVOICE: 200 lines, discounts on every seventh',
    status: 'handling',
    hoursAgo: 54,
    customer: people.OFICINA,
    lines: twoHundredLines,
    shipping: 45_000,
  }),
  special({
    orderId: '1300090000911-01',
    note: 'TO_INVOICE: attachments null or absent: client, shipping, marketplace, packages, preferences',
    status: 'handling',
    hoursAgo: 56,
    lines: [{ sku: sku.SOAP, quantity: 3 }],
    shape: (order) => {
      order.clientProfileData = null
      order.shippingData = null
      order.packageAttachment = null
      order.marketplace = null
      delete order.storePreferencesData
      delete order.paymentData
    },
  }),
  special({
    orderId: '1300090000913-01',
    note: 'TO_INVOICE: a discount larger than its line, which is worth less than nothing',
    status: 'handling',
    hoursAgo: 59,
    customer: people.BENTO,
    lines: [
      { sku: sku.KNIFE, quantity: 2 },
      { sku: sku.CHEESE, quantity: 1, discount: 3_500 },
    ],
  }),
  special({
    orderId: '1300090000912-01',
    note: 'unreadable: items is a text, value is missing',
    status: 'handling',
    hoursAgo: 57,
    customer: people.CELIA,
    lines: [{ sku: sku.MUG, quantity: 1 }],
    shape: (order) => {
      Object.assign(order, { items: 'broken' })
      delete (order as { value?: number }).value
    },
  }),
]
