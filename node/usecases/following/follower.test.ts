import type { FollowedOrder } from '../../domain/following/followed'
import { newsOf } from '../../domain/following/news'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { Fault } from '../../domain/problem/fault'
import { someIntent } from '../../domain/testing/someIntent'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import { FollowingWorld, quiet } from '../../edge/testing/followingWorld'
import type { HeldClaim } from '../ports'
import { Follower } from './follower'

const ID = '1400-01'
const BEFORE = someOrder()
const SHOWN = someOrder({ status: 'invoiced', packages: [somePackage()] })
const held: HeldClaim = { confirm: async () => true }

/** A call that follows its order, and what it logs. */
function aCall() {
  const world = new FollowingWorld(BEFORE)
  const ports = world.ports()
  const nudges: string[] = []
  const following = {
    ...ports.following!,
    nudge: async (why: string) => void nudges.push(why),
  }
  const follower = new Follower({ ...ports, following }, ID)
  const followed = () =>
    world.left().map((path) => JSON.parse(world.files.content.get(path)!) as FollowedOrder)
  const logged = () => world.world.logs
  return { world, follower, nudges, followed, logged }
}

describe('a call that sends', () => {
  it('has its order written down by the time its claim is confirmed, once, with what was shown before', async () => {
    const { follower, followed, world } = aCall()
    follower.sees(SHOWN)
    follower.sees(BEFORE)
    const claim = follower.under(held)
    expect(followed()).toEqual([])
    expect(await claim.confirm()).toBe(true)
    expect(await claim.confirm()).toBe(true)
    expect(followed()).toEqual([
      { orderId: ID, known: newsOf(SHOWN).map(({ id }) => id), found: [] },
    ])
    expect(world.left()[0]).toMatch(/^followed\/0\//)
  })

  it('whose lease was lost hears so', async () => {
    const { follower } = aCall()
    follower.sees(BEFORE)
    expect(await follower.under({ confirm: async () => false }).confirm()).toBe(false)
  })

  it('of which nothing was decided yet follows nothing: it puts back what was there', async () => {
    const { follower, followed } = aCall()
    expect(await follower.under(held).confirm()).toBe(true)
    expect(followed()).toEqual([])
  })

  it('sends though VBase does not take the file, which is logged', async () => {
    const { follower, followed, world, logged } = aCall()
    world.fails = (what) => (what === 'followed' ? fault('VBASE') : null)
    follower.sees(BEFORE)
    expect(await follower.under(held).confirm()).toBe(true)
    expect(followed()).toEqual([])
    expect(logged()).toEqual([
      { flow: 'Following', orderId: ID, detail: 'VBASE Test: unavailable' },
    ])
  })

  it('hides no mistake of ours', async () => {
    const { follower, world } = aCall()
    world.fails = () => new TypeError('ours')
    follower.sees(BEFORE)
    await expect(follower.under(held).confirm()).rejects.toThrow('ours')
  })
})

describe('a call that is over', () => {
  const over = async (
    call: ReturnType<typeof aCall>,
    order: Parameters<Follower['leave']>[0] = SHOWN,
    journal = EMPTY_JOURNAL
  ) => {
    call.follower.sees(BEFORE)
    await call.follower.under(held).confirm()
    call.follower.leave(order, journal)
    await quiet()
  }

  it('calls a handler to look at what is due, and tells nothing where it sent nothing', async () => {
    const { follower, nudges, world } = aCall()
    follower.sees(BEFORE)
    follower.leave(SHOWN, EMPTY_JOURNAL)
    await quiet()
    expect(nudges).toEqual(['WRITTEN'])
    expect(world.told).toEqual([])
  })

  it('tells what the order shows now, and follows it no more where all is shown', async () => {
    const call = aCall()
    await over(call)
    expect(call.nudges).toEqual(['WRITTEN'])
    expect(call.world.told.map(({ kind, stage }) => [kind, stage])).toEqual([
      ['order-invoiced', 'TO_SHIP'],
    ])
    expect(call.followed()).toEqual([])
    expect(call.logged()).toEqual([])
  })

  it('goes on following what is not shown yet, and writes down what was told', async () => {
    const call = aCall()
    await over(call, SHOWN, { ...EMPTY_JOURNAL, intents: [someIntent({ invoiceNumber: 'NF-2' })] })
    expect(call.followed()).toMatchObject([{ known: newsOf(SHOWN).map(({ id }) => id), found: [] }])
    const silent = aCall()
    const { saves } = silent.world.files
    await over(silent, BEFORE, { ...EMPTY_JOURNAL, intents: [someIntent()] })
    expect(silent.followed()).toMatchObject([{ known: [] }])
    expect(silent.world.files.saves - saves).toBe(1)
  })

  it('leaves to whoever looks next an order that it could not read', async () => {
    const call = aCall()
    await over(call, null)
    expect(call.world.told).toEqual([])
    expect(call.followed()).toHaveLength(1)
    expect(call.logged()).toEqual([])
  })

  it('does not tell again what the order showed before it', async () => {
    const call = aCall()
    call.follower.sees(SHOWN)
    const journal = { ...EMPTY_JOURNAL, intents: [someIntent({ invoiceNumber: 'NF-2' })] }
    await over(call, SHOWN, journal)
    expect(call.world.told).toEqual([])
    expect(call.world.files.saves).toBe(1)
  })

  it('tells by itself what no file says, and writes no file then', async () => {
    const call = aCall()
    call.world.fails = (what) => (what === 'followed' ? fault('VBASE') : null)
    await over(call)
    expect(call.world.told).toHaveLength(1)
    expect(call.followed()).toEqual([])
    expect(call.logged()).toHaveLength(1)
  })

  it('goes on following what could not be told', async () => {
    const call = aCall()
    call.world.fails = (what) => (what === 'news' ? fault('EVENTS') : null)
    await over(call)
    expect(call.followed()).toMatchObject([{ known: [] }])
  })

  it.each([
    ['a fault by its name', fault('VBASE'), 'VBASE Test: unavailable'],
    ['a mistake of ours without its words', new TypeError('ours'), 'failed'],
  ])('is failed by nothing that comes then, and logs %s', async (_what, error, detail) => {
    const call = aCall()
    call.follower.sees(BEFORE)
    await call.follower.under(held).confirm()
    call.world.fails = (what) => (what === 'followed' ? error : null)
    call.follower.leave(SHOWN, EMPTY_JOURNAL)
    await quiet()
    expect(call.logged()).toEqual([{ detail, flow: 'Following', orderId: ID }])
  })
})

it('where nothing is followed a call is as it is', async () => {
  const { following: _, ...ports } = new FollowingWorld(BEFORE).ports()
  const follower = new Follower(ports, ID)
  follower.sees(BEFORE)
  expect(follower.under(held)).toBe(held)
  expect(() => follower.leave(SHOWN, EMPTY_JOURNAL)).not.toThrow()
})

function fault(upstream: 'EVENTS' | 'VBASE'): Fault {
  return new Fault({ kind: 'unavailable', upstream, operation: 'Test' })
}
