import {
  eventsOf,
  invoiceOf,
  NO_PARCELS,
  withTold,
  type InvoiceParcels,
} from '../../domain/carriers/orderParcels'
import type { Order } from '../../domain/order/order'
import type { FaultKind } from '../../domain/problem/fault'
import type { ParcelEvent, ParcelReport } from '../../domain/parcel/parcelReport'
import { someIntent } from '../../domain/testing/someIntent'
import { someParcel } from '../../domain/testing/someParcel'
import { somePackage } from '../../domain/testing/someOrder'
import { instantAt } from '../../domain/values/instant'
import { cents } from '../../domain/values/money'
import { at, DELIVERED, FIRST, MOVING, orderWith, POSTED } from '../../edge/testing/carrierPosts'
import { World } from '../testing/world'
import { aheadOf, tellInvoice } from './tellInvoice'

const KEY = '35261111222333000181550010000047111123456787'
const told = (...reports: readonly ParcelReport[]): InvoiceParcels =>
  invoiceOf(withTold(NO_PARCELS, '1', [{ reports, from: 'm' }]), '1')
const posted = (...events: readonly ParcelEvent[]) => told(someParcel({ ...FIRST, events }))
const markOf = (event: ParcelEvent) => eventsOf(someParcel({ ...FIRST, events: [event] }))[0].mark

async function tell(
  known: InvoiceParcels,
  order: Order | null = orderWith('1-01', 'AA111111111BR')
) {
  const world = order ? new World(order) : new World()
  return { world, end: await tellInvoice(world.ports('carrier: generic'), '1-01', known) }
}

describe('what carriers told of an invoice', () => {
  it('is one call to OMS, and each event of it is marked', async () => {
    const { world, end } = await tell(posted(POSTED, MOVING, DELIVERED))
    expect(end).toEqual({
      end: 'DONE',
      problem: null,
      tellings: new Map([POSTED, MOVING, DELIVERED].map((event) => [markOf(event), 'SENT'])),
      isDelivered: true,
    })
    expect(world.oms.bodies('updateTrackingStatus')).toHaveLength(1)
    expect(world.oms.bodies('updatePartialInvoice')).toEqual([])
    expect(world.journal('1-01').activity).toMatchObject([
      { actor: 'carrier: generic', operation: 'UPDATE_TRACKING_STATUS', invoiceNumber: '1' },
    ])
  })

  it('is not delivered before its last parcel is', async () => {
    expect((await tell(posted(POSTED))).end.isDelivered).toBe(false)
  })

  it('is done where OMS has it all from others', async () => {
    const event = { ...POSTED, dateText: POSTED.date, description: 'Words of another', state: 'SP' }
    const order = orderWith('1-01', FIRST.trackingNumber, {
      courierStatus: { status: 'ok', finished: false, deliveredDate: null, events: [event] },
    })
    const { world, end } = await tell(posted(POSTED), order)
    expect(end).toMatchObject({ end: 'DONE', problem: null })
    expect(end.tellings).toEqual(new Map([[markOf(POSTED), 'OTHERS']]))
    expect(world.oms.bodies('updateTrackingStatus')).toEqual([])
  })

  it('is accepted, and so done, where OMS shows it later', async () => {
    const world = new World(orderWith('1-01', FIRST.trackingNumber))
    world.oms.applyDelayMs = 60_000
    const end = await tellInvoice(world.ports(), '1-01', posted(POSTED))
    expect(end.end).toBe('DONE')
    expect(end.tellings.size).toBe(1)
  })
})

describe('an invoice that has no tracking number', () => {
  const keyed = (trackingNumber: string | null, id = 'p') =>
    someParcel({ trackingNumber, parcelId: id, invoiceKey: KEY, events: [POSTED] })
  const without = orderWith('1-01', null, { invoiceKey: KEY })

  it('gets that of its parcel first, and nothing else of it', async () => {
    const { world, end } = await tell(told(keyed('OY1')), without)
    expect(end.end).toBe('DONE')
    expect(world.oms.bodies('updatePartialInvoice')).toEqual([{ trackingNumber: 'OY1' }])
    const [one] = world.oms.peek('1-01').packages
    expect([one.trackingNumber, one.courierStatus?.events.length]).toEqual(['OY1', 1])
  })

  it('gets the one number that several parcels bear', async () => {
    const { world } = await tell(told(keyed('OY1'), keyed('OY1', 'q'), keyed(null, 'r')), without)
    expect(world.oms.bodies('updatePartialInvoice')).toEqual([{ trackingNumber: 'OY1' }])
  })

  it.each([
    ['none is named', [keyed(null)]],
    ['several are named', [keyed('OY1'), keyed('OY2', 'q')]],
  ])('waits where %s: whoever guesses sends a customer to another parcel', async (_n, parcels) => {
    const { world, end } = await tell(told(...parcels), without)
    expect(end).toMatchObject({ end: 'NOWHERE', problem: { code: 'TRACKING_NUMBER_MISSING' } })
    expect(end.tellings.size).toBe(0)
    expect(world.oms.bodies('updatePartialInvoice')).toEqual([])
  })

  it('waits for it, whatever else is wrong with what is told', async () => {
    const world = new World(without)
    const record = { invoiceNumber: '1', wroteInvoice: true, descriptions: [] }
    const invoices = [{ ...record, dispatchedDate: instantAt(world.clock.now()) }]
    await world.ports().journals.update('1-01', (journal) => ({ ...journal, invoices }))
    const known = told({ ...keyed(null), events: [DELIVERED] })
    const { end, problem } = await tellInvoice(world.ports(), '1-01', known)
    expect([end, problem?.code]).toEqual(['NOWHERE', 'TRACKING_NUMBER_MISSING'])
  })

  it('keeps the number that it has', async () => {
    const order = orderWith('1-01', 'ITS-OWN', { invoiceKey: KEY })
    const { world, end } = await tell(told(keyed('OY1')), order)
    expect(end.end).toBe('DONE')
    expect(world.oms.bodies('updatePartialInvoice')).toEqual([])
    expect(world.oms.peek('1-01').packages[0].trackingNumber).toBe('ITS-OWN')
  })
})

