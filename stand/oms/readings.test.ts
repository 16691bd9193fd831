import { READINGS, type ReadingName } from './readings'
import {
  bench,
  callerWith,
  invoice,
  line,
  order,
  ORDERS,
  type Bench,
  type Parsed,
} from './testOrders'
import type { WireOrder } from './wire'

const PATH = `${ORDERS}/1001-01/invoice`
const TRACKING = `${PATH}/4711/tracking`
const CHANGES = '/api/order-system/orders/1001-01/changes'
const EVENT = { description: 'x', date: '2026-03-01 10:00', city: 'Recife', state: 'PE' }

interface Sight {
  orders?: WireOrder[]
  /** What a client gets to see. */
  see: (made: Bench) => Promise<unknown>
  /** By value of the reading. */
  sees: Record<string, unknown>
}

async function post(made: Bench, overrides: Record<string, unknown> = {}): Promise<number> {
  const { status } = await made.call('POST', PATH, invoice(overrides))
  made.pass(3_000)
  return status
}

async function put(made: Bench, body: Record<string, unknown>): Promise<number> {
  const { status } = await made.call('PUT', TRACKING, {
    isDelivered: false,
    events: [EVENT],
    ...body,
  })
  made.pass(3_000)
  return status
}

async function patch(made: Bench, body: Record<string, unknown>): Promise<number> {
  const { status } = await made.call('PATCH', `${PATH}/4711`, body)
  made.pass(3_000)
  return status
}

const packages = async (made: Bench): Promise<Parsed[]> =>
  (await made.order()).packageAttachment.packages
const first = async (made: Bench): Promise<Parsed> => (await packages(made))[0]
const change = {
  reason: 'r',
  add: { items: [{ uniqueId: line().uniqueId, id: '18', quantity: 1 }] },
}
const delivered = async (made: Bench) => (await first(made)).courierStatus

