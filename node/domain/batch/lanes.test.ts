import type { Batch, Work } from './batch'
import type { Counts } from './outcomes'
import {
  finished,
  freeLanes,
  handedOver,
  hasRoom,
  hasWorkFor,
  isThrough,
  LANES,
  laneOf,
  LEASE_MS,
  mayTake,
  MOST_IN_HAND,
  passedOn,
  SKEW_MS,
  taken,
} from './lanes'
import { paused, started } from './running'
import { batchOf, holder, NOW, ready, running } from '../testing/someBatch'

const applied = (slice: number) => ({ slice, counts: { APPLIED: 1 }, unsettled: {} })

const workOn = (slice: number, deaths = 0, looksAt: Counts | null = null): Work => ({
  slice,
  deaths,
  looksAt,
})
const DEAD_MS = LEASE_MS + SKEW_MS + 1

describe('a lane', () => {
  it('is one holder’s until he hands it over or his lease ends', () => {
    const mine = taken(running(9), holder(0, 'a'), NOW, true)!
    expect(taken(mine, holder(0, 'b'), NOW + LEASE_MS + SKEW_MS, true)).toBeNull()
    const late = taken(mine, holder(0, 'b'), NOW + LEASE_MS + SKEW_MS + 1, false)!
    expect(laneOf(late, holder(0, 'b'))!.work).toEqual([workOn(0, 1)])
    expect(laneOf(late, holder(0, 'a'))).toBeNull()
    const given = handedOver(mine, holder(0, 'a'))!
    const next = taken(given, holder(0, 'b'), NOW, false)!
    expect(laneOf(next, holder(0, 'b'))!.work).toEqual([workOn(0, 0)])
  })

  it('that died leaves its work to another once no slice is left', () => {
    const a = taken(running(1), holder(0, 'a'), NOW, true)!
    const early = taken(a, holder(1, 'b'), NOW, true)!
    expect(laneOf(early, holder(1, 'b'))!.work).toEqual([])
    const later = taken(early, holder(1, 'b'), NOW + LEASE_MS + SKEW_MS + 1, true)!
    expect(laneOf(later, holder(1, 'b'))!.work).toEqual([workOn(0, 1)])
    expect(finished(later, holder(0, 'a'), applied(0), NOW)).toBeNull()
    expect(finished(later, holder(1, 'b'), applied(0), NOW)!.state).toBe('DONE')
  })

  it('of an older pass is nobody’s', () => {
    expect(taken(running(3), holder(0, 'a', 0), NOW, true)).toBeNull()
  })
})

