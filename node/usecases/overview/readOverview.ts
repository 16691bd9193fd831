import { AGES, madeWithin, WAITING, type Age } from '../../domain/overview/ages'
import { NOTHING_COUNTED, type CountedDay } from '../../domain/overview/countedDay'
import { dayPlus, daysFrom, type Day } from '../../domain/overview/days'
import {
  dayCounts,
  deliveredBy,
  leadTimes,
  onTimeShares,
  type DayCounts,
  type Delivered,
  type LeadTime,
  type OnTimeBy,
  type OnTimeShare,
  type OverviewFilters,
  type ToldDay,
} from '../../domain/overview/pictures'
import { ATTENTION_REASONS } from '../../domain/overview/reasons'
import { OTHERS } from '../../domain/overview/tally'
import {
  countedSince,
  isTold,
  MOST_DAYS,
  tellingOf,
  TILES,
  tilesOfYesterday,
  type TallyState,
  type Tile,
} from '../../domain/overview/tallyState'
import { dayIn } from '../../domain/parcel/localMoment'
import { isFault } from '../../domain/problem/fault'
import type { ProblemCode } from '../../domain/problem/problem'
import { freshSince, tellsQueues, type ReadModel } from '../../domain/readmodel/readModel'
import type { Stage } from '../../domain/standing/stage'
import { epochOf, type Instant } from '../../domain/values/instant'
import { inParallel } from '../reading/inParallel'
import { readDate } from '../reading/readDate'
import { countListed } from '../readmodel/countQueues'
import type { QueueDocuments } from '../readmodel/callPorts'
import type { Ports } from '../ports'
import { countAll, countTiles, queueWith, type Counting } from './countTiles'
import type { TalliesPort } from './ports'

export interface OverviewQuestion extends OverviewFilters {
  /** A moment; left out, 29 days before `to`. */
  readonly from: unknown
  /** A moment; left out, now. */
  readonly to: unknown
}

export interface TileCount {
  readonly queue: Tile
  /** Null where nobody can tell. */
  readonly count: number | null
  /** As it last was on the day before; null with filters, and where nobody counted. */
  readonly yesterday: number | null
}

export interface AgeCount extends Age {
  readonly stage: Stage
  readonly count: number
}

export interface AttentionCount {
  readonly code: ProblemCode
  readonly count: number
}

export interface Overview {
  readonly asOf: Instant | null
  readonly orders: number
  readonly tiles: readonly TileCount[]
  readonly ageing: readonly AgeCount[]
  readonly days: readonly DayCounts[]
  readonly leadTimes: readonly LeadTime[]
  readonly onTime: readonly OnTimeShare[]
  readonly attention: readonly AttentionCount[]
}

/** Files of counted days that are read at once. */
const FILES_AT_ONCE = 12
const USUAL_DAYS = 30

interface Period {
  readonly from: Instant | null
  readonly to: Instant | null
}

interface Parts {
  readonly queues: QueueDocuments
  readonly model: ReadModel
  readonly filters: OverviewFilters
  readonly period: Period
  readonly tallies: TalliesPort
}

/**
 * What waits, for how long, and how it went: what is now by counting documents, what was by days that were counted
 * (countDays.ts). Without the read model, or where Master Data does not answer, what OMS's list can count in a call.
 * @errors Fault of OMS; QueryRefused DATE_INVALID
 */
export async function readOverview(
  ports: Ports,
  tallies: TalliesPort,
  { from, to, carrier, marketplace }: OverviewQuestion
): Promise<Overview> {
  const filters = { carrier, marketplace }
  const period = { from: readDate(from, 'from'), to: readDate(to, 'to') }
  try {
    const { queues } = ports
    const model = await queues?.known()
    if (queues && model && tellsQueues(model)) {
      const told = await tellDocuments(ports, { queues, model, filters, period, tallies })
      if (told !== null) return told
    }
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Overview', detail: error.message })
  }
  return listed(ports, filters)
}

async function tellDocuments(ports: Ports, parts: Parts): Promise<Overview | null> {
  const { queues, model, filters } = parts
  const nowMs = ports.clock.now()
  const whole: Counting = { of: queueWith('ALL', filters) }
  const [tiles, [orders], ageing, reasons, told] = await Promise.all([
    countTiles(queues, filters, nowMs),
    countAll(queues, [whole], nowMs),
    countAges(queues, filters, nowMs),
    countReasons(queues, filters, nowMs),
    toldDays(ports, parts, nowMs),
  ])
  // A search in trouble finds nothing at all: then nobody knows.
  if (orders === 0 && model.documents > 0 && !isFiltered(filters)) return null
  const { state, days } = told
  const before = state && !isFiltered(filters) ? tilesOfYesterday(state, nowMs) : null
  const by = (one: OnTimeBy) =>
    late(queues, { rows: deliveredBy(one, days, filters), filters, nowMs, allLate: tiles.LATE })
  const [carriers, marketplaces] = await Promise.all([by('CARRIER'), by('MARKETPLACE')])
  return {
    orders,
    ageing,
    asOf: oldest(freshSince(model), days.length > 0 && state ? countedSince(state, nowMs) : null),
    tiles: TILES.map((queue) => ({
      queue,
      count: tiles[queue],
      yesterday: before?.[queue] ?? null,
    })),
    days: dayCounts(days, filters),
    leadTimes: leadTimes(days, filters),
    onTime: [...carriers, ...marketplaces],
    attention: [{ code: 'LATE' as const, count: tiles.LATE }, ...reasons]
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  }
}

