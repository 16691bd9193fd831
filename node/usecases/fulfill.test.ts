import type { ProblemCode } from '../domain/problem/problem'
import type { OutgoingInvoice, OutgoingTracking } from '../domain/package/outgoing'
import { cents } from '../domain/values/money'
import type { FulfillCommand, FulfillResult } from './commands'
import { fulfill } from './fulfill'
import { notifyInvoice } from './notifyInvoice'
import { readActivity } from './readActivity'
import { someFulfill, someStatus, someTracking } from './testing/someFulfill'
import { someInvoice, someItem, someLine, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'

const ID = '1400-01'
const TRACKING = someTracking({ trackingNumber: 'AA1', courier: 'Correios' })
const WHOLE = someFulfill({
  invoice: someInvoice(),
  tracking: TRACKING,
  status: someStatus([8], true),
})
const INVOICE = 'NOTIFY_INVOICE'
const EDIT = 'UPDATE_PARTIAL_INVOICE'
const STATUS = 'UPDATE_TRACKING_STATUS'

const run = (world: World, command: FulfillCommand, accept: ProblemCode[] = []) =>
  fulfill(world.ports(), ID, command, accept)
const stepsOf = ({ steps }: FulfillResult) =>
  steps.map(({ operation, outcome }) => [operation, outcome])
const callsOf = (world: World) => world.oms.sent.map(({ call }) => call)
const writesOf = (world: World) => callsOf(world).filter((call) => call !== 'get')
const found = ({ problems }: FulfillResult) => problems.map(({ code, field }) => [code, ...field])
const invoiced = (changes: Parameters<typeof somePackage>[0] = {}) =>
  someOrder({ status: 'invoiced', packages: [somePackage(changes)] })

describe('an order that has nothing yet', () => {
  it('is invoiced with its tracking inside, and delivered, on one read and two read-backs', async () => {
    const world = new World(someOrder())
    const result = await run(world, WHOLE)
    expect(stepsOf(result)).toEqual([
      [INVOICE, 'APPLIED'],
      [EDIT, 'APPLIED'],
      [STATUS, 'APPLIED'],
    ])
    expect(result).toMatchObject({ outcome: 'APPLIED', invoiceNumber: 'NF-1', problems: [] })
    expect(result.invoice).toMatchObject({ trackingNumber: 'AA1', courier: 'Correios' })
    expect(result.invoice?.courierStatus).toMatchObject({ finished: true })
    expect(result.view?.stage).toBe('DELIVERED')
    expect(callsOf(world)).toEqual(['get', 'notifyInvoice', 'get', 'updateTrackingStatus', 'get'])
    const [body] = world.oms.bodies<OutgoingInvoice>('notifyInvoice')
    expect(body).toMatchObject({ trackingNumber: 'AA1', courier: 'Correios' })
    expect(result.steps[1].receipt).toEqual(result.steps[0].receipt)
    const receipts = result.steps.map(({ receipt }) => receipt?.receipt)
    expect(receipts).toEqual([1, 1, 2].map((count) => String(count).padStart(32, '0')))
  })

  it('is told that the invoice named for its tracking is none, where it was named', async () => {
    const command = { invoice: someInvoice(), invoiceNumber: 'NF-9', tracking: TRACKING }
    const result = await run(new World(someOrder()), someFulfill(command))
    expect(found(result).map(([, ...field]) => field)).toEqual([['fulfill', 'invoiceNumber']])
  })

  it('has each send in its activity once, by its own name', async () => {
    const world = new World(someOrder())
    await run(world, WHOLE)
    const told = await readActivity(world.ports(), ID, 50)
    expect(told.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      [STATUS, 'APPLIED'],
      [INVOICE, 'APPLIED'],
    ])
    expect(world.logs.map(({ flow }) => flow)).toEqual(['NotifyInvoice', 'UpdateTrackingStatus'])
  })

  it('gives the invoice the dispatch date, and knows it afterwards', async () => {
    const world = new World(someOrder())
    const tracking = { ...TRACKING, dispatchedDate: '2026-03-10T07:00:00Z' }
    await run(world, someFulfill({ invoice: someInvoice(), tracking }))
    const early = someStatus([6], true)
    const result = await run(world, someFulfill({ tracking, status: early }))
    expect(stepsOf(result)).toEqual([
      [EDIT, 'ALREADY_APPLIED'],
      [STATUS, 'REFUSED'],
    ])
    expect(found(result)).toEqual([
      ['DELIVERED_BEFORE_DISPATCH', 'fulfill', 'status', 'deliveredDate'],
    ])
  })

  it('takes the default courier with a tracking number, as an invoice of its own does', async () => {
    const world = new World(someOrder())
    world.settings = { ...world.settings, defaultCourier: 'Loggi' }
    const tracking = someTracking({ trackingNumber: 'AA1' })
    await run(world, someFulfill({ invoice: someInvoice(), tracking }))
    expect(world.oms.bodies('notifyInvoice')).toMatchObject([{ courier: 'Loggi' }])
  })

  it('gets the tracking of the command where the invoice names another', async () => {
    const world = new World(someOrder())
    const invoice = someInvoice({
      trackingNumber: 'OLD',
      courier: 'Old',
      trackingUrl: 'https://a.b',
    })
    await run(world, someFulfill({ invoice, tracking: TRACKING }))
    expect(world.oms.bodies('notifyInvoice')).toMatchObject([
      { trackingNumber: 'AA1', courier: 'Correios', trackingUrl: 'https://a.b' },
    ])
  })
})

