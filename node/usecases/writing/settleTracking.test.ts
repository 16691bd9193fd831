import type { TrackingIntent } from '../../domain/journal/intent'
import type { Package } from '../../domain/order/order'
import type { OutgoingEvent, OutgoingTrackingStatus } from '../../domain/package/outgoing'
import { instantAt } from '../../domain/values/instant'
import { enter } from '../journalEntries'
import type { Ports } from '../ports'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { readBackDeadline } from './readBack'
import { settleTracking } from './settleTracking'

const ID = '1400-01'
const NUMBER = 'NF-1'
const OVERDUE_MS = 141_000

const event = (description: string, hour: number): OutgoingEvent => ({
  description,
  date: moment(`2026-03-10T0${hour}:00:00Z`),
  city: null,
  state: null,
})
const POSTED = event('Posted', 6)
const MOVED = event('Moved', 7)
const ARRIVED = event('Arrived', 8)
const ALL = [POSTED, MOVED, ARRIVED]

const showing = (events: readonly OutgoingEvent[], finished = false): Partial<Package> => ({
  courierStatus: {
    finished,
    status: null,
    deliveredDate: null,
    events: events.map((one) => ({ ...one, dateText: one.date })),
  },
})

interface Given {
  readonly shown?: Partial<Package>
  readonly owed?: Partial<TrackingIntent>
  /** How long ago it was sent. */
  readonly ageMs?: number
}

/** A package that still owes some of the history that an earlier call wrote down. */
async function begin({ shown = {}, owed = {}, ageMs = OVERDUE_MS }: Given) {
  const world = new World(someOrder({ status: 'invoiced', packages: [somePackage(shown)] }))
  const intent: TrackingIntent = {
    id: 't-1',
    invoiceNumber: NUMBER,
    actor: 'ana',
    sentAt: instantAt(world.clock.now()),
    state: 'SENDING',
    isDelivered: false,
    deliveredDate: null,
    events: ALL,
    fresh: ALL,
    ...owed,
  }
  await enter(world.ports(), ID, [
    { intent, happened: 'STATUS_WRITTEN', instead: [], summary: '3 tracking events' },
  ])
  world.clock.advance(ageMs)
  const settle = (ports: Ports = world.ports(), confirms = true) =>
    settleTracking(
      ports,
      { orderId: ID, startedAt: world.clock.now() },
      { confirm: async () => confirms },
      intent,
      world.oms.peek(ID),
      readBackDeadline(ports)
    )
  const puts = () => world.oms.bodies<OutgoingTrackingStatus>('updateTrackingStatus')
  return { world, intent, settle, puts }
}

/** The journal's own words on it at the moment when something goes out. */
function watchingSends(world: World) {
  const ports = world.ports()
  const written: (TrackingIntent | undefined)[] = []
  const updateTrackingStatus: Ports['orders']['updateTrackingStatus'] = (...asked) => {
    written.push(world.journal(ID).tracking?.[0])
    return world.oms.updateTrackingStatus(...asked)
  }
  const orders = Object.assign(Object.create(world.oms) as Ports['orders'], {
    updateTrackingStatus,
  })
  return { written, ports: { ...ports, orders } }
}

describe('a package that shows all it has to', () => {
  it('is settled, and nothing is sent', async () => {
    const { world, settle, puts } = await begin({ shown: showing(ALL) })
    expect(await settle()).toEqual({ order: world.oms.peek(ID), isSettled: true })
    expect(puts()).toEqual([])
  })

  it('is settled too where the order has no such package any more: nobody can add to it', async () => {
    const { settle, puts } = await begin({ shown: { invoiceNumber: 'NF-9' } })
    expect(await settle()).toMatchObject({ isSettled: true })
    expect(puts()).toEqual([])
  })
})

describe('events that may only be on their way', () => {
  it('are left to come: they are named, and not sent again', async () => {
    const { world, settle, puts } = await begin({ shown: showing([POSTED]), ageMs: 10_000 })
    const order = world.oms.peek(ID)
    expect(await settle()).toEqual({ order, isSettled: false, onTheirWay: [MOVED, ARRIVED] })
    expect(puts()).toEqual([])
  })

  it('keep no delivery waiting: where it alone is missing it goes out at once', async () => {
    const owed = { isDelivered: true, deliveredDate: ARRIVED.date, fresh: [] }
    const { settle, puts } = await begin({ shown: showing(ALL), owed, ageMs: 10_000 })
    expect(await settle()).toMatchObject({ isSettled: true })
    expect(puts()).toEqual([{ isDelivered: true, deliveredDate: ARRIVED.date, events: [] }])
  })

  it('go out once they are overdue, those that are missing alone, written down as what they are', async () => {
    const { world, settle, puts, intent } = await begin({ shown: showing([POSTED]) })
    const { ports, written } = watchingSends(world)
    const sentAt = instantAt(world.clock.now())
    expect(await settle(ports)).toMatchObject({ isSettled: true })
    expect(puts().map(({ events }) => events)).toEqual([[MOVED, ARRIVED]])
    expect(written).toEqual([{ ...intent, sentAt, fresh: [MOVED, ARRIVED], isReplacing: false }])
  })
})

