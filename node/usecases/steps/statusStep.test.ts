import type { EditIntent, TrackingIntent } from '../../domain/journal/intent'
import type { Package } from '../../domain/order/order'
import type { OutgoingEvent, OutgoingTrackingStatus } from '../../domain/package/outgoing'
import { instantAt } from '../../domain/values/instant'
import type { TrackingStatusCommand } from '../commands'
import { enter } from '../journalEntries'
import type { Ports } from '../ports'
import { someStatus } from '../testing/someFulfill'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { updateTrackingStatus } from '../updateTrackingStatus'
import { statusStep } from './statusStep'
import { named } from './trackedTarget'

const ID = '1400-01'
const NUMBER = 'NF-1'

/** The scan of an hour before noon, as someStatus tells it. */
const scan = (hour: number): OutgoingEvent => ({
  date: moment(`2026-03-10T0${hour}:00:00Z`),
  description: `Scan ${hour}`,
  city: null,
  state: null,
})
const showing = (hours: readonly number[], finished = false): Partial<Package> => ({
  courierStatus: {
    finished,
    status: null,
    deliveredDate: finished ? moment('2026-03-10T09:00:00Z') : null,
    events: hours.map(scan).map((one) => ({ ...one, dateText: one.date })),
  },
})

interface Given {
  readonly shown?: Partial<Package>
  /** What earlier calls have on their way, or have given up. */
  readonly owed?: readonly Partial<TrackingIntent>[]
  readonly edits?: readonly Partial<EditIntent>[]
}

async function begin({ shown = {}, owed = [], edits = [] }: Given) {
  const stored = somePackage({ trackingNumber: 'AA1', ...shown })
  const world = new World(someOrder({ status: 'invoiced', packages: [stored] }))
  const sentAt = instantAt(world.clock.now())
  for (const [position, changes] of owed.entries()) {
    const intent: TrackingIntent = {
      sentAt,
      id: `t-${position + 1}`,
      invoiceNumber: NUMBER,
      actor: 'eva',
      state: 'SENDING',
      isDelivered: false,
      deliveredDate: null,
      events: [],
      fresh: changes.events ?? [],
      ...changes,
    }
    await enter(world.ports(), ID, [
      { intent, happened: 'STATUS_WRITTEN', instead: [], summary: '' },
    ])
  }
  for (const changes of edits) {
    const edit = { sentAt, id: 'e-1', invoiceNumber: NUMBER, tracking: {}, ...changes }
    await enter(world.ports(), ID, [
      { edit, happened: 'EDIT_WRITTEN', actor: 'eva', summary: '' },
      { edit, happened: 'EDIT_LEFT', endedAt: sentAt, isAccepted: edit.isAccepted ?? false },
    ])
  }
  const report = (command: TrackingStatusCommand, ports: Ports = world.ports()) =>
    updateTrackingStatus(ports, ID, NUMBER, command, [])
  const puts = () => world.oms.bodies<OutgoingTrackingStatus>('updateTrackingStatus')
  return { world, sentAt, report, puts }
}
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

describe('a tracking number that an edit brings', () => {
  const bare = { trackingNumber: null }
  const tracking = { trackingNumber: 'AA1' }

  it('counts once OMS has taken the edit', async () => {
    const { report } = await begin({ shown: bare, edits: [{ tracking, isAccepted: true }] })
    expect((await report(someStatus([8]))).outcome).toBe('APPLIED')
  })

  it('does not count where nobody knows whether OMS did', async () => {
    const { report, puts } = await begin({ shown: bare, edits: [{ tracking }] })
    const { outcome, problems } = await report(someStatus([8]))
    expect([outcome, codes(problems)]).toEqual(['REFUSED', ['TRACKING_NUMBER_MISSING']])
    expect(puts()).toEqual([])
  })
})