describe('only what is missing goes out', () => {
  it('nothing, where the order holds all of it', async () => {
    const world = new World(someOrder())
    await run(world, WHOLE)
    const before = writesOf(world).length
    const again = await run(world, WHOLE)
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expect(stepsOf(again)).toEqual([
      [INVOICE, 'ALREADY_APPLIED'],
      [EDIT, 'ALREADY_APPLIED'],
      [STATUS, 'ALREADY_APPLIED'],
    ])
    expect(writesOf(world)).toHaveLength(before)
  })

  it('tracking that the stored invoice lacks, by itself, and the status after it', async () => {
    const world = new World(invoiced())
    const result = await run(world, { ...WHOLE, invoice: someInvoice() })
    expect(stepsOf(result)).toEqual([
      [INVOICE, 'ALREADY_APPLIED'],
      [EDIT, 'APPLIED'],
      [STATUS, 'APPLIED'],
    ])
    expect(writesOf(world)).toEqual(['updatePartialInvoice', 'updateTrackingStatus'])
  })

  it('events that are not recorded', async () => {
    const world = new World(invoiced({ trackingNumber: 'AA1' }))
    await run(world, someFulfill({ status: someStatus([8]) }))
    await run(world, someFulfill({ status: someStatus([8, 9]) }))
    const sent = world.oms.bodies<{ events: unknown[] }>('updateTrackingStatus')
    expect(sent.map(({ events }) => events.length)).toEqual([1, 1])
  })

  it('a number that is held with other content is answered as notifyInvoice answers', async () => {
    const world = new World(invoiced())
    const result = await run(world, { ...WHOLE, invoice: someInvoice({ courier: 'Other' }) })
    expect(stepsOf(result)).toEqual([[INVOICE, 'REFUSED']])
    expect(found(result)).toEqual([['INVOICE_EXISTS', 'fulfill', 'invoice', 'invoiceNumber']])
    expect(result.problems[0].differences).toMatchObject([{ field: 'courier' }])
    expect(writesOf(world)).toEqual([])
  })

  it('tracking that OMS did not keep from inside the invoice goes by itself', async () => {
    const world = new World(someOrder())
    const ports = world.ports()
    const orders = Object.create(world.oms) as typeof world.oms
    orders.notifyInvoice = (orderId, invoice) =>
      world.oms.notifyInvoice(orderId, { ...invoice, trackingNumber: null })
    const result = await fulfill({ ...ports, orders }, ID, WHOLE, [])
    expect(result.outcome).toBe('APPLIED')
    expect(world.oms.bodies<OutgoingTracking>('updatePartialInvoice')).toHaveLength(1)
    expect(world.oms.peek(ID).packages[0].trackingNumber).toBe('AA1')
  })
})

