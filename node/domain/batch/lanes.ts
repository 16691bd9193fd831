import { LONGEST_SEND_MS, UNKNOWN_FOR_MS } from '../journal/waiting'
import { sliceCount, type Batch, type Lane, type Look, type Pass, type Work } from './batch'
import { minus, plus, total, type Counts } from './outcomes'

/** For survival, not for speed: the pace is one for all. */
export const LANES = 4
/** Longer than the longest delivery, so that who holds a lane and lives never loses it. */
export const LEASE_MS = 40_000
/** Clocks of replicas differ: others let a lease run over by this. */
export const SKEW_MS = 2_000
/** Slices of one lane in hand: the next one begins while the last rows of the one before are waited for. */
export const MOST_IN_HAND = 6
/** The same where slices have a row or two to look at. */
const MOST_TO_LOOK_AT = 12
const LOOKS_TAKEN_AT_ONCE = 4
/** What left no trace in OMS by then may be sent again, so a look comes to more. */
const LOOK_AFTER_MS = LONGEST_SEND_MS + UNKNOWN_FOR_MS
/** Over which the rate is told. */
export const RATE_MS = 30_000

export const FREE: Lane = { owner: null, until: 0, work: [] }

/** Whether nobody is at work in a lane, or nobody who lives. */
export function isFree({ owner, until }: Lane, now: number): boolean {
  return owner === null || now > until + SKEW_MS
}

/** Lanes that a nudge may bring to life: also one that would only wait, for whoever waits sees the others die. */
export function freeLanes(batch: Batch, now: number): readonly number[] {
  if (batch.state !== 'RUNNING' || batch.pass === null) return []
  return lanesOf(batch.pass).flatMap((lane, number) => (isFree(lane, now) ? [number] : []))
}

/** Without the sidings behind them. */
function lanesOf({ lanes }: Pass): readonly Lane[] {
  return lanes.slice(0, LANES)
}

/** Whether this lane would find work: a slice that nobody had, one to look at once more, or what a dead lane left. */
export function hasWorkFor(batch: Batch, lane: number, now: number): boolean {
  const { pass, state } = batch
  if (state !== 'RUNNING' || pass === null) return false
  return hasSlices(batch, pass) || pass.looks.length > 0 || deadLane(pass, lane, now) >= 0
}

/** Whether this holder would be given any of it now: what a dead lane left is only for who has nothing in hand. */
export function mayTake(batch: Batch, holder: Holder, now: number): boolean {
  const { lane } = holder
  const mine = laneOf(batch, holder)
  if (mine === null || !hasWorkFor(batch, lane, now)) return false
  const pass = batch.pass!
  const isForAny = hasSlices(batch, pass) || pass.looks.length > 0
  return isForAny || isIdle(mine) || deadLane(pass, lane, now) >= LANES
}

/** Whether who has so many slices in hand may take what comes next. */
export function hasRoom(batch: Batch, inHand: number, now: number): boolean {
  const isLook = batch.pass !== null && looksOf(batch, batch.pass, now).length > 0
  return inHand < (isLook ? MOST_TO_LOOK_AT : MOST_IN_HAND)
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
  const held = heldBy(pass, holder)
  const number = held < 0 ? holder.lane : held
  const found = pass.lanes[number]
  if (!found || (held < 0 && (number >= LANES || !isFree(found, now)))) return null
  const mine = {
    owner: holder.owner,
    until: now + LEASE_MS,
    work: held < 0 ? inherited(found) : found.work,
  }
  const next = { ...batch, pass: { ...pass, lanes: withLane(pass.lanes, number, mine) } }
  const mayTake = wantsMore && number < LANES && hasRoom(batch, mine.work.length, now)
  return mayTake ? withMore(next, number, now) : next
}

/**
 * The lane given to whoever comes next, while this owner brings to its end in a siding what he has in hand. A row that hangs
 * takes ten times as long as others: were the lane handed over after the last of them only, nobody would work in it for
 * half of the time. Null where the lane is not his, or he is in a siding already.
 */
export function passedOn(batch: Batch, holder: Holder): Batch | null {
  const pass = passOf(batch, holder)
  const number = pass ? heldBy(pass, holder) : -1
  if (!pass || number < 0 || number >= LANES) return null
  const free = pass.lanes.findIndex(
    ({ owner, work }, other) => other >= LANES && owner === null && work.length === 0
  )
  const siding = free < 0 ? pass.lanes.length : free
  const lanes = withLane(withLane(pass.lanes, siding, pass.lanes[number]), number, FREE)
  return { ...batch, pass: { ...pass, lanes } }
}

/** What this owner holds, a lane or a siding; null where nothing is his any more. */
export function laneOf(batch: Batch, holder: Holder): Lane | null {
  const pass = passOf(batch, holder)
  return pass?.lanes[heldBy(pass, holder)] ?? null
}

/** An owner is one handler, so he is in one place. -1: in none. */
function heldBy({ lanes }: Pass, { owner }: Pick<Holder, 'owner'>): number {
  return lanes.findIndex((lane) => lane.owner === owner)
}