describe('events that showed and vanished', () => {
  it('go out at once, in the whole list: this OMS replaces it', async () => {
    const owed = { fresh: [] }
    const { world, settle, puts } = await begin({ shown: showing([POSTED]), owed, ageMs: 0 })
    const { ports, written } = watchingSends(world)
    world.oms.readings = { repost: 'replaces', events: 'replace' }
    expect(await settle(ports)).toMatchObject({ isSettled: true })
    expect(puts().map(({ events }) => events)).toEqual([ALL])
    expect(written).toMatchObject([{ fresh: ALL, isReplacing: true }])
  })

  it('because of the very send that was to add to them follow in a second one', async () => {
    const { world, settle, puts } = await begin({ shown: showing([POSTED]) })
    world.oms.readings = { repost: 'replaces', events: 'replace' }
    const settled = await settle()
    expect(settled).toMatchObject({ isSettled: true })
    expect(settled.order).toEqual(world.oms.peek(ID))
    expect(puts().map(({ events }) => events)).toEqual([[MOVED, ARRIVED], ALL])
  })

  it('are remembered: to an OMS that is known to replace the list the whole of it goes', async () => {
    const owed = { isReplacing: true }
    const { world, settle, puts } = await begin({ shown: showing([POSTED]), owed })
    const { ports, written } = watchingSends(world)
    world.oms.readings = { repost: 'replaces', events: 'replace' }
    await settle(ports)
    expect(puts().map(({ events }) => events)).toEqual([ALL])
    expect(written).toMatchObject([{ isReplacing: true }])
  })
})

describe('nothing goes out', () => {
  it('where somebody else holds the order by now: he puts it back too', async () => {
    const { world, settle, puts } = await begin({})
    const settled = await settle(world.ports(), false)
    expect(settled).toEqual({ order: world.oms.peek(ID), isSettled: false })
    expect(puts()).toEqual([])
  })

  it('where the journal cannot be written: what is owed stays there as it was', async () => {
    const { world, settle, puts, intent } = await begin({})
    world.journalFault = { at: world.journalWrites + 1, afterCommit: false }
    expect(await settle()).toEqual({ order: world.oms.peek(ID), isSettled: false })
    expect(puts()).toEqual([])
    expect(world.journal(ID).tracking).toEqual([intent])
  })

  it.each([
    ['and nothing else is there', false],
    ['and another call’s is', true],
  ])('where somebody has taken it up meanwhile %s', async (_, isOther) => {
    const { world, settle, puts, intent } = await begin({})
    const other = { ...intent, id: 't-2' }
    await enter(world.ports(), ID, [
      { happened: 'STATUS_WRITTEN', intent: other, instead: ['t-1'], summary: '' },
      ...(isOther ? [] : [{ happened: 'STATUS_SHOWN' as const, id: 't-2' }]),
    ])
    expect(await settle()).toMatchObject({ isSettled: false })
    expect(puts()).toEqual([])
  })

  it('but what others have on their way does not keep it back', async () => {
    const { world, settle, intent } = await begin({})
    const other = { ...intent, id: 't-2', invoiceNumber: 'NF-2' }
    await enter(world.ports(), ID, [
      { happened: 'STATUS_WRITTEN', intent: other, instead: [], summary: '' },
    ])
    expect(await settle()).toMatchObject({ isSettled: true })
  })
})

describe('what was sent again', () => {
  it('and OMS refused is nowhere: whoever comes next may try at once', async () => {
    const { world, settle, intent } = await begin({})
    world.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
    expect(await settle()).toEqual({ order: world.oms.peek(ID), isSettled: false })
    expect(world.journal(ID).tracking).toEqual([intent])
  })

  it.each([
    ['TAKEN', 'OMS took it', () => undefined],
    [
      'UNANSWERED',
      'nobody knows whether it did',
      (world: World) => world.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' }),
    ],
    [
      'UNANSWERED',
      'it may show, and no read came through',
      (world: World) => world.oms.fail({ call: 'get', kind: 'unavailable', times: 99 }),
    ],
  ])('and is not shown weighs %s where %s', async (unseen, _, happens) => {
    const { world, settle } = await begin({})
    world.oms.readings = { repost: 'replaces', events: 'hide' }
    happens(world)
    expect(await settle()).toMatchObject({ unseen, isSettled: false, order: { orderId: ID } })
  })

  /** OMS takes it, and what it shows is said by the test, read by read. */
  const reading = async (given: Given, ...shown: Partial<Package>[]) => {
    const begun = await begin(given)
    const ports = begun.world.ports()
    const left = [...shown]
    const get = async () =>
      someOrder({ packages: [somePackage(left.length > 1 ? left.shift() : left[0])] })
    const orders = Object.assign(Object.create(begun.world.oms) as Ports['orders'], { get })
    return { settled: await begun.settle({ ...ports, orders }), left, puts: begun.puts }
  }

  it('is awaited until the delivery shows as well', async () => {
    const owed = { isDelivered: true, deliveredDate: ARRIVED.date }
    const { settled, left, puts } = await reading({ owed }, showing(ALL), showing(ALL, true))
    expect(settled).toMatchObject({ isSettled: true })
    expect(left).toHaveLength(1)
    expect(puts()).toHaveLength(1)
  })

  it('is awaited until the events show as well', async () => {
    const { settled, puts } = await reading({}, {}, showing([POSTED]), showing(ALL))
    expect(settled).toMatchObject({ isSettled: true })
    expect(puts()).toHaveLength(1)
  })

  it('is not shown by an order that has lost the package', async () => {
    const { settled, puts } = await reading({}, { invoiceNumber: 'NF-9' })
    expect(settled).toMatchObject({ isSettled: false, unseen: 'TAKEN' })
    expect(puts()).toHaveLength(1)
  })
})
