import { newsOf } from '../../domain/following/news'
import { Fault } from '../../domain/problem/fault'
import { cents } from '../../domain/values/money'
import { FollowingWorld, quiet } from '../../edge/testing/followingWorld'
import type { Death } from '../../edge/testing/mortal'
import { fulfill } from '../fulfill'
import { notifyInvoice } from '../notifyInvoice'
import type { Ports } from '../ports'
import { readActivity } from '../readActivity'
import { someFulfill } from '../testing/someFulfill'
import { someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { Killed } from '../testing/world'
import { updateTrackingStatus } from '../updateTrackingStatus'

const ID = '1400-01'
const MINUTE = 60_000
const invoice = someInvoice({ invoiceNumber: 'NF-9', trackingNumber: 'AA123456785BR' })
const delivery = {
  isDelivered: true,
  deliveredDate: null,
  events: [{ description: 'Delivered', date: '2026-03-10T11:00:00Z', city: null, state: null }],
}

const CALLS: Record<string, (ports: Ports) => Promise<{ outcome: string }>> = {
  'an invoice': (ports) => notifyInvoice(ports, ID, invoice, [], null),
  'a delivery': (ports) => updateTrackingStatus(ports, ID, 'NF-1', delivery, []),
  'an invoice and its delivery in one call': (ports) =>
    fulfill(ports, ID, someFulfill({ invoice, status: delivery, invoiceNumber: 'NF-9' }), []),
}

/** An order with an invoice of somebody else, and room for one more. */
const before = () =>
  someOrder({
    packages: [somePackage({ invoiceValue: cents(1_000), trackingNumber: 'BB123456785BR' })],
  })

async function called(world: FollowingWorld, name: string, dies: Death | null): Promise<string> {
  try {
    const { outcome } = await CALLS[name](world.ports(dies))
    return outcome
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    return 'killed'
  } finally {
    await quiet()
  }
}

/** What the order shows by now that it did not show before. */
function newsSince(world: FollowingWorld): string[] {
  const known = newsOf(before()).map(({ id }) => id)
  return newsOf(world.world.oms.peek(ID))
    .map(({ id }) => id)
    .filter((id) => !known.includes(id))
    .sort()
}
const toldIds = (world: FollowingWorld) => [...new Set(world.told.map(({ id }) => id))].sort()

describe.each(Object.keys(CALLS))('%s', (name) => {
  it('is told to other apps once OMS shows it, nothing before it, and no order is followed any more', async () => {
    const world = new FollowingWorld(before())
    expect(await called(world, name, null)).toBe('APPLIED')
    expect(world.told.map(({ id }) => id).sort()).toEqual(newsSince(world))
    expect(world.told.length).toBeGreaterThan(0)
    for (const event of world.told)
      expect(event).toMatchObject({ orderId: ID, stage: expect.any(String) })
    await world.looked(3 * MINUTE)
    await world.looked(8 * MINUTE)
    await world.looked(54 * MINUTE)
    await world.looked(24 * 60 * MINUTE)
    expect(world.left()).toEqual([])
    expect(world.told.map(({ id }) => id).sort()).toEqual(newsSince(world))
  })

  it('is told at least once whichever call its replica dies at, and only what OMS shows', async () => {
    const whole = new FollowingWorld(before())
    await called(whole, name, null)
    const calls = whole.calls
    expect(calls).toBeGreaterThan(6)
    let written = 0
    for (let at = 1; at <= calls; at += 1)
      for (const after of [false, true]) {
        const world = new FollowingWorld(before())
        await called(world, name, { at, after })
        await world.looked(3 * MINUTE)
        await world.looked(8 * MINUTE)
        const wanted = newsSince(world)
        expect([at, after, toldIds(world)]).toEqual([at, after, wanted])
        if (wanted.length > 0) written += 1
        for (const minutes of [54, 24 * 60]) await world.looked(minutes * MINUTE)
        expect([at, after, world.left()]).toEqual([at, after, []])
      }
    // Some of the deaths came after OMS had it.
    expect(written).toBeGreaterThan(1)
  })

  it('ends as ever where no event can be sent, and is told later', async () => {
    const world = new FollowingWorld(before())
    world.fails = (what) => (what === 'news' ? fault('EVENTS') : null)
    expect(await called(world, name, null)).toBe('APPLIED')
    await world.looked(3 * MINUTE)
    await world.looked(30 * 24 * 60 * MINUTE)
    expect(world.told).toEqual([])
    world.fails = () => null
    await world.looked(MINUTE)
    expect(toldIds(world)).toEqual(newsSince(world))
  })

  it('ends as ever where VBase does not take that the order is followed, and is told by the call itself', async () => {
    const world = new FollowingWorld(before())
    world.fails = (what) => (what === 'followed' ? fault('VBASE') : null)
    expect(await called(world, name, null)).toBe('APPLIED')
    expect(toldIds(world)).toEqual(newsSince(world))
  })
})

it('a call that sends nothing follows nothing and tells nothing', async () => {
  const world = new FollowingWorld(before())
  await called(world, 'an invoice', null)
  const told = world.told.length
  expect(await called(world, 'an invoice', null)).toBe('ALREADY_APPLIED')
  expect(
    await notifyInvoice(world.ports(), ID, someInvoice({ invoiceNumber: 'a b' }), [], null)
  ).toMatchObject({
    outcome: 'REFUSED',
  })
  await quiet()
  expect(world.told).toHaveLength(told)
})

describe('the watch', () => {
  const hanging = async (world: FollowingWorld) =>
    (await readActivity(world.world.ports(), ID, 50)).filter(({ actor }) => actor === 'watch')

  async function accepted(applyMs: number): Promise<FollowingWorld> {
    const world = new FollowingWorld(someOrder())
    world.world.oms.applyDelayMs = applyMs
    const { outcome } = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(outcome).toBe('ACCEPTED')
    await quiet()
    return world
  }

  it('tells after ten minutes of what OMS took and does not show, once, and of nothing sooner', async () => {
    const world = await accepted(1_000 * 60 * MINUTE)
    await world.looked(9 * MINUTE)
    expect(await hanging(world)).toEqual([])
    await world.looked(3 * MINUTE)
    expect(await hanging(world)).toMatchObject([
      {
        operation: 'NOTIFY_INVOICE',
        outcome: 'ACCEPTED',
        summary: expect.stringMatching(/^WRITE_NOT_SHOWN/),
      },
    ])
    for (const minutes of [1, 60, 24 * 60]) await world.looked(minutes * MINUTE)
    expect(await hanging(world)).toHaveLength(1)
    expect(world.told).toEqual([])
    expect(world.left()).toEqual([])
  })

  it('finds what comes late, says so in the activity, and tells it to other apps', async () => {
    const world = await accepted(30 * MINUTE)
    await world.looked(11.5 * MINUTE)
    expect(world.told).toEqual([])
    await world.looked(54 * MINUTE)
    expect(world.told.map(({ kind }) => kind)).toEqual(['order-invoiced'])
    expect(world.world.journal(ID).intents).toEqual([])
  })

  it('tells of an order that is invoiced in full and has not become invoiced in an hour', async () => {
    const world = new FollowingWorld(someOrder())
    // Still followed when its status changes.
    world.fails = (what) => (what === 'news' ? fault('EVENTS') : null)
    expect(await notifyInvoice(world.ports(), ID, someInvoice(), [], null)).toMatchObject({
      outcome: 'APPLIED',
    })
    world.world.oms.change(ID, () => ({ status: 'handling' }))
    await quiet()
    world.fails = () => null
    await world.looked(3 * MINUTE)
    await world.looked(9 * MINUTE)
    expect(await hanging(world)).toEqual([])
    for (const minutes of [54, 60]) await world.looked(minutes * MINUTE)
    expect(await hanging(world)).toMatchObject([{ summary: expect.stringMatching(/^ORDER_STUCK/) }])
  })
})

function fault(upstream: 'EVENTS' | 'VBASE'): Fault {
  return new Fault({ kind: 'unavailable', upstream, operation: 'Test' })
}