describe('a status that is known', () => {
  it('bears what it was judged on, and puts the journal in step with the order', async () => {
    const { world } = await begin({ shown: showing([8]) })
    const ports = world.ports()
    const opened = { order: world.oms.peek(ID), journal: await ports.journals.read(ID) }
    const call = { orderId: ID, startedAt: 0 }
    const judgedOf = (hours: number[], target = NUMBER) =>
      statusStep(call, NUMBER, {
        target: named(target),
        command: someStatus(hours),
        accept: [],
      }).judge(ports, opened, null)
    const nowMs = world.clock.now()
    const events = [{ nowMs, happened: 'ORDER_READ', order: opened.order, known: opened.journal }]
    expect(await judgedOf([8])).toMatchObject({
      ended: { ...opened, events, outcome: 'ALREADY_APPLIED', invoiceNumber: NUMBER },
    })
    expect(await judgedOf([8], 'NF-9')).toMatchObject({
      ended: { ...opened, outcome: 'REFUSED', invoiceNumber: 'NF-9' },
    })
  })

  it('is refused all the same where the package cannot be tracked', async () => {
    const { report } = await begin({ shown: { ...showing([8]), trackingNumber: null } })
    const { outcome, problems } = await report(someStatus([8]))
    expect([outcome, codes(problems)]).toEqual(['REFUSED', ['TRACKING_NUMBER_MISSING']])
  })

  it.each([
    ['ACCEPTED', 'ACCEPTED'],
    ['SENDING', 'UNKNOWN'],
  ] as const)('because a call that is %s brings it is %s', async (state, outcome) => {
    const { world, report, puts } = await begin({ owed: [{ state, events: [scan(8)] }] })
    const told = await report(someStatus([8]))
    expect(told.outcome).toBe(outcome)
    expect(told.view?.order).toEqual(world.oms.peek(ID))
    expect(puts()).toEqual([])
  })

  it('waits for a delivery that is on its way although its events show', async () => {
    const owed = [{ state: 'ACCEPTED' as const, isDelivered: true, events: [scan(8)] }]
    const { report } = await begin({ owed, shown: showing([8]) })
    expect((await report(someStatus([8], true))).outcome).toBe('ACCEPTED')
  })

  it('waits for a delivery date that is on its way', async () => {
    const deliveredDate = moment('2026-03-10T10:00:00Z')
    const owed = [
      { deliveredDate, state: 'ACCEPTED' as const, isDelivered: true, events: [scan(8), scan(9)] },
    ]
    const { report } = await begin({ owed, shown: showing([8], true) })
    const asked = { ...someStatus([8], true), deliveredDate }
    expect((await report(asked)).outcome).toBe('ACCEPTED')
  })

  it('waits for a delivery to be taken back that is on its way', async () => {
    const owed = [{ state: 'ACCEPTED' as const, events: [scan(8)] }]
    const { report, puts } = await begin({ owed, shown: showing([8], true) })
    expect((await report(someStatus([8]))).outcome).toBe('ACCEPTED')
    expect(puts()).toEqual([])
  })

  it('is not known because another invoice waits for the same', async () => {
    const { report, puts } = await begin({ owed: [{ invoiceNumber: 'NF-2', events: [scan(8)] }] })
    expect((await report(someStatus([8]))).outcome).toBe('APPLIED')
    expect(puts()).toHaveLength(1)
  })

  it('waits for nobody who brings neither its events nor its delivery', async () => {
    const owed = [
      { events: [scan(7)] },
      { state: 'ACCEPTED' as const, isDelivered: true, events: [scan(8)] },
    ]
    const { report } = await begin({ owed, shown: showing([8]) })
    expect((await report(someStatus([8], true))).outcome).toBe('ACCEPTED')
  })
})

