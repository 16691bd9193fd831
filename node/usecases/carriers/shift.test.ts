import { laneOf } from '../../domain/carriers/message'
import { momentId } from '../../domain/values/momentId'
import { namesOfReport } from '../../domain/carriers/names'
import { someParcel } from '../../domain/testing/someParcel'
import {
  at,
  DAY_MS,
  FIRST,
  HOUR_MS,
  type Lying,
  MOVING,
  orderWith,
  POSTED,
  putMessage,
  puts,
  SECOND,
  shown,
  twoOrders,
} from '../../edge/testing/carrierPosts'
import { CarrierWorld } from '../../edge/testing/carrierWorld'
import type { LanePorts, MessagePlace } from './ports'
import { Shift } from './shift'

const NAMED = [someParcel({ ...FIRST, events: [POSTED] })]
const LANE = laneOf(NAMED)

const put = (all: CarrierWorld, ...what: Lying) => putMessage(all, LANE, ...what)
const work = (all: CarrierWorld, more: Partial<LanePorts> = {}, seen = new Set<string>()) =>
  new Shift({ ...all.ports(), ...more }, LANE, seen).work()
const boxes = (all: CarrierWorld) => ({
  inbox: all.paths('carriers/inbox/').length,
  waiting: all.paths('carriers/waiting/').length,
  awaited: all.paths('carriers/awaited/').length,
})

describe('a message of which a part is known', () => {
  const BOTH = [...NAMED, someParcel({ trackingNumber: 'CC3', events: [POSTED] })]

  it('is told of that part, and waits for the rest under its names alone', async () => {
    const all = await twoOrders()
    const place = await put(all, BOTH)
    expect(await work(all)).toBe('through')
    expect(shown(all, '1-01').words).toEqual(['Postado'])
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 1, awaited: 1 })
    const left = await all.ports().messages.read({ ...place, box: 'waiting' })
    expect(left).toMatchObject({ parcels: [BOTH[1]], count: 2, through: { orderIds: ['1-01'] } })
    expect(await all.told()).toMatchObject([
      { result: 'WAITING_FOR_INVOICE', orderIds: ['1-01'], parcels: 2 },
    ])
    await all.see('9-01', ['unknown'])
    await all.see('2-01', namesOfReport(BOTH[1]))
    all.world.oms.change('2-01', ({ packages: [one] }) => ({
      packages: [{ ...one, trackingNumber: 'CC3' }],
    }))
    await all.settled()
    expect(await all.told()).toMatchObject([{ result: 'WRITTEN', orderIds: ['1-01', '2-01'] }])
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 0, awaited: 0 })
  })

  it('is given up after a week: written where some of it was, else refused', async () => {
    for (const [parcels, result] of [
      [BOTH, 'WRITTEN'],
      [[BOTH[1]], 'REFUSED'],
    ] as const) {
      const all = await twoOrders()
      const weekAgo = all.world.clock.now() - 7 * DAY_MS
      await put(all, parcels, { at: weekAgo, id: momentId(all.world.clock.now(), 'x') })
      await work(all)
      expect(boxes(all)).toEqual({ inbox: 0, waiting: 0, awaited: 0 })
      expect(await all.told()).toMatchObject([{ result }])
    }
  })

  it('that waits already waits no more for the names of what is through', async () => {
    const all = await twoOrders()
    await put(all, BOTH, {}, 'waiting')
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 1, awaited: 2 })
    await work(all)
    expect(shown(all, '1-01').words).toEqual(['Postado'])
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 1, awaited: 1 })
    const { saves } = all.files
    await work(all)
    expect(all.files.saves).toBe(saves)
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 1, awaited: 1 })
  })
})

describe('a message whose event is dated ahead', () => {
  const ahead = (all: CarrierWorld, hours: number) => {
    const date = at(-hours).date
    return put(all, [someParcel({ ...FIRST, events: [{ ...POSTED, date }] })])
  }

  it('is kept for a day: time may tell that the clock of its sender was right', async () => {
    const all = await twoOrders()
    await ahead(all, 3)
    expect(await work(all)).toBe('through')
    expect([boxes(all).inbox, puts(all)]).toEqual([1, 0])
    all.world.clock.advance(4 * HOUR_MS)
    await work(all)
    expect([boxes(all).inbox, puts(all)]).toEqual([0, 1])
    expect(await all.told()).toMatchObject([{ result: 'WRITTEN', problem: null }])
  })

  it('is refused after a day, and says why', async () => {
    const all = await twoOrders()
    const cameAt = all.world.clock.now()
    await ahead(all, 90)
    await work(all)
    all.world.clock.advance(cameAt + DAY_MS - 1 - all.world.clock.now())
    await work(all)
    expect(boxes(all).inbox).toBe(1)
    all.world.clock.advance(1)
    await work(all)
    expect(await all.told()).toMatchObject([
      { result: 'REFUSED', problem: { code: 'DATE_IN_FUTURE' }, orderIds: ['1-01'] },
    ])
    expect(puts(all)).toBe(0)
  })
})