describe('a step that does not go well stops those after it', () => {
  it('an invoice that is refused', async () => {
    const world = new World(someOrder({ status: 'canceled' }))
    const result = await run(world, WHOLE)
    expect([result.outcome, ...stepsOf(result)]).toEqual(['REFUSED', [INVOICE, 'REFUSED']])
    expect(writesOf(world)).toEqual([])
  })

  it.each([
    ['rejected', 'FAILED', 'OMS_REJECTED'],
    ['rateLimited', 'FAILED', 'RATE_LIMITED'],
    ['unknown', 'UNKNOWN', 'OMS_OUTCOME_UNKNOWN'],
  ] as const)('an invoice that ends %s', async (kind, outcome, code) => {
    const world = new World(someOrder())
    world.oms.fail({ kind, call: 'notifyInvoice', status: 400 })
    const result = await run(world, WHOLE)
    expect([result.outcome, ...stepsOf(result)]).toEqual([outcome, [INVOICE, outcome]])
    expect(found(result)).toEqual([[code]])
    expect(writesOf(world)).toEqual(['notifyInvoice'])
  })

  it('a lost answer that reading settles stops nothing', async () => {
    const world = new World(someOrder())
    world.oms.fail({ kind: 'unknown', call: 'notifyInvoice', afterCommit: true })
    const result = await run(world, WHOLE)
    expect([result.outcome, ...stepsOf(result).map(([, outcome]) => outcome)]).toEqual(
      Array(4).fill('APPLIED')
    )
    expect(writesOf(world)).toEqual(['notifyInvoice', 'updateTrackingStatus'])
  })

  it('tracking that OMS refuses: the invoice stands, and the same call goes on from there', async () => {
    const world = new World(invoiced())
    world.oms.fail({ kind: 'rejected', call: 'updatePartialInvoice', status: 409 })
    const result = await run(world, WHOLE)
    expect([result.outcome, ...stepsOf(result)]).toEqual([
      'FAILED',
      [INVOICE, 'ALREADY_APPLIED'],
      [EDIT, 'FAILED'],
    ])
    expect((await run(world, WHOLE)).outcome).toBe('APPLIED')
  })

  it('an invoice that OMS took and does not show yet cannot be tracked further', async () => {
    const world = new World(someOrder())
    world.oms.applyDelayMs = 20_000
    const result = await run(world, WHOLE)
    expect([result.outcome, ...stepsOf(result)]).toEqual([
      'REFUSED',
      [INVOICE, 'ACCEPTED'],
      [EDIT, 'ACCEPTED'],
      [STATUS, 'REFUSED'],
    ])
    expect(found(result)).toEqual([['IN_PROGRESS']])
    expect(result.invoice).toMatchObject({ invoiceNumber: 'NF-1', trackingNumber: 'AA1' })
    const again = await run(world, WHOLE)
    expect(stepsOf(again)).toEqual(stepsOf(result))
    expect(again.steps[1].receipt).toEqual(result.steps[0].receipt)
    world.clock.advance(20_000)
    world.oms.applyDelayMs = 0
    expect((await run(world, WHOLE)).outcome).toBe('APPLIED')
    expect(writesOf(world)).toEqual(['notifyInvoice', 'updateTrackingStatus'])
  })

  it('accepted tracking counts for the status after it', async () => {
    const world = new World(invoiced())
    world.oms.applyDelayMs = 9_000
    const result = await run(world, someFulfill({ tracking: TRACKING, status: someStatus([8]) }))
    expect([result.outcome, ...stepsOf(result)]).toEqual([
      'ACCEPTED',
      [EDIT, 'ACCEPTED'],
      [STATUS, 'ACCEPTED'],
    ])
  })
})