describe('a lane that is passed on', () => {
  const passed = (slices = 9): Batch =>
    passedOn(taken(running(slices), holder(0, 'a'), NOW, true)!, holder(0, 'a'))!

  it('is free for the next one, and its last holder ends what he has in a siding', () => {
    expect(freeLanes(passed(), NOW)).toEqual([0, 1, 2, 3])
    const next = taken(passed(), holder(0, 'b'), NOW, true)!
    expect(laneOf(next, holder(0, 'b'))!.work).toEqual([workOn(1)])
    expect(laneOf(next, holder(0, 'a'))!.work).toEqual([workOn(0)])
    const done = finished(next, holder(0, 'a'), applied(0), NOW)!
    expect(done.counts).toEqual({ APPLIED: 1 })
    expect(laneOf(done, holder(0, 'b'))!.work).toEqual([workOn(1)])
  })

  it('gives him no more, lets him keep his lease, and is passed on once', () => {
    const later = taken(passed(), holder(0, 'a'), NOW + 5_000, true)!
    expect(laneOf(later, holder(0, 'a'))).toEqual({
      owner: 'a',
      until: NOW + 5_000 + LEASE_MS,
      work: [workOn(0)],
    })
    expect(passedOn(later, holder(0, 'a'))).toBeNull()
    expect(passedOn(later, holder(0, 'nobody'))).toBeNull()
    expect(passedOn(later, holder(0, 'a', 7))).toBeNull()
    // Nobody is called into a siding, and who comes all the same has no place there.
    expect(taken(handedOver(later, holder(0, 'a'))!, holder(LANES, 'x'), NOW, true)).toBeNull()
  })

  it('keeps the batch from its end until he is through, or what he leaves is taken up first', () => {
    const left = handedOver(passed(2), holder(0, 'a'))!
    expect(hasWorkFor(left, 1, NOW)).toBe(true)
    const next = taken(left, holder(1, 'b'), NOW, true)!
    expect(laneOf(next, holder(1, 'b'))!.work).toEqual([workOn(0)])
    const dead = taken(passed(2), holder(1, 'b'), NOW + DEAD_MS, true)!
    expect(laneOf(dead, holder(1, 'b'))!.work).toEqual([workOn(0, 1)])
    const waits = finished(
      taken(passed(2), holder(1, 'b'), NOW, true)!,
      holder(1, 'b'),
      applied(1),
      NOW
    )!
    expect([waits.state, isThrough(waits)]).toEqual(['RUNNING', false])
    expect(finished(waits, holder(0, 'a'), applied(0), NOW)!.state).toBe('DONE')
  })

  it('leaves its siding to the next one who needs it', () => {
    const over = finished(passed(), holder(0, 'a'), applied(0), NOW)!
    const empty = handedOver(over, holder(0, 'a'))!
    const again = passedOn(taken(empty, holder(2, 'c'), NOW, true)!, holder(2, 'c'))!
    expect(again.pass!.lanes).toHaveLength(LANES + 1)
    const two = passedOn(taken(again, holder(2, 'd'), NOW, true)!, holder(2, 'd'))!
    expect(two.pass!.lanes).toHaveLength(LANES + 2)
  })

  it('is put beside what others have left in their sidings, or are about to leave', () => {
    const second = (batch: Batch): Batch =>
      passedOn(taken(batch, holder(2, 'c'), NOW, false)!, holder(2, 'c'))!
    // Nobody holds it, and its slice waits for somebody.
    const left = second(handedOver(passed(), holder(0, 'a'))!)
    expect(left.pass!.lanes[LANES].work).toEqual([workOn(0)])
    expect(laneOf(left, holder(2, 'c'))).not.toBeNull()
    // It is empty, and its holder has not gone yet.
    const ending = second(finished(passed(), holder(0, 'a'), applied(0), NOW)!)
    expect(laneOf(ending, holder(0, 'a'))).toMatchObject({ owner: 'a', work: [] })
    expect(laneOf(ending, holder(2, 'c'))).not.toBeNull()
  })

  it('has room for few slices, and for more of those that are only looked at', () => {
    expect(hasRoom(running(9), MOST_IN_HAND - 1, NOW)).toBe(true)
    expect(hasRoom(running(9), MOST_IN_HAND, NOW)).toBe(false)
    expect(hasRoom(ready(9), MOST_IN_HAND, NOW)).toBe(false)
    const batch = running(1)
    const looks = [{ slice: 0, counts: { ACCEPTED: 1 }, since: NOW }]
    const looking = { ...batch, pass: { ...batch.pass!, looks, next: 1 } }
    expect([hasRoom(looking, 11, NOW), hasRoom(looking, 12, NOW)]).toEqual([true, false])
  })
})