describe('a status that goes out', () => {
  /** The journal's statuses at the moment of the send. */
  function watching(world: World, ports: Ports = world.ports()) {
    const written: unknown[] = []
    const update: Ports['orders']['updateTrackingStatus'] = (...asked) => {
      written.push(...(world.journal(ID).tracking ?? []))
      return world.oms.updateTrackingStatus(...asked)
    }
    const orders = Object.assign(Object.create(world.oms) as Ports['orders'], {
      updateTrackingStatus: update,
    })
    return { written, ports: { ...ports, orders } }
  }

  it('stands for what was on its way before, with how often that was not shown', async () => {
    const owed = [
      { unseen: 1, events: [scan(5)] },
      { unseen: 3, events: [scan(6)] },
      { events: [scan(7)] },
    ]
    const { world, report } = await begin({ owed })
    const { written, ports } = watching(world)
    await report(someStatus([8]), ports)
    expect(written).toMatchObject([{ unseen: 3, events: [scan(5), scan(6), scan(7), scan(8)] }])
    const fresh = await begin({})
    const other = watching(fresh.world)
    await fresh.report(someStatus([8]), other.ports)
    expect(other.written).toMatchObject([{ unseen: 0 }])
  })

  it('goes out at a moment that is written down, however long VBase takes', async () => {
    const { world, sentAt, report } = await begin({})
    const ports = world.ports()
    const updateDecided: Ports['journals']['updateDecided'] = async (...asked) => {
      const saved = await ports.journals.updateDecided(...asked)
      await world.clock.sleep(6_000)
      return saved
    }
    const slow = { ...ports, journals: { ...ports.journals, updateDecided } }
    const { written, ports: watched } = watching(world, slow)
    expect((await report(someStatus([8]), watched)).outcome).toBe('APPLIED')
    expect(written).toMatchObject([
      { sentAt: instantAt(Date.parse(sentAt) + 6_000), events: [scan(8)] },
    ])
  })

  it('never finds the journal at rest: nothing is sent', async () => {
    const { world, report, puts } = await begin({})
    const ports = world.ports()
    const updateDecided = async () => null
    const restless = { ...ports, journals: { ...ports.journals, updateDecided } }
    const { outcome, problems } = await report(someStatus([8]), restless)
    expect([outcome, codes(problems)]).toEqual(['REFUSED', ['IN_PROGRESS']])
    expect(puts()).toEqual([])
  })

  it('that OMS refuses says why, and shows the order', async () => {
    const { world, report } = await begin({})
    world.oms.fail({ call: 'updateTrackingStatus', kind: 'forbidden', status: 403 })
    const { outcome, problems, view } = await report(someStatus([8]))
    expect([outcome, codes(problems)]).toEqual(['FAILED', ['OMS_FORBIDDEN']])
    expect(view?.order).toEqual(world.oms.peek(ID))
  })

  it('that OMS refuses and that cannot be taken back is UNKNOWN, and shows the order', async () => {
    const { world, report } = await begin({})
    world.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
    world.journalFault = { at: 2, afterCommit: false }
    const { outcome, view } = await report(someStatus([8]))
    expect(outcome).toBe('UNKNOWN')
    expect(view?.order).toEqual(world.oms.peek(ID))
  })

  it.each([
    ['and is taken back is REFUSED', false, 'REFUSED', 'IN_PROGRESS'],
    ['and cannot be taken back is UNKNOWN', true, 'UNKNOWN', 'OMS_OUTCOME_UNKNOWN'],
  ])('that loses the order before it %s', async (_, isStuck, outcome, code) => {
    const { world, sentAt, report } = await begin({})
    world.claimIsLost = true
    if (isStuck) world.journalFault = { at: 2, afterCommit: false }
    const told = await report(someStatus([8]))
    expect([told.outcome, codes(told.problems)]).toEqual([outcome, [code]])
    expect(told.problems[0].facts).toContainEqual({
      name: isStuck ? 'sentAt' : 'since',
      value: sentAt,
    })
    expect(told.view?.order).toEqual(world.oms.peek(ID))
  })

  it('is not shown by an order that has lost the package', async () => {
    const { world, report } = await begin({})
    const ports = world.ports()
    const reads = [world.oms.peek(ID)]
    const get = async () => reads.shift() ?? someOrder({ packages: [] })
    const orders = Object.assign(Object.create(world.oms) as Ports['orders'], { get })
    expect((await report(someStatus([8]), { ...ports, orders })).outcome).toBe('ACCEPTED')
  })
})