describe('which invoice', () => {
  const parts = someOrder({
    packages: [
      somePackage({ invoiceNumber: 'A', invoiceValue: cents(4_000), trackingNumber: 'T' }),
      somePackage({ invoiceNumber: 'B', invoiceValue: cents(4_000), trackingNumber: 'T' }),
    ],
  })

  it('the one that is named, whatever stands beside it', async () => {
    const world = new World(parts)
    const invoice = someInvoice({ invoiceNumber: 'C' })
    const command = someFulfill({ invoice, invoiceNumber: ' B ', status: someStatus([8]) })
    const result = await run(world, command, ['VALUE_NOT_ITEMS', 'VALUE_LEAVES_REMAINDER'])
    expect(result.outcome).toBe('APPLIED')
    const tracked = world.oms.peek(ID).packages.map((one) => one.courierStatus?.events.length ?? 0)
    expect(tracked).toEqual([0, 1, 0])
  })

  it('tracking of another one does not travel inside the invoice', async () => {
    const world = new World(parts)
    const invoice = someInvoice({ invoiceNumber: 'C', items: [], invoiceValue: 3_500 })
    const tracking = someTracking({ courier: 'Correios' })
    const command = someFulfill({ invoice, invoiceNumber: 'A', tracking })
    expect((await run(world, command)).outcome).toBe('APPLIED')
    expect(writesOf(world)).toEqual(['notifyInvoice', 'updatePartialInvoice'])
    expect(world.oms.bodies('notifyInvoice')).toMatchObject([{ courier: null }])
  })

  it('that of the invoice, under the number where its document stands', async () => {
    const key = '35260312345678000195550010006437971234567890'
    const world = new World(
      invoiced({ invoiceNumber: '643797', invoiceKey: key, trackingNumber: 'AA1' })
    )
    const invoice = someInvoice({ invoiceNumber: '643797', invoiceKey: key })
    const result = await run(world, someFulfill({ invoice, status: someStatus([8]) }))
    expect(stepsOf(result)).toEqual([
      [INVOICE, 'ALREADY_APPLIED'],
      [STATUS, 'APPLIED'],
    ])
  })

  it('the only one of the order; a return beside it is none', async () => {
    const world = new World(
      someOrder({
        status: 'invoiced',
        packages: [
          somePackage({ trackingNumber: 'AA1' }),
          somePackage({ invoiceNumber: 'R-1', type: 'INPUT', invoiceValue: cents(100) }),
        ],
      })
    )
    const result = await run(world, someFulfill({ status: someStatus([8], true) }))
    expect(result).toMatchObject({ outcome: 'APPLIED', invoiceNumber: 'NF-1' })
  })

  it.each([
    ['several', parts, 'A, B'],
    ['none', someOrder(), ''],
  ])('not named among %s', async (_name, order, numbers) => {
    const world = new World(order)
    const result = await run(world, someFulfill({ tracking: TRACKING, status: someStatus([8]) }))
    expect(stepsOf(result)).toEqual([[EDIT, 'REFUSED']])
    expect(found(result)).toEqual([['INVOICE_NOT_NAMED', 'fulfill', 'invoiceNumber']])
    expect(result.problems[0].facts).toEqual([{ name: 'invoiceNumbers', value: numbers }])
  })

  it('one that OMS took and does not show counts among them', async () => {
    const world = new World(
      someOrder({ packages: [somePackage({ invoiceValue: cents(4_000), trackingNumber: 'T' })] })
    )
    world.oms.applyDelayMs = 20_000
    const second = someInvoice({ invoiceNumber: 'NF-2' })
    expect(await notifyInvoice(world.ports(), ID, second, [], null)).toMatchObject({
      outcome: 'ACCEPTED',
    })
    const result = await run(world, someFulfill({ status: someStatus([8]) }))
    expect(result.problems[0]).toMatchObject({
      code: 'INVOICE_NOT_NAMED',
      facts: [{ value: 'NF-1, NF-2' }],
    })
  })

  it('one that the order does not have: the problem stands where its number was written', async () => {
    const world = new World(invoiced())
    const status = someStatus([8])
    const byNumber = await run(world, someFulfill({ status, invoiceNumber: 'X' }))
    expect(found(byNumber)).toEqual([['INVOICE_NOT_FOUND', 'fulfill', 'invoiceNumber']])
    const byInvoice = await run(world, someFulfill({ status, invoice: someInvoice() }))
    expect(found(byInvoice)).toEqual([
      ['TRACKING_NUMBER_MISSING', 'fulfill', 'invoice', 'invoiceNumber'],
    ])
  })

  it('a return is not tracked, and tracking does not travel inside it', async () => {
    const world = new World(invoiced())
    const invoice = someInvoice({
      type: 'INPUT',
      invoiceNumber: 'R-1',
      items: [someItem({ id: '101', quantity: 1 })],
    })
    const result = await run(world, someFulfill({ invoice, tracking: TRACKING }), [
      'RETURN_TRIGGERS_REFUND',
    ])
    expect(stepsOf(result)).toEqual([
      [INVOICE, 'APPLIED'],
      [EDIT, 'REFUSED'],
    ])
    expect(world.oms.bodies('notifyInvoice')).toMatchObject([{ trackingNumber: null }])
  })
})

