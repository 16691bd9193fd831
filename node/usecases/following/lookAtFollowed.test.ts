import type { FollowedOrder } from '../../domain/following/followed'
import { newsOf } from '../../domain/following/news'
import type { TrackingIntent } from '../../domain/journal/intent'
import type { Order } from '../../domain/order/order'
import { Fault } from '../../domain/problem/fault'
import { someIntent } from '../../domain/testing/someIntent'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import { instantAt } from '../../domain/values/instant'
import { momentId } from '../../domain/values/momentId'
import { FollowedStore } from '../../edge/stores/followed'
import { MemoryFiles } from '../../edge/testing/memoryFiles'
import { World } from '../testing/world'
import { lookAtFollowed, type LookPorts } from './lookAtFollowed'

const MINUTE = 60_000
const shown = (orderId: string) =>
  someOrder({ orderId, status: 'invoiced', packages: [somePackage()] })

/** Orders that are followed, and one handler after the other that looks at them. */
function aWatch(...orders: Order[]) {
  const world = new World(...orders)
  const followed = new FollowedStore(new MemoryFiles())
  const sent: string[] = []
  const nudges: string[] = []
  const actors = new Set<string>()
  const fails = { news: false, read: '' }
  const news = {
    send: async ({ orderId }: { readonly orderId: string }) => {
      if (fails.news) throw fault('EVENTS')
      sent.push(orderId)
    },
  }
  const { clock } = world
  const { claims, log } = world.ports()
  const ports: LookPorts = {
    claims,
    clock,
    log,
    turn: async () => true,
    following: { followed, news, nudge: async (why) => void nudges.push(why) },
    portsOf: (by) => {
      actors.add(by)
      const { orders: oms, ...rest } = world.ports(by)
      const get = async (orderId: string) => {
        if (orderId === fails.read) throw fault('OMS')
        return oms.get(orderId)
      }
      return { ...rest, orders: Object.assign(Object.create(oms) as typeof oms, { get }) }
    },
  }
  const follow = async (orderId: string, look = 0, more: Partial<FollowedOrder> = {}) => {
    const id = momentId(clock.now(), orderId)
    await followed.put({ look, id }, { orderId, known: [], found: [], ...more })
    return { look, id }
  }
  const left = async () => {
    const lists = await Promise.all([0, 1, 2, 3, 4].map((look) => followed.list(look)))
    return lists.flat().map(({ look }) => look)
  }
  const looks = (more: Partial<LookPorts> = {}) => lookAtFollowed({ ...ports, ...more })
  return { world, clock, followed, sent, nudges, actors, fails, follow, left, looks }
}

