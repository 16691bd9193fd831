import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { sliceCount, type Batch, type Lane, type Pass } from './batch'
import { forbidden, missingRows } from './filling'
import { plus, total, UNSETTLED, without, type Counts, type RowOutcome } from './outcomes'

/** For survival, not for speed: the pace is one for all. */
export const LANES = 4
/** Longer than the longest delivery, so that who holds a lane and lives never loses it. */
export const LEASE_MS = 40_000
/** Clocks of replicas differ: others let a lease run over by this. */
export const SKEW_MS = 2_000
/** Slices of one lane in hand: the next one begins while the last rows of the one before are waited for. */
export const MOST_IN_HAND = 3
/** Nothing has moved for so long: something died. */
export const STALLED_MS = 60_000
/** Over which the rate is told. */
const RATE_MS = 30_000

const FREE: Lane = { owner: null, until: 0, work: [] }

export type Turn = { readonly batch: Batch } | { readonly problem: Problem }

/** Begins a pass, or goes on with the one that was paused. */
export function started(batch: Batch, isRehearsal: boolean, by: string, now: number): Turn {
  switch (batch.state) {
    case 'FILLING': {
      const missing = missingRows(batch)
      return { problem: problem('BATCH_ROWS_MISSING', { facts: { ...missing } }) }
    }
    case 'READY':
      return { batch: withPass(batch, { isRehearsal, outcomes: null }, by, now) }
    case 'PAUSED':
      // Who goes on with a rehearsal and means a run, or the other way round, is told before anything is sent.
      return batch.pass?.isRehearsal === isRehearsal
        ? { batch: { ...batch, state: 'RUNNING', startedBy: by, movedAt: now } }
        : { problem: forbidden(batch, ['rehearse']) }
    case 'DONE':
      if (!batch.pass?.isRehearsal) return { problem: forbidden(batch) }
      return {
        batch: isRehearsal
          ? withPass(batch, { isRehearsal, outcomes: REHEARSED }, by, now)
          : withPass(batch, { isRehearsal, outcomes: ['READY'] }, by, now),
      }
    default:
      return { problem: forbidden(batch) }
  }
}

const REHEARSED: readonly RowOutcome[] = ['READY', 'ALREADY_APPLIED', 'REFUSED', 'FAILED']

export function paused(batch: Batch, now: number): Turn {
  if (batch.state === 'PAUSED') return { batch }
  return batch.state === 'RUNNING'
    ? { batch: { ...batch, state: 'PAUSED', movedAt: now } }
    : { problem: forbidden(batch) }
}

/** Rows that ended in one of the outcomes run again, as the last pass did. */
export function retried(
  batch: Batch,
  outcomes: readonly RowOutcome[],
  by: string,
  now: number
): Turn {
  if (batch.state !== 'DONE' || batch.pass === null) return { problem: forbidden(batch) }
  const { isRehearsal } = batch.pass
  const isNone = outcomes.every((outcome) => (batch.counts[outcome] ?? 0) === 0)
  return { batch: isNone ? batch : withPass(batch, { isRehearsal, outcomes }, by, now) }
}

function withPass(
  batch: Batch,
  what: Pick<Pass, 'isRehearsal' | 'outcomes'>,
  by: string,
  now: number
): Batch {
  return {
    ...begun(batch, { ...what, isSecondLook: false, slices: null }, now),
    startedBy: by,
    startedAt: now,
    progress: [],
  }
}

function begun(batch: Batch, what: Omit<Pass, 'number' | 'next' | 'lanes'>, now: number): Batch {
  const pass = {
    ...what,
    number: (batch.pass?.number ?? 0) + 1,
    next: 0,
    lanes: Array.from({ length: LANES }, () => FREE),
  }
  return {
    ...batch,
    pass,
    state: 'RUNNING',
    finishedAt: null,
    movedAt: now,
    // They have no outcome until they have run.
    counts: without(batch.counts, what.outcomes ?? []),
  }
}

/** Whether nobody is at work in a lane, or nobody who lives. */
export function isFree({ owner, until }: Lane, now: number): boolean {
  return owner === null || now > until + SKEW_MS
}

/** Lanes that a nudge may bring to life: also one that would only wait, for whoever waits sees the others die. */
export function freeLanes(batch: Batch, now: number): readonly number[] {
  if (batch.state !== 'RUNNING' || batch.pass === null) return []
  return batch.pass.lanes.flatMap((lane, number) => (isFree(lane, now) ? [number] : []))
}

/** Whether this lane would find work: a slice that nobody had, or what a dead lane left. */
export function hasWorkFor(batch: Batch, lane: number, now: number): boolean {
  const { pass, state } = batch
  if (state !== 'RUNNING' || pass === null) return false
  return hasSlices(batch, pass) || deadLane(pass, lane, now) >= 0
}

export interface Holder {
  readonly pass: number
  readonly lane: number
  readonly owner: string
}

/**
 * The batch with the lane in this owner's hand, its lease begun anew, and one slice more where there is one and room for
 * it. Where no slice is left, what a dead lane had in hand is taken over. Null where somebody else holds the lane, or
 * nothing is to be done any more.
 */
export function taken(batch: Batch, holder: Holder, now: number, wantsMore: boolean): Batch | null {
  const pass = passOf(batch, holder)
  if (batch.state !== 'RUNNING' || pass === null) return null
  const found = pass.lanes[holder.lane]
  if (!found || (found.owner !== holder.owner && !isFree(found, now))) return null
  const mine = {
    owner: holder.owner,
    until: now + LEASE_MS,
    work: found.owner === holder.owner ? found.work : inherited(found),
  }
  const lanes = pass.lanes.map((lane, number) => (number === holder.lane ? mine : lane))
  const held = { ...batch, pass: { ...pass, lanes } }
  return wantsMore && mine.work.length < MOST_IN_HAND ? withMore(held, holder.lane, now) : held
}