describe('what OMS says to a message', () => {
  it('is told of it where OMS refuses it, with the order', async () => {
    const all = await twoOrders()
    all.world.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
    await put(all, NAMED)
    await work(all)
    expect(await all.told()).toMatchObject([
      { result: 'FAILED', problem: { code: 'OMS_REJECTED' }, orderIds: ['1-01'] },
    ])
  })

  it('where no answer came, is asked for no sooner than it may be known', async () => {
    const all = await twoOrders()
    all.world.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' })
    const place = await put(all, NAMED)
    await work(all)
    const { notBefore } = (await all.ports().messages.read(place))!
    expect(notBefore).toBeGreaterThan(all.world.clock.now())
    const asked = all.world.oms.sent.length
    all.world.clock.advance(notBefore! - all.world.clock.now() - 1)
    const seen = new Set<string>()
    await work(all, {}, seen)
    expect([all.world.oms.sent.length, [...seen]]).toEqual([asked, [place.id]])
    all.world.clock.advance(1)
    await work(all)
    expect(await all.told()).toMatchObject([{ result: 'WRITTEN' }])
  })
})

describe('a message of which a part is left for later', () => {
  it('stays in the inbox, though another part waits for its invoice', async () => {
    const all = await twoOrders()
    all.world.oms.fail({ call: 'get', kind: 'unavailable', times: 12 })
    await put(all, [...NAMED, someParcel({ trackingNumber: 'CC3', events: [POSTED] })])
    await work(all)
    expect(boxes(all)).toEqual({ inbox: 1, waiting: 0, awaited: 0 })
  })

  it('is given up by no age', async () => {
    const all = await twoOrders()
    all.world.oms.fail({ call: 'get', kind: 'unavailable', times: 12 })
    const weekAgo = all.world.clock.now() - 8 * DAY_MS
    await put(all, NAMED, { at: weekAgo, id: momentId(all.world.clock.now(), 'x') })
    await work(all)
    expect(boxes(all)).toEqual({ inbox: 1, waiting: 0, awaited: 0 })
  })

  it('is one of which a single event is dated ahead', async () => {
    const all = await twoOrders()
    await put(all, [someParcel({ ...FIRST, events: [POSTED, at(-3)] })])
    await work(all)
    expect([boxes(all).inbox, shown(all, '1-01').words]).toEqual([1, ['Postado']])
  })
})

it('a message of which OMS has all from others is nothing new', async () => {
  const all = await twoOrders()
  all.world.oms.change('1-01', ({ packages: [one] }) => ({
    packages: [
      {
        ...one,
        courierStatus: {
          status: 'ok',
          finished: false,
          deliveredDate: null,
          events: [{ ...POSTED, dateText: POSTED.date, description: 'Theirs', state: 'SP' }],
        },
      },
    ],
  }))
  await put(all, NAMED)
  await work(all)
  expect(await all.told()).toMatchObject([{ result: 'NOTHING_NEW', orderIds: ['1-01'] }])
})

describe('a message of a try', () => {
  it('is worked off without OMS, though its invoice is known', async () => {
    const all = await twoOrders()
    await put(all, NAMED, { isTest: true })
    await put(all, [someParcel({ ...SECOND, events: [MOVING] })])
    expect(await work(all)).toBe('through')
    expect(shown(all, '1-01').words).toEqual([])
    expect(shown(all, '2-01').words).toEqual(['Em trânsito'])
    expect((await all.told()).map(({ result }) => result).sort()).toEqual([
      'NOTHING_NEW',
      'WRITTEN',
    ])
  })
})

