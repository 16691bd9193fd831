/** Small orders for the double's own tests, apart from the demo's. */
import {
  createOmsDouble,
  type Caller,
  type OmsAnswer,
  type OmsDouble,
  type SeedOrder,
} from '../index'
import type { WireItem, WireOrder } from '../wire'

export const START = Date.parse('2026-03-10T12:00:00.000Z')

const ALL_RIGHTS = [
  'OMSViewer',
  'ListOrders',
  'WorkflowAction',
  'ShippingAction',
  'RefundAction',
  'CancelAction',
  'Changes',
]

export function callerWith(...rights: string[]): Caller {
  return { kind: 'person', id: 'someone@example.com', rights: new Set(rights) }
}

export const everyRight = callerWith(...ALL_RIGHTS)

export function line(overrides: Partial<WireItem> = {}): WireItem {
  const { quantity = 2, price = 5_000 } = overrides
  const id = overrides.id ?? '18'
  return {
    uniqueId: `U${id}-${quantity}-${price}`,
    id,
    name: `Product ${id}`,
    quantity,
    price,
    sellingPrice: price,
    isGift: false,
    unitMultiplier: 1,
    priceTags: [],
    priceDefinition: {
      sellingPrices: [{ value: price, quantity }],
      calculatedSellingPrice: price,
      total: price * quantity,
      reason: null,
    },
    ...overrides,
  }
}

/** Two units of 50.00 and a freight of 10.00: value 110.00, unless told otherwise. */
export function order(overrides: Partial<WireOrder> = {}): WireOrder {
  const items = overrides.items ?? [line()]
  const itemsValue = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return {
    orderId: '1001-01',
    sequence: '500001',
    status: 'handling',
    value: itemsValue + 1_000,
    creationDate: '2026-03-09T10:00:00.0000000+00:00',
    lastChange: '2026-03-09T11:00:00.0000000+00:00',
    authorizedDate: '2026-03-09T10:30:00.0000000+00:00',
    isCompleted: true,
    workflowIsInError: false,
    totals: [
      { id: 'Items', name: 'Items', value: itemsValue },
      { id: 'Discounts', name: 'Discounts', value: 0 },
      { id: 'Shipping', name: 'Shipping', value: 1_000 },
      { id: 'Tax', name: 'Tax', value: 0 },
    ],
    items,
    packageAttachment: { packages: [] },
    ...overrides,
  }
}

/** What JSON.parse gives: a test looks into it as it likes. */
export type Parsed = ReturnType<JSON['parse']>

export interface Bench {
  oms: OmsDouble
  /** Moves the clock. */
  pass: (milliseconds: number) => void
  call: (
    method: string,
    path: string,
    body?: unknown,
    caller?: Caller | null
  ) => Promise<{ status: number; body: Parsed; headers: Record<string, string> }>
  raw: (method: string, path: string, body?: unknown, caller?: Caller | null) => Promise<OmsAnswer>
  order: (orderId?: string) => Promise<Parsed>
}

/** A double of these orders on a clock that only the test moves. */
export function bench(orders: Array<WireOrder | SeedOrder> = [order()]): Bench {
  let now = START
  const seeds = orders.map((one) =>
    'order' in one ? (one as SeedOrder) : { note: 'test', order: one as WireOrder }
  )
  const oms = createOmsDouble({
    now: () => now,
    accountName: 'storeops',
    seedOrders: () => structuredClone(seeds),
  })
  const raw: Bench['raw'] = (method, path, body, caller = everyRight) => {
    const [pathname = '', search = 'an=storeops'] = path.split('?')
    return oms.handle({
      method,
      path: pathname,
      query: new URLSearchParams(search),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
      caller,
    })
  }
  const call: Bench['call'] = async (...of) => {
    const answer = await raw(...of)
    if (answer.kind !== 'answer') throw new Error(`no answer but ${answer.kind}`)
    const isJson = answer.headers['content-type']?.includes('json')
    return { ...answer, body: isJson ? JSON.parse(answer.body) : answer.body }
  }
  return {
    oms,
    pass: (milliseconds) => {
      now += milliseconds
    },
    raw,
    call,
    order: async (orderId = '1001-01') =>
      (await call('GET', `/api/oms/pvt/orders/${orderId}`)).body,
  }
}

export const ORDERS = '/api/oms/pvt/orders'

/** A body of NotifyInvoice that covers the whole standard order. */
export function invoice(overrides: Record<string, unknown> = {}) {
  return {
    type: 'Output',
    issuanceDate: '2026-03-10T09:00:00-03:00',
    invoiceNumber: '4711',
    invoiceValue: 11_000,
    items: [{ id: '18', price: 5_000, quantity: 2 }],
    ...overrides,
  }
}
