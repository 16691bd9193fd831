import { momentId } from '../../domain/values/momentId'
import { someParcel } from '../../domain/testing/someParcel'
import { FIRST, orderWith, POSTED, puts, twoOrders } from '../../edge/testing/carrierPosts'
import { CarrierWorld } from '../../edge/testing/carrierWorld'
import type { LanePorts, MessagePlace } from './ports'
import { workLane } from './workLane'

const call = (more = {}) => ({ lane: 3, again: 0, isRested: false, ...more })

/** A lane in which messages lie of these ages, and come while it is looked at. */
function laneOf(ages: readonly number[], comes: (nowMs: number) => readonly number[] = () => []) {
  const all = new CarrierWorld()
  const { clock } = all.world
  const begunAt = clock.now()
  const place = (at: number): MessagePlace => ({
    box: 'inbox',
    lane: 3,
    connector: 'generic',
    id: momentId(at, 'x'),
  })
  const reads: number[] = []
  const ports = all.ports()
  const messages = Object.assign(Object.create(ports.messages) as LanePorts['messages'], {
    list: async (box: string, lane?: number) =>
      box === 'inbox' && lane === 3
        ? [...ages.map((age) => begunAt - age), ...comes(clock.now())].map(place)
        : [],
    read: async () => {
      reads.push(clock.now() - begunAt)
      return null
    },
  })
  // Without the wait in which an account's first claim is made.
  const hold = async (_what: string, _waitMs: number, work: () => Promise<unknown>) => ({
    held: true,
    value: await work(),
  })
  const claims = { hold } as unknown as LanePorts['claims']
  const took = () => clock.now() - begunAt
  return { all, reads, ports: { ...ports, messages, claims }, took }
}

describe('a handler that is called again for what failed', () => {
  it('rests first and calls another, so that its own time is for work', async () => {
    const all = await twoOrders()
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    const [{ lane }] = all.nudges.splice(0) as { lane: number }[]
    const begunAt = all.world.clock.now()
    await workLane(all.ports(), { lane, again: 2, isRested: false })
    expect(all.world.clock.now() - begunAt).toBe(8_000)
    expect(all.nudges).toEqual([{ lane, again: 2, isRested: true }])
    expect(puts(all)).toBe(0)
    await workLane(all.ports(), { lane, again: 2, isRested: true })
    expect(puts(all)).toBe(1)
  })

  it('does not rest where it is called for the first time', async () => {
    const { ports, took, all } = laneOf([])
    await workLane(ports, call())
    expect([took(), all.nudges]).toEqual([0, []])
  })
})

describe('a lane that somebody else has', () => {
  it('is left to him, and nobody is called', async () => {
    const { ports, all, reads } = laneOf([5_000])
    const held: unknown[] = []
    const claims = {
      hold: async (what: string, waitMs: number) => {
        held.push([what, waitMs])
        return { held: false }
      },
    } as unknown as LanePorts['claims']
    await workLane({ ...ports, claims }, call())
    expect([reads, all.nudges]).toEqual([[], []])
    expect(held).toEqual([["carriers' messages, lane 3", 0]])
  })
})

describe('what comes in one burst', () => {
  it('is waited for until nothing has come for a second', async () => {
    const { ports, reads } = laneOf([400])
    await workLane(ports, call())
    expect(reads[0]).toBe(600)
    const quiet = laneOf([1_000])
    await workLane(quiet.ports, call())
    expect(quiet.reads[0]).toBe(0)
  })

  it('that does not end in eight seconds is left to the next handler, for nothing is lost by it', async () => {
    const { ports, reads, took, all } = laneOf([], (nowMs) => [nowMs])
    await workLane(ports, call())
    expect(reads).toEqual([])
    expect(took()).toBe(8_000)
    expect(all.nudges).toContainEqual({ lane: 3 })
  })

  it('is worked off once its first message is half a minute old, quiet or not', async () => {
    const waits = laneOf([29_400], (nowMs) => [nowMs - 100])
    await workLane(waits.ports, call())
    expect(waits.reads[0]).toBe(900)
    const through = laneOf([30_000], (nowMs) => [nowMs - 100])
    await workLane(through.ports, call())
    expect(through.reads[0]).toBe(0)
  })
})

describe('after its work a handler looks once more', () => {
  const worked = async (
    ages: readonly number[],
    comes: (nowMs: number) => readonly number[],
    again = 0
  ) => {
    const { ports, all } = laneOf(ages, comes)
    await workLane({ ...ports, isDue: () => false }, call({ again, isRested: again > 0 }))
    return all.nudges
  }

  it('and calls the next for what has come meanwhile', async () => {
    // It looks when it gathers, when it works, and at the end.
    let looks = 0
    const comes = (nowMs: number) => (++looks > 2 ? [nowMs + 7] : [])
    expect(await worked([2_000], comes)).toEqual([{ lane: 3 }])
  })

  it('and calls a later one for what is left, twenty times, then leaves it to the next event', async () => {
    expect(await worked([2_000], () => [])).toEqual([{ lane: 3, again: 1 }])
    expect(await worked([2_000], () => [], 19)).toEqual([{ lane: 3, again: 20 }])
    expect(await worked([2_000], () => [], 20)).toEqual([])
  })

  it('and calls the next at once for what its shift had no time to begin', async () => {
    const { ports, all } = laneOf([2_000])
    const list = async () => [] as MessagePlace[]
    const messages = Object.assign(Object.create(ports.messages) as typeof ports.messages, { list })
    const hold = async () => ({ held: true as const, value: 'more' })
    const claims = { hold } as unknown as LanePorts['claims']
    await workLane({ ...ports, messages, claims, isDue: () => false }, call())
    expect(all.nudges).toEqual([{ lane: 3 }])
  })

  it('and wakes other lanes in which something lies forgotten', async () => {
    const all = new CarrierWorld(orderWith('1-01', 'x'))
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    const [{ lane }] = all.nudges.splice(0) as { lane: number }[]
    all.world.clock.advance(60_000)
    await workLane(all.ports(), { lane: (lane + 1) % 16, again: 0, isRested: false })
    expect(all.nudges).toEqual([{ lane }])
  })
})