describe('a shift', () => {
  it('begins no order after ten seconds, and leaves what it did not begin to the next', async () => {
    const orders = Array.from({ length: 10 }, (_, number) => `${number}-01`)
    const all = new CarrierWorld(...orders.map((orderId) => orderWith(orderId, orderId)))
    for (const orderId of orders) {
      const parcel = someParcel({ trackingNumber: orderId, events: [POSTED] })
      await all.see(orderId, namesOfReport(parcel))
      await put(all, [parcel])
    }
    const endsAt = all.world.clock.now() + 10_000
    const turn = async () => {
      all.world.clock.advance(Math.max(0, endsAt - all.world.clock.now()))
      return true
    }
    expect(await work(all, { turn })).toBe('more')
    expect(puts(all)).toBe(8)
    expect(boxes(all).inbox).toBe(2)
    expect(await work(all)).toBe('through')
    expect([puts(all), boxes(all).inbox]).toEqual([10, 0])
  })

  it('names to the activity of an order who told of it, each once', async () => {
    const all = await twoOrders()
    await put(all, NAMED, { connector: 'intelipost' })
    await put(all, [someParcel({ ...FIRST, events: [MOVING] })])
    await put(all, [someParcel({ ...FIRST, events: [at(3)] })])
    await work(all)
    expect(puts(all)).toBe(1)
    expect(all.world.journal('1-01').activity).toMatchObject([
      { actor: 'carrier: generic, intelipost' },
    ])
  })

  it('looks for old and for waiting messages now and then, of each connector and lane', async () => {
    const all = await twoOrders()
    await put(all, NAMED)
    await put(all, [someParcel({ ...FIRST, events: [MOVING] })])
    await put(all, NAMED, { connector: 'frenet' })
    await put(all, [someParcel({ trackingNumber: 'CC3' })], {}, 'waiting')
    const asked: unknown[] = []
    const isDue = (what: string, everyMs: number) => {
      asked.push([what, everyMs])
      return false
    }
    const listed: unknown[] = []
    const { messages } = all.ports()
    const watched = Object.assign(Object.create(messages) as typeof messages, {
      list: (box: MessagePlace['box'], lane?: number) => {
        listed.push([box, lane])
        return messages.list(box, lane)
      },
      removeOld: async () => {
        throw new Error('not due')
      },
    })
    await work(all, { isDue, messages: watched })
    expect(asked).toEqual([
      [`waiting, lane ${LANE}`, 300_000],
      ['old messages of generic', 60_000],
      ['old messages of frenet', 60_000],
    ])
    expect(listed).toEqual([['inbox', LANE]])
  })

  it.each([
    ['0', 0],
    ['1c', 28],
    ['none', 0],
  ])('looks at 25 of many that wait, wherever chance begins: %s', async (chance, first) => {
    const all = new CarrierWorld()
    const places: MessagePlace[] = []
    for (let number = 0; number < 30; number += 1)
      places.push(
        await put(
          all,
          [someParcel({ trackingNumber: `W${number}` })],
          { id: momentId(all.world.clock.now() + number, 'x') },
          'waiting'
        )
      )
    const ids = (await all.ports().messages.list('waiting', LANE)).map(({ id }) => id)
    const seen = new Set<string>()
    await work(all, { newId: () => chance }, seen)
    expect([...seen]).toEqual([...ids, ...ids].slice(first, first + 25))
  })
})

describe('an invoice that is seen while its message is put among those that wait', () => {
  it('calls it back though whoever saw it found nobody waiting', async () => {
    const all = new CarrierWorld(orderWith('1-01', FIRST.trackingNumber))
    await put(all, NAMED)
    const { messages } = all.ports()
    const raced = Object.assign(Object.create(messages) as typeof messages, {
      wait: async (...asked: Parameters<typeof messages.wait>) => {
        await all.see('1-01', namesOfReport(NAMED[0]))
        await messages.wait(...asked)
      },
    })
    await work(all, { messages: raced })
    expect(boxes(all)).toEqual({ inbox: 1, waiting: 0, awaited: 0 })
    expect(all.nudges).toEqual([{ lane: LANE }])
  })

  it('does not call back what waits for an order that OMS does not know', async () => {
    const all = new CarrierWorld()
    await all.see('1-01', namesOfReport(NAMED[0]))
    await put(all, NAMED)
    await work(all)
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 1, awaited: 1 })
    expect(all.nudges).toEqual([])
  })

  it('does not call back what waits for an invoice that its order bears no more', async () => {
    const all = await twoOrders()
    all.world.oms.change('1-01', ({ packages: [one] }) => ({
      packages: [{ ...one, trackingNumber: 'REPLACED' }],
    }))
    await put(all, NAMED)
    await work(all)
    expect(boxes(all)).toEqual({ inbox: 0, waiting: 1, awaited: 1 })
    expect(all.nudges).toEqual([])
  })
})