describe('what cannot be fulfilled', () => {
  it('nothing at all: no claim, no read, no entry', async () => {
    const world = new World(someOrder())
    const result = await run(world, someFulfill({ invoiceNumber: 'NF-1' }))
    expect(result).toMatchObject({ outcome: 'REFUSED', steps: [], view: null })
    expect(found(result)).toEqual([['FULFILL_EMPTY', 'fulfill']])
    expect([world.oms.sent, world.journal(ID).activity]).toEqual([[], []])
  })

  it('tracking that cannot be sent keeps the new invoice that it would travel in', async () => {
    const world = new World(someOrder())
    const tracking = someTracking({ trackingUrl: 'ftp://x', courier: ' ' })
    const result = await run(world, someFulfill({ invoice: someInvoice(), tracking }))
    expect(stepsOf(result)).toEqual([[INVOICE, 'REFUSED']])
    expect(found(result)).toEqual([
      ['URL_INVALID', 'fulfill', 'tracking', 'trackingUrl'],
      ['TRACKING_EMPTY', 'fulfill', 'tracking', 'courier'],
    ])
    expect(writesOf(world)).toEqual([])
  })

  it('an order that OMS does not know', async () => {
    const world = new World(someOrder())
    const result = await fulfill(world.ports(), '999-01', WHOLE, [])
    expect([stepsOf(result), found(result)]).toEqual([
      [[INVOICE, 'REFUSED']],
      [['ORDER_NOT_FOUND']],
    ])
  })

  it('warnings stop their step until they are accepted', async () => {
    const world = new World(invoiced({ trackingNumber: 'OLD' }))
    const first = await run(world, WHOLE)
    expect(found(first)).toEqual([['TRACKING_REPLACES', 'fulfill', 'tracking', 'trackingNumber']])
    expect((await run(world, WHOLE, ['TRACKING_REPLACES'])).outcome).toBe('APPLIED')
  })
})

describe('beside others', () => {
  it('decides anew, on a new read, where somebody writes the journal between two steps', async () => {
    const world = new World(invoiced())
    const ports = world.ports()
    const { journals } = ports
    let saves = 0
    const disturbed = {
      ...journals,
      update: async (...args: Parameters<typeof journals.update>) => {
        saves += 1
        // Right before the first step is recorded.
        if (saves === 1) await journals.update(ID, (journal) => journal)
        return journals.update(...args)
      },
    }
    const command = someFulfill({ tracking: TRACKING, status: someStatus([8]) })
    const result = await fulfill({ ...ports, journals: disturbed }, ID, command, [])
    expect(result.outcome).toBe('APPLIED')
    expect(callsOf(world)).toEqual([
      'get',
      'updatePartialInvoice',
      'get',
      'get',
      'updateTrackingStatus',
      'get',
    ])
  })

  it('a claim that is lost between two steps sends nothing more', async () => {
    const world = new World(invoiced())
    const ports = world.ports()
    const orders = Object.create(world.oms) as typeof world.oms
    orders.updatePartialInvoice = (...args) => {
      world.claimIsLost = true
      return world.oms.updatePartialInvoice(...args)
    }
    const command = someFulfill({ tracking: TRACKING, status: someStatus([8]) })
    const result = await fulfill({ ...ports, orders }, ID, command, [])
    expect([result.outcome, ...stepsOf(result)]).toEqual([
      'REFUSED',
      [EDIT, 'APPLIED'],
      [STATUS, 'REFUSED'],
    ])
    expect(found(result)).toEqual([['IN_PROGRESS']])
    expect(writesOf(world)).toEqual(['updatePartialInvoice'])
  })

  it('a journal that fails between two steps: what was sent stands, and what follows is read anew', async () => {
    const world = new World(invoiced())
    // The intent is the first write; recording how it ended the second.
    world.journalFault = { at: 2, afterCommit: false }
    const command = someFulfill({ tracking: TRACKING, status: someStatus([8]) })
    const result = await run(world, command)
    expect(result.outcome).toBe('APPLIED')
    expect(writesOf(world)).toEqual(['updatePartialInvoice', 'updateTrackingStatus'])
  })
})

it('a line of the order is left to the invoice that names it', async () => {
  const lines = [someLine(), someLine({ itemIndex: 1, id: '202', quantity: 1 })]
  const world = new World(someOrder({ lines }))
  const part = someInvoice({ invoiceNumber: 'A', items: [someItem({ id: '202', quantity: 1 })] })
  await run(world, someFulfill({ invoice: part, tracking: TRACKING }))
  const rest = someFulfill({ invoice: someInvoice({ invoiceNumber: 'B' }), tracking: TRACKING })
  expect((await run(world, rest)).outcome).toBe('APPLIED')
  expect(world.oms.peek(ID).status).toBe('invoiced')
})
