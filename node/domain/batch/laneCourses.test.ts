import fc from 'fast-check'
import type { Batch, Work } from './batch'
import { total, type Counts } from './outcomes'
import {
  finished,
  freeLanes,
  handedOver,
  isThrough,
  LANES,
  laneOf,
  LEASE_MS,
  passedOn,
  SKEW_MS,
  taken,
} from './lanes'
import { paused, started } from './running'
import { batchOf, holder, NOW, running } from '../testing/someBatch'

const DEAD_MS = LEASE_MS + SKEW_MS + 1

/** Any days of a batch: who comes, takes, ends, makes room, hands over or dies, and how time passes. */
const act = fc.record({
  lane: fc.nat(LANES - 1),
  who: fc.nat(5),
  what: fc.constantFrom(
    ...([
      'come',
      'take',
      'finish',
      'finish',
      'pass on',
      'hand over',
      'die',
      'pause',
      'start',
    ] as const)
  ),
  later: fc.constantFrom(0, 1_000, LEASE_MS + SKEW_MS + 1, 140_000),
  isShown: fc.boolean(),
})

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

class Course {
  batch: Batch
  now = NOW
  private ids = 0
  private handlers: string[] = []

  constructor(private readonly slices: number) {
    this.batch = running(slices)
  }

  act({ lane, who, what, later, isShown }: Act): void {
    this.now += later
    const owner = this.handlers[who] ?? 'nobody'
    const by = holder(lane, owner, this.batch.pass!.number)
    const isGone = what === 'hand over' || what === 'die'
    if (what === 'come') this.come(lane)
    else if (what === 'take') this.step(taken(this.batch, by, this.now, true))
    else if (what === 'finish') this.finish(owner, isShown)
    else if (what === 'pass on') this.step(passedOn(this.batch, by))
    else if (what === 'hand over') this.step(handedOver(this.batch, by))
    else if (what === 'pause' && this.batch.state === 'RUNNING')
      this.step(batchOf(paused(this.batch, this.now)))
    else if (what === 'start') this.goOn()
    if (isGone) this.handlers = this.handlers.filter((one) => one !== owner)
  }

  goOn(): void {
    if (this.batch.state === 'PAUSED') this.step(batchOf(started(this.batch, false, 'a', this.now)))
  }

  come(lane: number): string {
    const owner = `owner ${++this.ids}`
    const next = taken(this.batch, holder(lane, owner, this.batch.pass!.number), this.now, true)
    if (next) this.handlers.push(owner)
    this.step(next)
    return owner
  }

  finish(owner: string, isShown: boolean): void {
    const by = holder(0, owner, this.batch.pass!.number)
    const slice = laneOf(this.batch, by)?.work[0]?.slice
    if (slice === undefined) return
    const counts: Counts = isShown ? { APPLIED: 1 } : { ACCEPTED: 1 }
    const end = { slice, counts, unsettled: isShown ? {} : counts }
    this.step(finished(this.batch, by, end, this.now))
  }

  private step(next: Batch | null): void {
    this.batch = next ?? this.batch
    const { pass, counts, state } = this.batch
    const inHand = pass!.lanes.flatMap(({ work }) => work.map(({ slice }) => slice))
    const open = [...inHand, ...pass!.looks.map(({ slice }) => slice)]
    expect(new Set(open).size).toBe(open.length)
    const owners = pass!.lanes.flatMap(({ owner }) => owner ?? [])
    expect(new Set(owners).size).toBe(owners.length)
    // A slice counts once it has run, and keeps what it counted while it is looked at.
    const isRun = ({ looksAt }: Work): boolean => looksAt !== null
    const first = pass!.lanes.flatMap(({ work }) => work.filter((one) => !isRun(one)))
    expect(total(counts)).toBe(pass!.next - first.length)
    if (state === 'DONE') expect(total(counts)).toBe(this.slices)
  }
}

describe('any course of a batch', () => {
  it('counts every slice once, gives no slice to two, and can always end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(act, { maxLength: 60 }), (n, acts) => {
        const course = new Course(n)
        for (const one of acts) course.act(one)
        // Whoever is left brings it to its end.
        course.goOn()
        for (let turn = 0; turn < 200 && course.batch.state === 'RUNNING'; turn += 1) {
          course.now += DEAD_MS
          const [lane] = freeLanes(course.batch, course.now)
          course.finish(course.come(lane), true)
        }
        expect(course.batch.state).toBe('DONE')
        expect(isThrough(course.batch)).toBe(true)
      }),
      { seed: 20261128 }
    )
  })
})
