import type { OrderQueue } from '../standing/queue'
import { dayIn } from '../parcel/localMoment'
import type { ReadModel } from '../readmodel/readModel'
import { epochOf, instantAt, type Instant } from '../values/instant'
import { COUNTS_FOR_DAYS } from './countedDay'
import { dayPlus, daysApart, daysFrom, startOf, type Day } from './days'

/** The queues of the tiles. */
export const TILES = [
  'TO_HANDLE',
  'TO_INVOICE',
  'TO_SHIP',
  'IN_TRANSIT',
  'LATE',
  'ATTENTION',
] as const satisfies readonly OrderQueue[]
export type Tile = (typeof TILES)[number]

export interface TilesCounted {
  readonly at: Instant
  readonly counts: Readonly<Record<Tile, number>>
}

/** When the orders of one day were last counted, and how many there were. */
export interface CountOfDay {
  readonly at: Instant
  readonly orders: number
  readonly open: number
}

/** How far the days are counted. */
export interface TallyState {
  readonly zone: string
  /** When the read model began whose documents are counted. */
  readonly began: Instant
  /** Of days before, documents may have gone that tell of them. */
  readonly firstDay: Day
  /** By the day on which they were made. */
  readonly made: Readonly<Record<Day, CountOfDay>>
  readonly tiles: TilesCounted | null
  /** The last ones of a day before the day of `tiles`. */
  readonly tilesBefore: TilesCounted | null
}

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** As far back as days are told, and as many of them. */
export const MOST_DAYS = 92
const TILES_EVERY_MS = 15 * MINUTE_MS
/** Between two counts of the orders of one day: the newer the day, the more of them move. */
const SOONEST_MS = 15 * MINUTE_MS
const LATEST_MS = 2 * HOUR_MS
/** A closed one changes rarely. */
const CLOSED_MS = DAY_MS

/** What is counted by the same clock for the same read model goes on; else it begins again. */
export function tallyFor(
  known: TallyState | null,
  { began, keepClosedDays }: { readonly began: Instant; readonly keepClosedDays: number },
  zone: string
): TallyState {
  if (known !== null && known.began === began && known.zone === zone) return known
  const firstDay = wholeSince(zone, keepClosedDays, epochOf(began))
  return { zone, began, firstDay, made: {}, tiles: null, tilesBefore: null }
}

/** From this day on every document is kept that tells of a day: none that was closed since has gone. */
export function wholeSince(
  zone: string,
  keepClosedDays: ReadModel['keepClosedDays'],
  nowMs: number
): Day {
  const oldestMs = nowMs - keepClosedDays * DAY_MS
  const day = dayIn(oldestMs, zone)
  return startOf(day, zone) >= oldestMs ? day : dayPlus(day, 1)
}

/** The days whose orders are to be counted, the newest first. */
export function daysDue({ zone, firstDay, made }: TallyState, nowMs: number): readonly Day[] {
  const today = dayIn(nowMs, zone)
  return [...daysFrom(oldestNeeded(firstDay, today), today)]
    .reverse()
    .filter((day) => isDue(made[day], daysApart(day, today), nowMs))
}

function oldestNeeded(firstDay: Day, today: Day): Day {
  const first = dayPlus(today, 1 - MOST_DAYS)
  return dayPlus(first > firstDay ? first : firstDay, -COUNTS_FOR_DAYS)
}

function isDue(counted: CountOfDay | undefined, ageDays: number, nowMs: number): boolean {
  if (counted === undefined) return true
  // Frozen. A day more, so that the last of its days was counted when it was over.
  if (ageDays > COUNTS_FOR_DAYS + 1) return false
  return nowMs - epochOf(counted.at) >= restsFor(ageDays, counted.orders > 0 && counted.open === 0)
}

function restsFor(ageDays: number, areClosed: boolean): number {
  if (ageDays <= 1) return SOONEST_MS
  return areClosed ? CLOSED_MS : LATEST_MS
}

/** Orders of these days were counted; what no day needs any more goes. */
export function withCounted(
  state: TallyState,
  counted: Readonly<Record<Day, CountOfDay>>,
  nowMs: number
): TallyState {
  const oldest = oldestNeeded(state.firstDay, dayIn(nowMs, state.zone))
  const made = Object.fromEntries(
    Object.entries({ ...state.made, ...counted }).filter(([day]) => day >= oldest)
  )
  return { ...state, made }
}

export function areTilesDue({ tiles }: TallyState, nowMs: number): boolean {
  return tiles === null || nowMs - epochOf(tiles.at) >= TILES_EVERY_MS
}

export function withTiles(
  state: TallyState,
  counts: TilesCounted['counts'],
  nowMs: number
): TallyState {
  const { zone, tiles, tilesBefore } = state
  const hasTurned = tiles !== null && dayIn(epochOf(tiles.at), zone) < dayIn(nowMs, zone)
  return {
    ...state,
    tiles: { counts, at: instantAt(nowMs) },
    tilesBefore: hasTurned ? tiles : tilesBefore,
  }
}

/** As the tiles last were yesterday; null where nobody counted them then. */
export function tilesOfYesterday(
  { zone, tiles, tilesBefore }: TallyState,
  nowMs: number
): TilesCounted['counts'] | null {
  const yesterday = dayPlus(dayIn(nowMs, zone), -1)
  const found = [tiles, tilesBefore].find(
    (one) => one !== null && dayIn(epochOf(one.at), zone) === yesterday
  )
  return found?.counts ?? null
}

/** The days whose orders may tell of that day. */
export function tellingOf(day: Day): readonly Day[] {
  return daysFrom(dayPlus(day, -COUNTS_FOR_DAYS), day)
}

/** Whether a day's numbers can be told: all orders that may tell of it were counted. */
export function isTold({ firstDay, made }: TallyState, day: Day): boolean {
  return day >= firstDay && tellingOf(day).every((one) => made[one] !== undefined)
}

/** When the oldest of the counts was made that are still made again for open orders; null where there are none. */
export function countedSince({ zone, made }: TallyState, nowMs: number): Instant | null {
  const last = dayPlus(dayIn(nowMs, zone), -COUNTS_FOR_DAYS)
  const moving = Object.entries(made).filter(([day, { open }]) => open > 0 && day >= last)
  return moving.reduce<Instant | null>(
    (oldest, [, { at }]) => (oldest === null || epochOf(at) < epochOf(oldest) ? at : oldest),
    null
  )
}
