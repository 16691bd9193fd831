import type { TrackingIntent } from '../../domain/journal/intent'
import type { OutgoingEvent, OutgoingTrackingStatus } from '../../domain/package/outgoing'
import { instantAt } from '../../domain/values/instant'
import { enter } from '../journalEntries'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { restoreTracking } from './restoreTracking'

const ID = '1400-01'
const event = (description: string, hour: number): OutgoingEvent => ({
  description,
  date: moment(`2026-03-10T0${hour}:00:00Z`),
  city: null,
  state: null,
})
const POSTED = event('Posted', 6)
const MOVED = event('Moved', 7)

/** Packages that show nothing of what earlier calls, long ago, wanted there. */
async function begin(...owed: Partial<TrackingIntent>[]) {
  const packages = [somePackage(), somePackage({ invoiceNumber: 'NF-2' })]
  const world = new World(someOrder({ status: 'invoiced', packages }))
  for (const [position, changes] of owed.entries()) {
    const intent: TrackingIntent = {
      id: `t-${position + 1}`,
      invoiceNumber: 'NF-1',
      actor: 'eva@store.com',
      sentAt: instantAt(world.clock.now()),
      state: 'SENDING',
      isDelivered: false,
      deliveredDate: null,
      events: [POSTED],
      fresh: [POSTED],
      ...changes,
    }
    await enter(world.ports(), ID, [
      { intent, happened: 'STATUS_WRITTEN', instead: [], summary: '1 tracking event' },
    ])
  }
  world.clock.advance(150_000)
  const restore = (confirms = true) =>
    restoreTracking(
      world.ports('bob@store.com'),
      { orderId: ID, startedAt: world.clock.now() },
      { confirm: async () => confirms },
      world.oms.peek(ID),
      world.journal(ID)
    )
  const bodies = () => world.oms.bodies<OutgoingTrackingStatus>('updateTrackingStatus')
  return { world, restore, bodies, last: () => world.journal(ID).activity.slice(-1)[0] }
}

describe('what an earlier call left half done', () => {
  it('is put back and told in the name of whoever asked for it', async () => {
    const { world, restore, bodies, last } = await begin({})
    expect(await restore()).toBe(true)
    expect(bodies().map(({ events }) => events)).toEqual([[POSTED]])
    expect(world.journal(ID).tracking).toEqual([])
    // One entry of its own; that of the call which died stays.
    expect(world.journal(ID).activity).toHaveLength(2)
    expect(last()).toEqual({
      id: 'id-1',
      at: instantAt(world.clock.now()),
      actor: 'eva@store.com',
      operation: 'UPDATE_TRACKING_STATUS',
      invoiceNumber: 'NF-1',
      outcome: 'APPLIED',
      receipt: null,
      summary: 'tracking history put back',
    })
  })

  it('is told of even where whoever puts it back dies with the send', async () => {
    const { world, restore, last } = await begin({})
    const at = instantAt(world.clock.now())
    // The first save is from before the send.
    world.journalFault = { at: world.journalWrites + 2, afterCommit: false, killed: true }
    await expect(restore()).rejects.toThrow('killed')
    expect(last()).toMatchObject({
      at,
      id: 'id-1',
      isOpen: true,
      actor: 'eva@store.com',
      operation: 'UPDATE_TRACKING_STATUS',
      invoiceNumber: 'NF-1',
      outcome: 'UNKNOWN',
      summary: 'tracking history put back; sent; how it ended was not written down',
    })
  })

  it('needs no send of its own where another one has brought it along', async () => {
    const { world, restore, bodies } = await begin({ events: [POSTED, MOVED] }, {})
    expect(await restore()).toBe(true)
    expect(bodies().map(({ events }) => events)).toEqual([[POSTED, MOVED]])
    expect(world.journal(ID).tracking).toEqual([])
  })

  it('is left alone where there is nothing, and where somebody else holds the order', async () => {
    const nothing = await begin()
    expect(await nothing.restore()).toBe(false)
    const lost = await begin({})
    expect(await lost.restore(false)).toBe(false)
    expect([...nothing.bodies(), ...lost.bodies()]).toEqual([])
  })
})

describe('what OMS does not show', () => {
  async function unseen(owed: Partial<TrackingIntent>, isTaken: boolean) {
    const begun = await begin(owed)
    begun.world.oms.readings = { repost: 'replaces', events: 'hide' }
    if (!isTaken) begun.world.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' })
    await begun.restore()
    return { ...begun, left: begun.world.journal(ID) }
  }

  it('weighs three where OMS has taken it, and is ACCEPTED', async () => {
    const { left, last } = await unseen({ unseen: 1 }, true)
    expect(left.tracking).toMatchObject([{ unseen: 4, state: 'ACCEPTED' }])
    expect(last()).toMatchObject({ outcome: 'ACCEPTED' })
  })

  it('weighs one where it may have got lost, and is UNKNOWN', async () => {
    const { left, last } = await unseen({ unseen: 1 }, false)
    expect(left.tracking).toMatchObject([{ unseen: 2, state: 'SENDING' }])
    expect(last()).toMatchObject({ outcome: 'UNKNOWN' })
  })

  it.each([
    ['ACCEPTED', 'tracking history given up: OMS took it and does not show it'],
    ['SENDING', 'tracking history given up: it was sent again and again, and OMS does not show it'],
  ] as const)('is given up at six, and told as what it was: %s', async (state, summary) => {
    const { left, last, bodies } = await unseen({ state, unseen: 6 }, true)
    expect(bodies()).toEqual([])
    expect(left).toMatchObject({ tracking: [], givenUp: [{ events: [POSTED] }] })
    expect(last()).toMatchObject({ summary, outcome: 'UNKNOWN', actor: 'eva@store.com' })
  })

  it('is sent once more at five', async () => {
    const { bodies, left } = await unseen({ unseen: 5 }, true)
    expect(bodies()).toHaveLength(1)
    expect(left.tracking).toMatchObject([{ unseen: 8 }])
  })
})