/** The lane of this owner; null where it is his no more. */
export function laneOf(batch: Batch, holder: Holder): Lane | null {
  const lane = passOf(batch, holder)?.lanes[holder.lane]
  return lane?.owner === holder.owner ? lane : null
}

function passOf({ pass }: Batch, holder: Pick<Holder, 'pass'>): Pass | null {
  return pass?.number === holder.pass ? pass : null
}

/** Who handed a lane over lives; who did not has died in what he had. */
function inherited({ owner, work }: Lane): Lane['work'] {
  return owner === null ? work : work.map(({ slice, deaths }) => ({ slice, deaths: deaths + 1 }))
}

function hasSlices(batch: Batch, { slices, next }: Pass): boolean {
  return next < (slices?.length ?? sliceCount(batch))
}

function withMore(batch: Batch, number: number, now: number): Batch {
  const pass = batch.pass!
  if (hasSlices(batch, pass)) {
    const slice = pass.slices === null ? pass.next : pass.slices[pass.next]
    const lanes = withWork(pass.lanes, number, [{ slice, deaths: 0 }])
    return { ...batch, pass: { ...pass, lanes, next: pass.next + 1 } }
  }
  const dead = deadLane(pass, number, now)
  if (dead < 0 || pass.lanes[number].work.length > 0) return batch
  const lanes = withWork(pass.lanes, number, inherited(pass.lanes[dead]))
  return {
    ...batch,
    pass: { ...pass, lanes: lanes.map((lane, other) => (other === dead ? FREE : lane)) },
  }
}

/** A lane that has work in hand and nobody at it; -1 where there is none. */
function deadLane({ lanes }: Pass, mine: number, now: number): number {
  return lanes.findIndex(
    (lane, other) => other !== mine && lane.work.length > 0 && isFree(lane, now)
  )
}

function withWork(lanes: readonly Lane[], number: number, work: Lane['work']): readonly Lane[] {
  return lanes.map((lane, other) =>
    other === number ? { ...lane, work: [...lane.work, ...work] } : lane
  )
}

/** How a slice ended in this pass. */
export interface SliceEnd {
  readonly slice: number
  /** Of the rows that ran in this pass. */
  readonly counts: Counts
  readonly hasUnsettled: boolean
}

/**
 * The batch with a slice done; the pass, and with it the batch, ends with the last one. Null where the slice is not in
 * this owner's hand: then it was counted already, or will be by whoever has it.
 */
export function finished(batch: Batch, holder: Holder, end: SliceEnd, now: number): Batch | null {
  const pass = passOf(batch, holder)
  const lane = laneOf(batch, holder)
  if (!pass || !lane?.work.some(({ slice }) => slice === end.slice)) return null
  const left = { ...lane, work: lane.work.filter(({ slice }) => slice !== end.slice) }
  const others = batch.unsettled.filter((slice) => slice !== end.slice)
  const counts = plus(batch.counts, end.counts)
  const next: Batch = {
    ...batch,
    counts,
    unsettled: end.hasUnsettled ? [...others, end.slice] : others,
    movedAt: now,
    progress: [
      ...batch.progress.filter(({ at }) => at > now - 2 * RATE_MS),
      { at: now, done: total(counts) },
    ].slice(-60),
    pass: {
      ...pass,
      lanes: pass.lanes.map((one, number) => (number === holder.lane ? left : one)),
    },
  }
  return concluded(next, now)
}

/** The lane given back with what is still in hand. */
export function handedOver(batch: Batch, holder: Holder): Batch | null {
  const pass = passOf(batch, holder)
  const lane = laneOf(batch, holder)
  if (!pass || !lane) return null
  const lanes = pass.lanes.map((one, number) =>
    number === holder.lane ? { ...lane, owner: null, until: 0 } : one
  )
  return { ...batch, pass: { ...pass, lanes } }
}

export function isThrough(batch: Batch): boolean {
  const { pass } = batch
  return pass !== null && !hasSlices(batch, pass) && pass.lanes.every(({ work }) => !work.length)
}

/** What comes after the last slice: once more what OMS had not shown, then the end. */
function concluded(batch: Batch, now: number): Batch {
  const { pass, unsettled } = batch
  if (pass === null || !isThrough(batch)) return batch
  if (!pass.isRehearsal && !pass.isSecondLook && unsettled.length > 0) {
    const look = {
      isRehearsal: false,
      isSecondLook: true,
      outcomes: UNSETTLED,
      slices: [...unsettled].sort((a, b) => a - b),
    }
    // A batch that was paused meanwhile stays so.
    return { ...begun(batch, look, now), state: batch.state }
  }
  return { ...batch, state: 'DONE', finishedAt: now }
}

export function isStalled(batch: Batch, now: number): boolean {
  return batch.state === 'RUNNING' && now - batch.movedAt > STALLED_MS
}

/** Rows a second over the last half minute; null where too little is known. */
export function rateOf({ state, progress }: Batch, now: number): number | null {
  const recent = progress.filter(({ at }) => at > now - RATE_MS)
  const first = recent[0]
  const last = recent[recent.length - 1]
  if (state !== 'RUNNING' || !first || last.at - first.at < 1_000) return null
  return Math.max(0, (last.done - first.done) / ((now - first.at) / 1_000))
}