describe('who may work', () => {
  it('is nobody in a batch that is not running', () => {
    for (const batch of [ready(3), batchOf(paused(running(3), NOW))]) {
      expect(freeLanes(batch, NOW)).toEqual([])
      expect(hasWorkFor(batch, 0, NOW)).toBe(false)
      expect(taken(batch, holder(0, 'a'), NOW, true)).toBeNull()
      expect(isThrough(batch)).toBe(false)
    }
    expect(laneOf(ready(3), holder(0, 'a'))).toBeNull()
    expect(laneOf(running(3), holder(LANES, 'a'))).toBeNull()
  })

  it('is whoever finds a lane without a holder, or with a dead one', () => {
    const held = taken(running(3), holder(1, 'a'), NOW, true)!
    expect(freeLanes(held, NOW + DEAD_MS - 1)).toEqual([0, 2, 3])
    expect(freeLanes(held, NOW + DEAD_MS)).toEqual([0, 1, 2, 3])
  })

  it('finds work while a slice is left, and then only what another lane left behind', () => {
    expect(hasWorkFor(running(1), 3, NOW)).toBe(true)
    const held = taken(running(1), holder(0, 'a'), NOW, true)!
    expect(hasWorkFor(held, 3, NOW + DEAD_MS - 1)).toBe(false)
    expect(hasWorkFor(held, 3, NOW + DEAD_MS)).toBe(true)
    // Its own is no other’s.
    expect(hasWorkFor(held, 0, NOW + DEAD_MS)).toBe(false)
    const idle = taken(finished(held, holder(0, 'a'), applied(0), NOW)!, holder(0, 'a'), NOW, true)
    expect(idle).toBeNull()
  })

  it('may take what nobody had, what is to be looked at and what a siding left, and nothing where he has no lane', () => {
    const busy = (batch: Batch): Batch => taken(batch, holder(1, 'b'), NOW, true)!
    expect(mayTake(running(3), holder(1, 'b'), NOW)).toBe(false)
    expect(mayTake(busy(running(3)), holder(1, 'b'), NOW)).toBe(true)
    const all = busy(running(1))
    expect(mayTake(all, holder(1, 'b'), NOW)).toBe(false)
    const looks = [{ slice: 0, counts: { ACCEPTED: 1 }, since: NOW }]
    expect(mayTake({ ...all, pass: { ...all.pass!, looks } }, holder(1, 'b'), NOW)).toBe(true)
    const idle = taken(all, holder(2, 'c'), NOW, true)!
    expect(mayTake(idle, holder(2, 'c'), NOW)).toBe(false)
    expect(mayTake(idle, holder(2, 'c'), NOW + DEAD_MS)).toBe(true)
  })

  it('may take, whatever he has in hand, what is left in a siding, and that before a dead lane’s', () => {
    const one = taken(running(3), holder(3, 'x'), NOW, true)!
    const two = passedOn(one, holder(3, 'x'))!
    const three = taken(two, holder(0, 'dead'), NOW, true)!
    const busy = taken(three, holder(1, 'b'), NOW + DEAD_MS - 1, true)!
    expect(mayTake(busy, holder(1, 'b'), NOW + DEAD_MS - 1)).toBe(false)
    expect(mayTake(busy, holder(1, 'b'), NOW + DEAD_MS)).toBe(true)
    const more = taken(busy, holder(1, 'b'), NOW + DEAD_MS, true)!
    expect(laneOf(more, holder(1, 'b'))!.work).toEqual([workOn(2), workOn(0, 1)])
    expect(mayTake(more, holder(1, 'b'), NOW + DEAD_MS)).toBe(false)
  })

  it('keeps what he has in hand as it is, six slices at most', () => {
    let batch = running(9)
    for (let turn = 0; turn < 8; turn += 1) batch = taken(batch, holder(0, 'a'), NOW, true)!
    expect(laneOf(batch, holder(0, 'a'))!.work).toEqual(
      Array.from({ length: MOST_IN_HAND }, (_, slice) => workOn(slice))
    )
  })

  it('takes over what a dead one left only when he has nothing himself', () => {
    const both = taken(
      taken(running(2), holder(0, 'a'), NOW, true)!,
      holder(1, 'b'),
      NOW + DEAD_MS,
      true
    )!
    const busy = taken(both, holder(1, 'b'), NOW + DEAD_MS, true)!
    expect(laneOf(busy, holder(1, 'b'))!.work).toEqual([workOn(1, 0)])
    const idle = finished(busy, holder(1, 'b'), applied(1), NOW)!
    const over = taken(idle, holder(1, 'b'), NOW + DEAD_MS, true)!
    expect(laneOf(over, holder(1, 'b'))!.work).toEqual([workOn(0, 1)])
    expect(over.pass!.lanes[0].work).toEqual([])
  })
})