describe('a followed order', () => {
  it('is looked at once two and a half minutes are over, and no sooner', async () => {
    const { clock, follow, looks, sent, left, nudges, actors } = aWatch(shown('1-01'))
    await follow('1-01')
    clock.advance(2.5 * MINUTE - 1)
    await looks()
    expect([sent, await left()]).toEqual([[], [0]])
    clock.advance(1)
    await looks()
    expect([sent, await left()]).toEqual([['1-01'], []])
    expect([nudges, [...actors]]).toEqual([[], ['watch']])
  })

  it('that OMS does not know is followed no more', async () => {
    const { clock, follow, looks, left } = aWatch()
    await follow('1-01')
    clock.advance(3 * MINUTE)
    await looks()
    expect(await left()).toEqual([])
  })

  it('is looked at again later while something is not shown, four times in all', async () => {
    const { world, clock, follow, looks, left } = aWatch(someOrder({ orderId: '1-01' }))
    const intents = [someIntent({ state: 'ACCEPTED', sentAt: instantAt(clock.now()) })]
    const { journals } = world.ports()
    await follow('1-01')
    for (const [afterMinutes, look] of [
      [3, [1]],
      [8, [2]],
      [54, [3]],
      [24 * 60, []],
    ] as const) {
      clock.advance(afterMinutes * MINUTE)
      await journals.update('1-01', (journal) => ({ ...journal, intents }))
      await looks()
      expect(await left()).toEqual(look)
    }
  })

  it('keeps what was told of it, and what was found, until its next look', async () => {
    const known = newsOf(shown('1-01')).map(({ id }) => id)
    const { world, clock, follow, looks, followed, sent } = aWatch(shown('1-01'))
    const sentAt = instantAt(clock.now())
    const intents = [someIntent({ sentAt, invoiceNumber: 'NF-2', state: 'ACCEPTED' })]
    const { journals } = world.ports()
    await journals.update('1-01', (journal) => ({ ...journal, intents }))
    const { id } = await follow('1-01', 1, { known: ['older'], found: ['told before'] })
    clock.advance(11 * MINUTE)
    await looks()
    expect(sent).toEqual(['1-01'])
    expect(await followed.read({ id, look: 2 })).toEqual({
      orderId: '1-01',
      known: ['older', ...known],
      found: ['told before', expect.stringContaining('NOTIFY_INVOICE NF-2')],
    })
  })

  it('of which news cannot be sent stays where it is, however old it is', async () => {
    for (const look of [0, 3]) {
      const { clock, follow, looks, left, fails, sent } = aWatch(shown('1-01'))
      await follow('1-01', look)
      fails.news = true
      clock.advance(48 * 60 * MINUTE)
      await looks()
      expect(await left()).toEqual([look])
      fails.news = false
      await looks()
      expect([sent, await left()]).toEqual([['1-01'], []])
    }
  })

  it('of which an older reading comes is left for the next handler', async () => {
    const { world, clock, follow, looks, left, sent } = aWatch(someOrder({ orderId: '1-01' }))
    await follow('1-01')
    clock.advance(3 * MINUTE)
    const record = { invoiceNumber: 'NF-1', wroteInvoice: true, descriptions: [] }
    const invoices = [{ ...record, dispatchedDate: null, shownAt: instantAt(clock.now()) }]
    await world.ports().journals.update('1-01', (journal) => ({ ...journal, invoices }))
    await looks()
    expect([sent, await left()]).toEqual([[], [0]])
  })

  it('that hangs is told of in the activity by the watch, and its numbers are found by a search', async () => {
    const { world, clock, follow, looks } = aWatch(shown('1-01'))
    const receipt = { date: instantAt(clock.now()), orderId: '1-01', receipt: 'r-7' }
    const intents = [
      someIntent({
        receipt,
        sentAt: instantAt(clock.now()),
        invoiceNumber: 'NF-2',
        state: 'ACCEPTED',
      }),
    ]
    await world.ports().journals.update('1-01', (journal) => ({ ...journal, intents }))
    const { id } = await follow('1-01', 1)
    clock.advance(11 * MINUTE)
    await looks()
    expect(world.numbers.get('NF-1')).toEqual(['1-01'])
    expect(world.journal('1-01').activity).toEqual([
      {
        id: expect.stringMatching(new RegExp(`^${id} NOTIFY_INVOICE NF-2`)),
        at: instantAt(clock.now()),
        actor: 'watch',
        operation: 'NOTIFY_INVOICE',
        invoiceNumber: 'NF-2',
        outcome: 'ACCEPTED',
        receipt: 'r-7',
        summary: expect.stringContaining('WRITE_NOT_SHOWN'),
      },
    ])
  })

  it('that hangs is told of once', async () => {
    const { world, clock, follow, looks } = aWatch(shown('1-01'))
    const sentAt = instantAt(clock.now())
    const intents = [someIntent({ sentAt, invoiceNumber: 'NF-2', state: 'ACCEPTED' })]
    await world.ports().journals.update('1-01', (journal) => ({ ...journal, intents }))
    await follow('1-01', 1, { found: [`NOTIFY_INVOICE NF-2 ${sentAt}`] })
    clock.advance(11 * MINUTE)
    await looks()
    expect(world.journal('1-01').activity).toEqual([])
  })

  it('that is stuck is told of, though nothing of it is open', async () => {
    const { world, clock, follow, looks } = aWatch({ ...shown('1-01'), status: 'handling' })
    await follow('1-01', 2)
    clock.advance(65 * MINUTE)
    await looks()
    expect(world.journal('1-01').activity).toMatchObject([
      { actor: 'watch', summary: expect.stringContaining('ORDER_STUCK') },
    ])
  })

  it.each([
    ['an invoice', 1, 0],
    ['a status', 0, 1],
    ['both', 1, 1],
  ])('has %s that it shows by now taken out of its journal', async (_what, invoices, statuses) => {
    const order = shown('1-01')
    const courierStatus = { status: null, finished: true, deliveredDate: null, events: [] }
    const packages = order.packages.map((one) => ({ ...one, courierStatus }))
    const { world, clock, follow, looks } = aWatch({ ...order, packages })
    const sentAt = instantAt(clock.now())
    const shownIntent = someIntent({ sentAt, invoiceNumber: 'NF-1', state: 'ACCEPTED' })
    const intents = [shownIntent].slice(0, invoices)
    const tracking: TrackingIntent[] = [
      {
        sentAt,
        id: 'id-9',
        invoiceNumber: 'NF-1',
        actor: 'a',
        state: 'ACCEPTED' as const,
        isDelivered: true,
        deliveredDate: null,
        events: [],
        fresh: [],
      },
    ].slice(0, statuses)
    await world.ports().journals.update('1-01', (journal) => ({ ...journal, intents, tracking }))
    await follow('1-01')
    clock.advance(3 * MINUTE)
    await looks()
    expect(world.journal('1-01').intents).toEqual([])
    expect(world.journal('1-01').tracking ?? []).toEqual([])
  })

  it('whose file is gone by then, or cannot be read, fails nobody', async () => {
    const { clock, followed, looks, sent, left } = aWatch(shown('1-01'))
    await followed.put({ look: 0, id: momentId(clock.now(), 'x') }, {} as never)
    clock.advance(3 * MINUTE)
    await looks()
    expect([sent, await left()]).toEqual([[], []])
  })

  it('of which nothing is open costs no write of its journal', async () => {
    const { world, clock, follow, looks } = aWatch(shown('1-01'))
    await follow('1-01')
    clock.advance(3 * MINUTE)
    await looks()
    expect(world.journalWrites).toBe(0)
  })
})