/** One sight for each reading, so that none is a name without effect. */
const SIGHTS: Record<ReadingName, Sight> = {
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
  patchRequiresAll: {
    see: async (made) => {
      await post(made)
      return patch(made, { trackingNumber: 'x', courier: null, trackingUrl: null })
    },
    sees: { no: 200, yes: 400 },
  },
  patchNull: {
    see: async (made) => {
      await post(made, { courier: 'Correios' })
      await patch(made, { courier: null })
      return (await first(made)).courier
    },
    sees: { overwrites: null, ignored: 'Correios' },
  },
  patchLastChange: {
    see: async (made) => {
      await post(made)
      const before = (await made.order()).lastChange
      await patch(made, { courier: 'x' })
      return (await made.order()).lastChange === before
    },
    sees: { moves: false, stays: true },
  },
  trackingPut: {
    see: async (made) => {
      await post(made)
      await put(made, { events: [EVENT, { ...EVENT, city: 'Natal' }] })
      await put(made, {})
      return (await delivered(made)).data.length
    },
    sees: { append: 3, dedup: 2, replace: 1 },
  },
  putWithoutTrackingNumber: {
    see: async (made) => {
      await post(made)
      return put(made, {})
    },
    sees: { accept: 200, refuse: 400 },
  },
  putRequiresAll: {
    see: async (made) => {
      await post(made)
      return put(made, { deliveredDate: undefined })
    },
    sees: { no: 200, yes: 400 },
  },
  deliveredWithoutEvents: {
    see: async (made) => {
      await post(made)
      return put(made, { isDelivered: true, events: [] })
    },
    sees: { accept: 200, refuse: 400 },
  },
  deliveredDateDefault: {
    see: async (made) => {
      await post(made)
      await put(made, { isDelivered: true })
      return (await delivered(made)).deliveredDate
    },
    sees: { none: null, now: '2026-03-10T12:00:05.0000000+00:00' },
  },
  reopenDelivered: {
    see: async (made) => {
      await post(made)
      await put(made, { isDelivered: true, deliveredDate: '2026-03-10 10:00' })
      await put(made, { isDelivered: false })
      const { finished, deliveredDate } = await delivered(made)
      return [finished, deliveredDate]
    },
    sees: { reopens: [false, null], sticky: [true, '2026-03-10T10:00:00.0000000+00:00'] },
  },
  putLastChange: {
    see: async (made) => {
      await post(made)
      const before = (await made.order()).lastChange
      await put(made, {})
      return (await made.order()).lastChange === before
    },
    sees: { stays: true, moves: false },
  },
  courierStatusBefore: {
    see: async (made) => {
      await post(made)
      return delivered(made)
    },
    sees: {
      null: null,
      object: { status: null, finished: false, deliveredDate: null, data: null },
    },
  },
  courierStatusWord: {
    see: async (made) => {
      await post(made)
      await put(made, {})
      return (await delivered(made)).status
    },
    sees: { ok: 'ok', unknown: 'unknown', empty: '' },
  },
  issuanceDate: {
    see: async (made) => {
      await post(made)
      return (await first(made)).issuanceDate
    },
    sees: { utc: '2026-03-10T12:00:00.0000000+00:00', asSent: '2026-03-10T09:00:00-03:00' },
  },
  eventDates: {
    see: async (made) => {
      await post(made)
      await put(made, {})
      return (await delivered(made)).data[0].lastChange
    },
    sees: {
      utc: '2026-03-01T10:00:00.0000000+00:00',
      asSent: '2026-03-01 10:00',
      naive: '2026-03-01T10:00:00',
    },
  },
  deliveredDate: {
    see: async (made) => {
      await post(made)
      await put(made, { isDelivered: true, deliveredDate: '2026-03-10 10:00' })
      return (await delivered(made)).deliveredDate
    },
    sees: {
      utc: '2026-03-10T10:00:00.0000000+00:00',
      asSent: '2026-03-10 10:00',
      naive: '2026-03-10T10:00:00',
    },
  },
  naiveZone: {
    orders: [order({ storePreferencesData: { timeZone: 'E. South America Standard Time' } })],
    see: async (made) => {
      await post(made)
      await put(made, {})
      return (await delivered(made)).data[0].lastChange
    },
    sees: { utc: '2026-03-01T10:00:00.0000000+00:00', store: '2026-03-01T13:00:00.0000000+00:00' },
  },
  startHandling: {
    orders: [order({ status: 'ready-for-handling' })],
    see: async (made) => {
      const { status } = await made.call('POST', `${ORDERS}/1001-01/start-handling`)
      made.pass(3_000)
      return [status, (await made.order()).status]
    },
    sees: { applies: [204, 'handling'], noEffect: [204, 'ready-for-handling'] },
  },
  oms003Status: {
    see: async (made) => (await made.call('POST', `${ORDERS}/1001-01/start-handling`)).status,
    sees: { '400': 400, '409': 409 },
  },
  returnBeforeInvoiced: {
    see: async (made) => {
      await post(made, { invoiceValue: 5_000 })
      return post(made, { type: 'Input', invoiceNumber: 'R', invoiceValue: 1_000 })
    },
    sees: { acceptsWithoutRefund: 200, refuse: 400 },
  },
  forbidden: {
    see: async (made) => {
      const path = `${ORDERS}/1001-01`
      const answer = await made.call('GET', path, undefined, callerWith('ListOrders'))
      return [answer.status, answer.headers['content-type']!.split(';')[0]]
    },
    sees: { '403': [403, 'application/json'], loginPage: [200, 'text/html'] },
  },
  retryAfter: {
    see: async (made) => {
      made.oms.setBehaviour({ faults: [{ operation: 'GetOrder', kind: 'status429' }] })
      return (await made.call('GET', `${ORDERS}/1001-01`)).headers['retry-after']
    },
    sees: { seconds: '1', absent: undefined },
  },
  changesReadRight: {
    see: async (made) =>
      (await made.call('GET', CHANGES, undefined, callerWith('OMSViewer'))).status,
    sees: { documented: 403, viewer: 200 },
  },
  changesHistoryStatus: {
    see: async (made) => {
      await made.call('PATCH', CHANGES, change)
      const { inProgress } = (await made.call('GET', CHANGES)).body.requests[0]
      return inProgress
    },
    sees: { shown: true, absent: undefined },
  },
  changesAttachmentV2: {
    see: async (made) => {
      const { totalChangeValue } = (await made.call('PATCH', CHANGES, change)).body
      const running = (await made.order()).changesAttachment?.changesData.length
      made.pass(10_000)
      const done = (await made.order()).changesAttachment?.changesData[0].incrementValue
      return [totalChangeValue, running, done]
    },
    sees: { shown: [0, 0, 5_000], absent: [0, undefined, undefined] },
  },
  interactionsRight: {
    see: async (made) => {
      const body = { source: 'a', message: 'b' }
      const path = `${ORDERS}/1001-01/interactions`
      return (await made.call('POST', path, body, callerWith('ShippingAction'))).status
    },
    sees: { shipping: 200, documented: 403 },
  },
}

const cases = Object.entries(SIGHTS).flatMap(([name, { orders, see, sees }]) =>
  Object.entries(sees).map(([value, expected]) => ({ name, value, orders, see, expected }))
)

it.each(cases)('$name as $value', async ({ name, value, orders, see, expected }) => {
  const made = bench(orders)
  const isChoice = 'values' in READINGS[name as ReadingName]
  const set = made.oms.setBehaviour({ readings: { [name]: isChoice ? value : Number(value) } })
  expect(set).toEqual({ ok: true })
  expect(await see(made)).toEqual(expected)
})

it.each(Object.entries(SIGHTS))(
  '%s: each value is seen, and each looks different',
  (name, { sees }) => {
    const reading = READINGS[name as ReadingName]
    if ('values' in reading) expect(Object.keys(sees).sort()).toEqual([...reading.values].sort())
    const sights = Object.values(sees).map((sight) => JSON.stringify(sight) ?? 'nothing')
    expect(new Set(sights).size).toBe(sights.length)
  }
)