async function countAges(
  queues: QueueDocuments,
  filters: OverviewFilters,
  nowMs: number
): Promise<readonly AgeCount[]> {
  const cells = WAITING.flatMap((stage) => AGES.map((age) => ({ ...age, stage })))
  const counts = await countAll(
    queues,
    cells.map((cell) => ({
      of: { ...queueWith(cell.stage, filters), ...madeWithin(cell, nowMs) },
    })),
    nowMs
  )
  return cells.map((cell, at) => ({ ...cell, count: counts[at] }))
}

async function countReasons(
  queues: QueueDocuments,
  filters: OverviewFilters,
  nowMs: number
): Promise<readonly AttentionCount[]> {
  const of = queueWith('ALL', filters)
  const counts = await countAll(
    queues,
    ATTENTION_REASONS.map((is) => ({ of, only: { field: 'reason' as const, is } })),
    nowMs
  )
  return ATTENTION_REASONS.map((code, at) => ({ code, count: counts[at] }))
}

async function late(
  queues: QueueDocuments,
  asked: {
    readonly rows: readonly Delivered[]
    readonly filters: OverviewFilters
    readonly allLate: number
    readonly nowMs: number
  }
): Promise<readonly OnTimeShare[]> {
  const { rows, filters, allLate, nowMs } = asked
  const named = rows.filter(({ name }) => name !== OTHERS)
  const of = queueWith('LATE', filters)
  const countings = named.map(({ by, name }) => ({
    of,
    only: { field: FIELD[by], is: name === '' ? null : name },
  }))
  // Where nothing is late no name has any of it.
  const counts = allLate === 0 ? [] : await countAll(queues, countings, nowMs)
  return onTimeShares(rows, new Map(named.map(({ name }, at) => [name, counts[at] ?? 0])), allLate)
}

const FIELD = { CARRIER: 'carrier', MARKETPLACE: 'marketplace' } as const

/** The days of the period that can be told; none where the files do not answer. */
async function toldDays(
  ports: Ports,
  { tallies, period }: Parts,
  nowMs: number
): Promise<{ readonly state: TallyState | null; readonly days: readonly ToldDay[] }> {
  try {
    const state = await tallies.state()
    if (state === null) return { state, days: [] }
    const days = daysOf(period, state.zone, nowMs).filter((day) => isTold(state, day))
    return { state, days: await tallyOf(tallies, state, days) }
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Overview', detail: error.message })
    return { state: null, days: [] }
  }
}

function daysOf({ from, to }: Period, zone: string, nowMs: number): readonly Day[] {
  const today = dayIn(nowMs, zone)
  const given = to === null ? today : dayIn(epochOf(to), zone)
  const last = given > today ? today : given
  const first = from === null ? dayPlus(last, 1 - USUAL_DAYS) : dayIn(epochOf(from), zone)
  const furthest = dayPlus(last, 1 - MOST_DAYS)
  return daysFrom(first > furthest ? first : furthest, last)
}

async function tallyOf(
  tallies: TalliesPort,
  state: TallyState,
  days: readonly Day[]
): Promise<readonly ToldDay[]> {
  const wanted = [...new Set(days.flatMap(tellingOf))].filter((day) => state.made[day].orders > 0)
  const files = await inParallel(wanted, FILES_AT_ONCE, async (day) => tallies.made(day, state))
  const made = new Map<Day, CountedDay>(
    wanted.map((day, at) => [day, files[at] ?? NOTHING_COUNTED])
  )
  return days.map((day) => ({
    day,
    tally: tellingOf(day).flatMap((one) => made.get(one)?.days[day] ?? []),
  }))
}

function isFiltered({ carrier, marketplace }: OverviewFilters): boolean {
  return carrier !== null || marketplace !== null
}

function oldest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one
  return epochOf(one) < epochOf(other) ? one : other
}

/** OMS counts by status alone: nothing by carrier or marketplace. */
async function listed(ports: Ports, filters: OverviewFilters): Promise<Overview> {
  const counts = isFiltered(filters) ? [] : await countListed(ports, TILES)
  const countOf = (queue: Tile) => counts.find((one) => one.queue === queue)?.count ?? null
  return {
    asOf: null,
    orders: 0,
    tiles: TILES.map((queue) => ({ queue, count: countOf(queue), yesterday: null })),
    ageing: [],
    days: [],
    leadTimes: [],
    onTime: [],
    attention: [],
  }
}
