import type { Order } from '../domain/order/order'
import { someOrder, somePackage } from '../domain/testing/someOrder'
import { instantAt, type Instant } from '../domain/values/instant'
import { notifyInvoice } from '../usecases/notifyInvoice'
import { someInvoice } from '../usecases/testing/someOrder'
import { viewOrder } from '../usecases/viewOrder'
import { masterDataFault } from './testing/memoryMasterData'
import { expectFresh } from './testing/freshDocuments'
import { quiet, ReadModelWorld } from './testing/readModelWorld'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
const START = Date.parse('2026-03-10T12:00:00Z')

const at = (ms: number): Instant => instantAt(START + ms)
const idOf = (number: number): string => `${1400 + number}-01`

function anOrder(number: number, ageMs = number * HOUR_MS): Order {
  return someOrder({
    orderId: idOf(number),
    sequence: String(1400 + number),
    creationDate: at(-ageMs),
    lastChange: at(-ageMs),
    estimatedDelivery: at(5 * DAY_MS - ageMs),
  })
}

const delivered = (moment: number) => ({
  status: null,
  finished: true,
  deliveredDate: at(moment),
  events: [],
})

describe('a read model that was switched on', () => {
  it('fills with every order, newest first, and says how far it is', async () => {
    const orders = Array.from({ length: 130 }, (_, number) => anOrder(number))
    const world = new ReadModelWorld(orders)
    await world.save(true)
    expect(await world.model()).toMatchObject({ isOn: true, fill: 'FILLING', filled: 0 })
    await world.handled()
    const first = world.masterData.documents.size
    expect(first).toBeGreaterThan(50)
    expect(world.document(idOf(0))).toBeDefined()
    await world.looked()
    expect(await world.model()).toMatchObject({ fill: 'IDLE', toFill: 260, filled: 262 })
    expectFresh(
      world,
      orders.map(({ orderId }) => orderId)
    )
  })

  it('keeps to ten reads a second', async () => {
    const world = new ReadModelWorld(Array.from({ length: 60 }, (_, number) => anOrder(number)))
    await world.save(true)
    const began = world.world.clock.now()
    await world.looked()
    const reads = world.world.oms.bodies('get').length
    expect(world.world.clock.now() - began).toBeGreaterThanOrEqual((reads - 1) * 100)
  })

  it('stops at the first 429 of OMS or of Master Data, and goes on by itself later', async () => {
    const world = new ReadModelWorld([anOrder(1), anOrder(2), anOrder(3)])
    await world.save(true)
    world.world.oms.fail({ call: 'list', kind: 'rateLimited', retryAfterSeconds: 90, times: 9 })
    await world.looked()
    const asked = world.world.oms.sent.length
    expect(await world.model()).toMatchObject({ fill: 'PAUSED' })
    world.world.clock.advance(60_000)
    await world.looked()
    expect(world.world.oms.sent.length).toBe(asked)
    world.world.oms.forgetFaults()
    world.world.clock.advance(31_000)
    await world.looked()
    expect(await world.model()).toMatchObject({ fill: 'IDLE' })
    expect(world.masterData.documents.size).toBe(3)
  })

  it('reads no order that it keeps no longer, and removes it when its days are over', async () => {
    const done = {
      ...anOrder(1),
      status: 'invoiced',
      packages: [somePackage({ courierStatus: delivered(-DAY_MS) })],
    }
    const old = {
      ...anOrder(2),
      status: 'invoiced',
      packages: [somePackage({ courierStatus: delivered(-40 * DAY_MS) })],
    }
    const world = new ReadModelWorld([done, old])
    await world.save(true)
    await world.looked()
    expect([...world.masterData.documents.keys()]).toEqual([idOf(1)])
    await world.passes(30 * DAY_MS, 6 * HOUR_MS)
    expect(world.masterData.documents.size).toBe(0)
  })

  it('takes a shorter time of keeping at once', async () => {
    const done = {
      ...anOrder(1),
      status: 'invoiced',
      packages: [somePackage({ courierStatus: delivered(-5 * DAY_MS) })],
    }
    const world = new ReadModelWorld([done])
    await world.save(true)
    await world.looked()
    expect(world.masterData.documents.size).toBe(1)
    await world.save(true, 3)
    await world.looked()
    expect(world.masterData.documents.size).toBe(0)
  })

  it('goes on after an order that cannot be read, and comes back to it', async () => {
    const world = new ReadModelWorld([anOrder(1), anOrder(2), anOrder(3)])
    await world.save(true)
    world.world.oms.fail({ call: 'get', kind: 'unreadable', times: 4 })
    await world.looked()
    expect(await world.model()).toMatchObject({ fill: 'IDLE' })
    expect(world.masterData.documents.size).toBe(3)
    expect(
      [...world.masterData.documents.values()].filter(({ stage }) => stage === undefined)
    ).toHaveLength(1)
    await world.passes(6 * 60_000, 60_000)
    expectFresh(world, [1, 2, 3].map(idOf))
  })

  it('finds orders that nobody told of', async () => {
    const world = new ReadModelWorld([anOrder(1)])
    await world.save(true)
    await world.looked()
    world.world.oms.put({ ...anOrder(7), creationDate: at(60_000) })
    await world.passes(HOUR_MS, 15 * 60_000)
    expectFresh(world, [1, 7].map(idOf))
  })
})