function withLane(lanes: readonly Lane[], number: number, lane: Lane): readonly Lane[] {
  return [...lanes.slice(0, number), lane, ...lanes.slice(number + 1)]
}

function passOf({ pass }: Batch, holder: Pick<Holder, 'pass'>): Pass | null {
  return pass?.number === holder.pass ? pass : null
}

/** Who handed a lane over lives; who did not has died in what he had. */
function inherited({ owner, work }: Lane): Lane['work'] {
  return owner === null ? work : work.map((one) => ({ ...one, deaths: one.deaths + 1 }))
}

function hasSlices(batch: Batch, { next }: Pass): boolean {
  return next < sliceCount(batch)
}

/** What is left in a siding comes first, for no nudge brings anybody there; what a dead lane left comes last. */
function withMore(batch: Batch, number: number, now: number): Batch {
  const pass = batch.pass!
  const more = (work: readonly Work[], changes: Partial<Pass>): Batch => {
    const next = { ...pass, ...changes }
    return { ...batch, pass: { ...next, lanes: withWork(next.lanes, number, work) } }
  }
  const dead = deadLane(pass, number, now)
  const left = (): Batch =>
    more(inherited(pass.lanes[dead]), { lanes: withLane(pass.lanes, dead, FREE) })
  if (dead >= LANES) return left()
  const looks = looksOf(batch, pass, now)
  if (looks.length > 0) return more(looks.map(asWork), { looks: pass.looks.slice(looks.length) })
  if (hasSlices(batch, pass))
    return more([{ slice: pass.next, deaths: 0, looksAt: null }], { next: pass.next + 1 })
  return dead >= 0 && isIdle(pass.lanes[number]) ? left() : batch
}

/**
 * What is to be looked at now: what OMS has had its time for, and whatever there is once no slice is left. So the looks go
 * beside the rows, and the end of the batch waits for none but the last.
 */
function looksOf(batch: Batch, pass: Pass, now: number): readonly Look[] {
  const next = pass.looks.slice(0, LOOKS_TAKEN_AT_ONCE)
  return hasSlices(batch, pass) ? next.filter(({ since }) => now >= since + LOOK_AFTER_MS) : next
}

function asWork({ slice, counts }: Look): Work {
  return { slice, deaths: 0, looksAt: counts }
}

/** A lane or siding, of these first, that has work in hand and nobody at it; -1 where there is none. */
function deadLane({ lanes }: Pass, mine: number, now: number): number {
  const dead = lanes.flatMap((lane, number) =>
    number !== mine && !isIdle(lane) && isFree(lane, now) ? [number] : []
  )
  return dead.find((number) => number >= LANES) ?? dead[0] ?? -1
}

function isIdle({ work }: Lane): boolean {
  return work.length === 0
}

function withWork(lanes: readonly Lane[], number: number, work: Lane['work']): readonly Lane[] {
  const lane = lanes[number]
  return withLane(lanes, number, { ...lane, work: [...lane.work, ...work] })
}

/** How a slice ended in this pass. */
export interface SliceEnd {
  readonly slice: number
  /** Of the rows that ran. */
  readonly counts: Counts
  /** Of all its rows, those that OMS has not shown. */
  readonly unsettled: Counts
}

/**
 * The batch with a slice done; the pass, and with it the batch, ends with the last one. Null where the slice is not in
 * this owner's hand: then it was counted already, or will be by whoever has it.
 */
export function finished(batch: Batch, holder: Holder, end: SliceEnd, now: number): Batch | null {
  const pass = passOf(batch, holder)
  const lane = laneOf(batch, holder)
  const done = lane?.work.find(({ slice }) => slice === end.slice)
  if (!pass || !lane || !done) return null
  const left = { ...lane, work: lane.work.filter((one) => one !== done) }
  // What is looked at was counted when its rows had run.
  const counts = plus(minus(batch.counts, done.looksAt ?? {}), end.counts)
  const isOpen = !pass.isRehearsal && done.looksAt === null && total(end.unsettled) > 0
  const look = { slice: end.slice, counts: end.unsettled, since: now }
  const next: Batch = {
    ...batch,
    counts,
    movedAt: now,
    progress: [
      ...batch.progress.filter(({ at }) => at > now - 2 * RATE_MS),
      { at: now, done: total(counts) },
    ].slice(-60),
    pass: {
      ...pass,
      looks: isOpen ? [...pass.looks, look] : pass.looks,
      lanes: withLane(pass.lanes, heldBy(pass, holder), left),
    },
  }
  return isThrough(next) ? { ...next, state: 'DONE', finishedAt: now } : next
}

/** The lane given back with what is still in hand. */
export function handedOver(batch: Batch, holder: Holder): Batch | null {
  const pass = passOf(batch, holder)
  const lane = laneOf(batch, holder)
  if (!pass || !lane) return null
  const lanes = withLane(pass.lanes, heldBy(pass, holder), { ...lane, owner: null, until: 0 })
  return { ...batch, pass: { ...pass, lanes } }
}

export function isThrough(batch: Batch): boolean {
  const { pass } = batch
  if (pass === null || hasSlices(batch, pass)) return false
  return pass.looks.length === 0 && pass.lanes.every(isIdle)
}