describe('a handler that looks', () => {
  const several = async () => {
    const ids = ['1-01', '2-01', '3-01']
    const watch = aWatch(...ids.map(shown))
    for (const orderId of ids) await watch.follow(orderId)
    watch.clock.advance(3 * MINUTE)
    return watch
  }

  it('goes on with the others where one fails, and that one is looked at by the next', async () => {
    const { world, looks, sent, left, fails, nudges } = await several()
    fails.read = '2-01'
    await looks()
    expect([sent.sort(), await left()]).toEqual([['1-01', '3-01'], [0]])
    expect(world.logs).toContainEqual({
      flow: 'Following',
      detail: expect.stringContaining('OMS'),
    })
    expect(nudges).toEqual([])
    fails.read = ''
    await looks()
    expect(await left()).toEqual([])
  })

  it('hides no mistake of ours', async () => {
    const { looks } = await several()
    const turn = async () => true
    const portsOf = () => {
      throw new TypeError('ours')
    }
    await expect(looks({ turn, portsOf })).rejects.toThrow('ours')
  })

  it('begins no look after ten seconds, and calls the next for what is left', async () => {
    const { looks, sent, left, clock, nudges } = await several()
    const endsAt = clock.now() + 10_000
    const asked = new Set<number>()
    let turns = 0
    const turn = async (until: number) => {
      asked.add(until)
      turns += 1
      if (turns === 3) clock.advance(10_000)
      return turns < 3
    }
    await looks({ turn })
    expect([[...asked], sent.length, await left()]).toEqual([[endsAt], 2, [0]])
    expect(nudges).toEqual(['MORE'])
  })

  it('waits for no turn once its ten seconds are over', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `${index}-01`)
    const { looks, follow, clock, sent, nudges } = aWatch(...ids.map(shown))
    for (const orderId of ids) await follow(orderId)
    clock.advance(3 * MINUTE)
    const endsAt = clock.now() + 10_000
    let turns = 0
    const turn = async () => {
      turns += 1
      await Promise.resolve()
      clock.advance(Math.max(0, endsAt - clock.now()))
      return true
    }
    await looks({ turn })
    expect([turns, sent.length, nudges]).toEqual([8, 8, ['MORE']])
  })

  it('lets be what another handler looks at', async () => {
    const { looks, sent, nudges } = await several()
    const held: unknown[] = []
    const claims = {
      hold: async (what: string, waitMs: number) => {
        held.push([what, waitMs])
        return { held: false as const }
      },
    } as unknown as LookPorts['claims']
    await looks({ claims })
    expect([sent, nudges, held]).toEqual([[], [], [['followed orders', 0]]])
  })
})

function fault(upstream: 'EVENTS' | 'OMS'): Fault {
  return new Fault({ kind: 'unavailable', upstream, operation: 'Test' })
}
