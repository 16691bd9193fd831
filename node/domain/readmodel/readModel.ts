import { epochOf, instantAt, type Instant } from '../values/instant'
import { LONGEST_UNREAD_MS } from './refreshDue'

/** IDLE: no fill is under way. PAUSED: VTEX had too many calls; FAILED: it refuses them. Both go on by themselves. */
export type FillState = 'IDLE' | 'FILLING' | 'PAUSED' | 'REMOVING' | 'FAILED'

/** Orders by the day they were made, newest first, as OMS lists them. */
export interface Window {
  /** OPEN: of the statuses before `invoiced`. */
  readonly what: 'OPEN' | 'ALL'
  readonly from: Instant
  /** Moves towards `from` with each page, so that what leaves a page shifts nothing past it. */
  readonly to: Instant
  /** Above 1 only where a whole page was made in one moment. */
  readonly page: number
}

/** The read model of an account: its switch, and how far its feeds have come. */
export interface ReadModel {
  readonly isOn: boolean
  readonly keepClosedDays: number
  readonly fill: FillState
  /** What is still to be listed, next first. */
  readonly windows: readonly Window[]
  /** Of the first fill, in orders that OMS lists. */
  readonly filled: number
  /** Null until it was counted. */
  readonly toFill: number | null
  /** When the first fill began; null while it is off. */
  readonly began: Instant | null
  /** When the first fill ended; null before. */
  readonly filledAt: Instant | null
  /** Orders made before are known, or stand in `windows`. */
  readonly listedUntil: Instant | null
  /** When all orders were last begun to be looked for: what the index has lost is found by it. */
  readonly sweptAt: Instant | null
  /** When no document was due to be read again. */
  readonly nothingDueAt: Instant | null
  /** Documents there were then, or when a removal last looked. */
  readonly documents: number
  /** VTEX had too many calls: until then nothing is read. */
  readonly restsUntil: Instant | null
  /** Since when a removal finds nothing left. */
  readonly emptySince: Instant | null
}

export const KEEP_CLOSED_DAYS = { least: 1, most: 365, usual: 30 } as const

export const SWITCHED_OFF: ReadModel = {
  isOn: false,
  keepClosedDays: KEEP_CLOSED_DAYS.usual,
  fill: 'IDLE',
  windows: [],
  filled: 0,
  toFill: null,
  began: null,
  filledAt: null,
  listedUntil: null,
  sweptAt: null,
  nothingDueAt: null,
  documents: 0,
  restsUntil: null,
  emptySince: null,
}

const DAY_MS = 24 * 60 * 60 * 1000
/** How far back orders are looked for that wait to be handled or invoiced. */
const OPEN_DAYS = 365
/** How long a parcel may be on its way, before the days for which closed orders are kept. */
const ON_THE_WAY_DAYS = 60
/** OMS's list is minutes behind the orders (oms §4). */
const LIST_LAG_MS = 20 * 60 * 1000
const CATCH_UP_EVERY_MS = 10 * 60 * 1000
/**
 * For so long a removal must find nothing before it ends: a process may take the read model for switched on for half a
 * minute, work on an order for half a minute more, and what it writes is found seconds later.
 */
export const QUIET_MS = 2 * 60 * 1000

/** Switched on it fills from the beginning; on already, what is kept longer is looked for. */
export function switchedOn(before: ReadModel, keepClosedDays: number, nowMs: number): ReadModel {
  if (before.isOn) {
    const more =
      keepClosedDays > before.keepClosedDays
        ? [
            backTo(
              ON_THE_WAY_DAYS + keepClosedDays,
              nowMs,
              nowMs - (ON_THE_WAY_DAYS + before.keepClosedDays) * DAY_MS
            ),
          ]
        : []
    return { ...before, keepClosedDays, windows: [...before.windows, ...more] }
  }
  const now = instantAt(nowMs)
  return {
    ...SWITCHED_OFF,
    keepClosedDays,
    isOn: true,
    fill: 'FILLING',
    began: now,
    listedUntil: now,
    sweptAt: now,
    windows: [openOrders(nowMs), backTo(ON_THE_WAY_DAYS + keepClosedDays, nowMs, nowMs)],
  }
}

/** Documents stay; what was under way is over. */
export function switchedOff({ keepClosedDays, documents }: ReadModel): ReadModel {
  return { ...SWITCHED_OFF, keepClosedDays, documents }
}

export function removing(before: ReadModel): ReadModel {
  return { ...switchedOff(before), fill: 'REMOVING' }
}

function openOrders(nowMs: number): Window {
  const from = instantAt(nowMs - OPEN_DAYS * DAY_MS)
  return { what: 'OPEN', from, to: instantAt(nowMs), page: 1 }
}

function backTo(days: number, nowMs: number, toMs: number): Window {
  const from = instantAt(nowMs - days * DAY_MS)
  return { what: 'ALL', from, to: instantAt(toMs), page: 1 }
}