describe('what earlier calls still have on their way', () => {
  it('is waited for where this call named it too, and shown in its answer', async () => {
    const { world, report } = await begin({ owed: [{ state: 'ACCEPTED', events: [scan(7)] }] })
    const reporting = report(someStatus([7, 8]))
    await world.clock.sleep(2_000)
    world.oms.change(ID, ({ packages: [one] }) => ({
      packages: [{ ...one, ...showing([7, 8]) }],
    }))
    const { outcome, view } = await reporting
    expect(outcome).toBe('APPLIED')
    expect(view?.order.packages[0].courierStatus?.events).toHaveLength(2)
  })

  it.each([
    ['ACCEPTED', 'ACCEPTED'],
    ['SENDING', 'SENDING'],
  ] as const)(
    'is no matter of a call that named none of it, and stays written down: %s',
    async (earlier, state) => {
      const owed = [{ state: earlier, events: [scan(7)] }]
      const { world, sentAt, report } = await begin({ owed })
      world.clock.advance(60_000)
      const { outcome } = await report(someStatus([8]))
      expect(outcome).toBe('APPLIED')
      // With its own time, counted from its own send.
      expect(world.journal(ID).tracking).toMatchObject([
        { state, sentAt, fresh: [scan(7)], events: [scan(7), scan(8)] },
      ])
    }
  )

  it('makes an answer UNKNOWN where nobody answered for what this call named too', async () => {
    const { report } = await begin({ owed: [{ events: [scan(7)] }] })
    expect((await report(someStatus([7, 8]))).outcome).toBe('UNKNOWN')
  })

  it('leaves it ACCEPTED where OMS took both', async () => {
    const { report } = await begin({ owed: [{ state: 'ACCEPTED', events: [scan(7)] }] })
    expect((await report(someStatus([7, 8]))).outcome).toBe('ACCEPTED')
  })

  it('is no matter any more once it shows, whoever answered for it', async () => {
    const { world, report } = await begin({ owed: [{ events: [scan(7)] }] })
    world.oms.applyDelayMs = 60_000
    const reporting = report(someStatus([7, 8]))
    await world.clock.sleep(2_000)
    world.oms.change(ID, ({ packages: [one] }) => ({ packages: [{ ...one, ...showing([7]) }] }))
    // Its own event is taken and not shown yet.
    expect((await reporting).outcome).toBe('ACCEPTED')
  })
})

describe('an OMS that replaces the list and then refuses to have it put back', () => {
  async function refusing(hours: readonly number[]) {
    const begun = await begin({ shown: showing([7]) })
    const { world } = begun
    world.oms.readings = { repost: 'replaces', events: 'replace' }
    const ports = world.ports()
    const update: Ports['orders']['updateTrackingStatus'] = (...asked) => {
      const sent = world.oms.updateTrackingStatus(...asked)
      world.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
      return sent
    }
    const orders = Object.assign(Object.create(world.oms) as Ports['orders'], {
      updateTrackingStatus: update,
    })
    const before = world.clock.now()
    const told = await begun.report(someStatus(hours), { ...ports, orders })
    return { told, tookMs: world.clock.now() - before, world }
  }

  it('has taken the events, and does not show all it has to: ACCEPTED, without waiting', async () => {
    for (const hours of [[8], [7, 8]]) {
      const { told, tookMs } = await refusing(hours)
      expect(told.outcome).toBe('ACCEPTED')
      expect(tookMs).toBeLessThan(1_000)
    }
  })
})

describe('events that were given up', () => {
  it('are awaited by nobody: a call that names them besides others is done with those', async () => {
    const { world, report, puts } = await begin({ owed: [{ events: [scan(7)] }] })
    const [intent] = world.journal(ID).tracking ?? []
    await enter(world.ports(), ID, [{ intent, happened: 'STATUS_GIVEN_UP' }])
    expect((await report(someStatus([7, 8]))).outcome).toBe('APPLIED')
    expect(puts().map(({ events }) => events)).toEqual([[scan(8)]])
  })
})