describe('a slice that ended', () => {
  const twoInHand = (slices: number): Batch =>
    taken(taken(running(slices), holder(0, 'a'), NOW, true)!, holder(0, 'a'), NOW, true)!

  it('counts only where it is in this hand', () => {
    expect(finished(twoInHand(9), holder(0, 'a'), applied(2), NOW)).toBeNull()
    const left = finished(twoInHand(9), holder(0, 'a'), applied(0), NOW)!
    expect(laneOf(left, holder(0, 'a'))!.work).toEqual([workOn(1, 0)])
  })

  const open = (slice: number, count = 1) => ({
    slice,
    counts: { ACCEPTED: count, APPLIED: 1 },
    unsettled: { ACCEPTED: count },
  })

  it('is looked at once more where OMS had not shown some of it, and only once', () => {
    const looking = finished(
      finished(twoInHand(2), holder(0, 'a'), open(0, 3), NOW)!,
      holder(0, 'a'),
      applied(1),
      NOW
    )!
    expect(looking).toMatchObject({ state: 'RUNNING', counts: { APPLIED: 2, ACCEPTED: 3 } })
    expect(hasWorkFor(looking, 1, NOW)).toBe(true)
    const last = taken(looking, holder(2, 'c'), NOW, true)!
    expect(laneOf(last, holder(2, 'c'))!.work).toEqual([workOn(0, 0, { ACCEPTED: 3 })])
    expect(last.pass!.looks).toEqual([])
    const end = { slice: 0, counts: { APPLIED: 2, ACCEPTED: 1 }, unsettled: { ACCEPTED: 1 } }
    const done = finished(last, holder(2, 'c'), end, NOW)!
    expect(done).toMatchObject({ state: 'DONE', counts: { APPLIED: 4, ACCEPTED: 1 } })
  })

  it('of a rehearsal is not', () => {
    const rehearsal = batchOf(started(ready(1), true, 'ana', NOW))
    const held = taken(rehearsal, holder(0, 'a'), NOW, true)!
    expect(finished(held, holder(0, 'a'), open(0), NOW)!.state).toBe('DONE')
  })

  it('waits for its look as long as OMS may still take what was sent, and then goes before the next slice', () => {
    const waiting = finished(twoInHand(9), holder(0, 'a'), open(0), NOW)!
    const next = (at: number) =>
      laneOf(taken(waiting, holder(1, 'b'), at, true)!, holder(1, 'b'))!.work
    expect(next(NOW + 139_999)).toEqual([workOn(2)])
    expect(next(NOW + 140_000)).toEqual([workOn(0, 0, { ACCEPTED: 1 })])
  })

  it('is looked at with some others, in the order in which they came up', () => {
    let batch = running(6)
    for (let slice = 0; slice < 6; slice += 1) batch = taken(batch, holder(0, 'a'), NOW, true)!
    for (const slice of [5, 3, 1, 0, 2, 4])
      batch = finished(batch, holder(0, 'a'), open(slice), NOW)!
    const inHand = (): number[] => laneOf(batch, holder(0, 'a'))!.work.map(({ slice }) => slice)
    batch = taken(batch, holder(0, 'a'), NOW, true)!
    expect(inHand()).toEqual([5, 3, 1, 0])
    batch = taken(batch, holder(0, 'a'), NOW, true)!
    expect(inHand()).toEqual([5, 3, 1, 0, 2, 4])
  })

  it('is remembered for two times half a minute, sixty of them at most', () => {
    const progress = Array.from({ length: 80 }, (_, at) => ({ at: NOW + at, done: at }))
    const crowded = { ...twoInHand(9), progress }
    const next = finished(crowded, holder(0, 'a'), applied(0), NOW + 100)!
    expect(next.progress).toHaveLength(60)
    expect(next.progress[59]).toEqual({ at: NOW + 100, done: 1 })
    const later = finished(crowded, holder(0, 'a'), applied(0), NOW + 60_078)!
    expect(later.progress).toEqual([
      { at: NOW + 79, done: 79 },
      { at: NOW + 60_078, done: 1 },
    ])
  })
})