describe('a call of this app', () => {
  it('stands in the document at once, and nothing that was read before takes its place', async () => {
    const world = new ReadModelWorld([anOrder(1)])
    await world.save(true)
    await world.looked()
    const stale = world.document(idOf(1))!
    world.world.clock.advance(1_000)
    const { outcome } = await notifyInvoice(world.personPorts(), idOf(1), someInvoice(), [], null)
    expect(outcome).toBe('APPLIED')
    await quiet()
    expect(world.document(idOf(1))).toMatchObject({ stage: 'TO_SHIP' })
    const { documents } = world.ports()
    expect(await documents.put(stale as never)).toBe('newer')
    expect(world.document(idOf(1))).toMatchObject({ stage: 'TO_SHIP' })
  })

  it('is told again to a Master Data that does not answer', async () => {
    const world = new ReadModelWorld([anOrder(1)])
    await world.save(true)
    await world.looked()
    world.world.clock.advance(1_000)
    let fails = 1
    world.masterData.pass = async (operation) => {
      if (operation === 'put' && fails-- > 0) throw masterDataFault('unavailable')
    }
    await notifyInvoice(world.personPorts(), idOf(1), someInvoice(), [], null)
    await world.world.clock.sleep(2_000)
    await quiet()
    expect(world.document(idOf(1))).toMatchObject({ stage: 'TO_SHIP' })
  })

  it('costs nothing while it is off', async () => {
    const world = new ReadModelWorld([anOrder(1)])
    await notifyInvoice(world.personPorts(), idOf(1), someInvoice(), [], null)
    await viewOrder(world.personPorts(), idOf(1))
    await quiet()
    expect([world.masterData.documents.size, world.nudges]).toEqual([0, 0])
  })
})

describe('a read model that is removed', () => {
  it('leaves nothing behind, though a process still took it for switched on', async () => {
    const world = new ReadModelWorld(
      [1, 2, 3, 4].map((number) => anOrder(number)),
      {
        absentWithCondition: 'writes',
        isRefusalTold: true,
        indexLagMs: 1_500,
      }
    )
    await world.save(true)
    await world.looked()
    await viewOrder(world.personPorts(), idOf(1))
    await quiet()
    await world.removeAll()
    await world.handled()
    expect(world.masterData.documents.size).toBe(0)
    expect(await world.model()).toMatchObject({ isOn: false, fill: 'REMOVING' })
    // Thirty seconds ago it was on, as far as this process knows.
    world.world.clock.advance(-20_000)
    await notifyInvoice(world.personPorts(), idOf(2), someInvoice(), [], null)
    await quiet()
    expect(world.masterData.documents.size).toBe(1)
    world.world.clock.advance(20_000)
    await world.looked()
    expect([world.masterData.documents.size, world.masterData.schemas.size]).toEqual([0, 0])
    expect(await world.model()).toMatchObject({ isOn: false, fill: 'IDLE' })
  })
})