it('what is told of one invoice gives up no send of another', async () => {
  const part = orderWith('1-01', FIRST.trackingNumber, { invoiceValue: cents(1_000) })
  const world = new World({ ...part, status: 'handling' })
  const sentAt = instantAt(world.clock.now() - 3_600_000)
  const intents = [someIntent({ sentAt, invoiceNumber: 'NF-9', state: 'UNKNOWN' })]
  await world.ports().journals.update('1-01', (journal) => ({ ...journal, intents }))
  expect((await tellInvoice(world.ports(), '1-01', posted(POSTED))).end).toBe('DONE')
  expect(world.journal('1-01').intents).toMatchObject([{ invoiceNumber: 'NF-9' }])
})

describe('what is told of nowhere', () => {
  it('is of an order that OMS does not know', async () => {
    const { end } = await tell(posted(POSTED), null)
    expect(end).toEqual({
      end: 'NOWHERE',
      problem: expect.objectContaining({ code: 'ORDER_NOT_FOUND' }),
      tellings: new Map(),
      isDelivered: false,
    })
  })

  it('is of an invoice that the order has not', async () => {
    const order = orderWith('1-01', FIRST.trackingNumber, { invoiceNumber: '2' })
    const { end } = await tell(posted(POSTED), order)
    expect(end).toMatchObject({ end: 'NOWHERE', problem: { code: 'INVOICE_NOT_FOUND' } })
  })

  it('is of an invoice that bears other names by now, and those that the order has are named', async () => {
    const { packages, ...rest } = orderWith('1-01', 'ANOTHER')
    const order = { ...rest, packages: [...packages, somePackage({ invoiceNumber: '2' })] }
    const { world, end } = await tell(posted(POSTED), order)
    expect(end).toMatchObject({
      end: 'NOWHERE',
      problem: {
        code: 'INVOICE_NOT_FOUND',
        facts: [{ name: 'invoiceNumbers', value: expect.stringMatching(/1.*2/) }],
      },
    })
    expect(world.oms.bodies('updateTrackingStatus')).toEqual([])
  })
})

describe('what is worth another try', () => {
  it('is an order that another writer holds', async () => {
    const world = new World(orderWith('1-01', FIRST.trackingNumber))
    let free = () => undefined as void
    const holding = world
      .ports()
      .claims.hold('1-01', 0, () => new Promise<void>((done) => (free = done)))
    expect(await tellInvoice(world.ports(), '1-01', posted(POSTED))).toEqual({
      end: 'LATER',
      problem: null,
      tellings: new Map(),
      isDelivered: false,
    })
    free()
    await holding
  })

  it.each<[string, FaultKind]>([
    ['for its rate', 'rateLimited'],
    ['for it is down', 'unavailable'],
  ])('is what OMS did not take %s', async (_why, kind) => {
    const world = new World(orderWith('1-01', FIRST.trackingNumber))
    world.oms.fail({ call: 'updateTrackingStatus', kind, times: 9, retryAfterSeconds: 60 })
    const end = await tellInvoice(world.ports(), '1-01', posted(POSTED))
    expect([end.end, end.notBefore]).toEqual(['LATER', undefined])
  })

  it('is a send whose answer got lost, not before it may be made again', async () => {
    const world = new World(orderWith('1-01', FIRST.trackingNumber))
    world.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' })
    const { end, notBefore, tellings } = await tellInvoice(world.ports(), '1-01', posted(POSTED))
    expect([end, tellings.size]).toEqual(['LATER', 0])
    expect(notBefore).toBeGreaterThan(world.clock.now())
    expect(notBefore).toBeLessThan(world.clock.now() + 10 * 60_000)
  })

  it('is not what OMS refuses, which a person has to look at', async () => {
    const world = new World(orderWith('1-01', FIRST.trackingNumber))
    world.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
    expect(await tellInvoice(world.ports(), '1-01', posted(DELIVERED))).toEqual({
      end: 'FAILED',
      problem: expect.objectContaining({ code: 'OMS_REJECTED' }),
      tellings: new Map(),
      isDelivered: false,
    })
  })
})

it('events that are dated ahead are known by their marks', () => {
  const ahead = at(-3)
  const now = new World().clock.now()
  expect(aheadOf(posted(POSTED, ahead), now)).toEqual(new Set([markOf(ahead)]))
})