/** What the first fill has before it, once it was counted. */
export function counted(before: ReadModel, toFill: number): ReadModel {
  return before.fill === 'FILLING' && before.toFill === null ? { ...before, toFill } : before
}

export interface ListedPage {
  readonly window: Window
  /** Of the orders on it, as they stand there. */
  readonly created: readonly (Instant | null)[]
  readonly isLast: boolean
}

/** A page of a window was worked off. The very same object where that window is none any more. */
export function worked(
  before: ReadModel,
  { window, created, isLast }: ListedPage,
  nowMs: number
): ReadModel {
  const [first, ...others] = before.windows
  if (JSON.stringify(first) !== JSON.stringify(window)) return before
  const next = isLast ? others : [behind(window, created), ...others]
  const isFill = before.filledAt === null
  const after = {
    ...before,
    windows: next,
    restsUntil: null,
    filled: isFill ? before.filled + created.length : before.filled,
  }
  if (!isFill) return after
  return next.length > 0
    ? { ...after, fill: 'FILLING' }
    : { ...after, fill: 'IDLE', filledAt: instantAt(nowMs) }
}

/** Where the window goes on: by the moment, which nothing shifts, or by the page where a page is one moment. */
function behind(window: Window, created: ListedPage['created']): Window {
  const oldest = created.reduce<Instant | null>(
    (least, one) =>
      one !== null && (least === null || epochOf(one) < epochOf(least)) ? one : least,
    null
  )
  const moves = oldest !== null && epochOf(oldest) < epochOf(window.to)
  return moves
    ? { ...window, to: instantAt(epochOf(oldest)), page: 1 }
    : { ...window, page: window.page + 1 }
}

/**
 * Orders that nobody told of are looked for: new ones now and then, from before the last time on, for the list is behind;
 * all of them once a day, of which those that are known cost OMS nothing.
 */
export function caughtUp(before: ReadModel, nowMs: number): ReadModel {
  const { isOn, listedUntil, sweptAt, windows, keepClosedDays } = before
  if (!isOn || listedUntil === null || sweptAt === null || windows.length > 0) return before
  const now = instantAt(nowMs)
  if (nowMs - epochOf(sweptAt) >= DAY_MS)
    return {
      ...before,
      listedUntil: now,
      sweptAt: now,
      windows: [openOrders(nowMs), backTo(keepClosedDays, nowMs, nowMs)],
    }
  if (nowMs - epochOf(listedUntil) < CATCH_UP_EVERY_MS) return before
  const from = instantAt(epochOf(listedUntil) - LIST_LAG_MS)
  return { ...before, listedUntil: now, windows: [{ what: 'ALL', from, to: now, page: 1 }] }
}

export function nothingDue(before: ReadModel, documents: number, nowMs: number): ReadModel {
  if (!before.isOn) return before
  const fill = before.filledAt === null ? before.fill : 'IDLE'
  return { ...before, fill, documents, nothingDueAt: instantAt(nowMs), restsUntil: null }
}

/** Nothing is read until then. PAUSED: VTEX had too many calls or did not answer, and people come first. */
export function resting(
  before: ReadModel,
  why: Extract<FillState, 'PAUSED' | 'FAILED'>,
  untilMs: number
): ReadModel {
  const fill = why === 'FAILED' || before.fill !== 'IDLE' ? why : before.fill
  return { ...before, fill, restsUntil: instantAt(untilMs) }
}

export function rests({ restsUntil }: ReadModel, nowMs: number): boolean {
  return restsUntil !== null && nowMs < epochOf(restsUntil)
}

/** A removal has looked, and found nothing or something. */
export function foundLeft(before: ReadModel, isEmpty: boolean, nowMs: number): ReadModel {
  if (before.fill !== 'REMOVING') return before
  if (!isEmpty) return before.emptySince === null ? before : { ...before, emptySince: null }
  if (before.emptySince === null) return { ...before, emptySince: instantAt(nowMs) }
  return isQuiet(before, nowMs) ? { ...switchedOff(before), documents: 0 } : before
}

export function isQuiet({ emptySince }: ReadModel, nowMs: number): boolean {
  return emptySince !== null && nowMs - epochOf(emptySince) >= QUIET_MS
}

/** Whether queues may rest on its documents: every order had its first look. */
export function tellsQueues({ isOn, filledAt }: ReadModel): boolean {
  return isOn && filledAt !== null
}

/** Every open order is at least this fresh; null before the first fill has ended. */
export function freshSince({ began, filledAt, nothingDueAt }: ReadModel): Instant | null {
  if (began === null || filledAt === null) return null
  const byRota = nothingDueAt === null ? 0 : epochOf(nothingDueAt) - LONGEST_UNREAD_MS
  return instantAt(Math.max(epochOf(began), byRota))
}
