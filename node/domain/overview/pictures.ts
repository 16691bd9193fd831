import type { Day } from './days'
import { within } from './spread'
import {
  joinedTally,
  LEAD_STEPS,
  NO_TALLY,
  OTHERS,
  type DayTally,
  type LeadStep,
  type NamedTally,
  type Tally,
} from './tally'

/** What of the orders is looked at; null: all of them. */
export interface OverviewFilters {
  readonly carrier: string | null
  readonly marketplace: string | null
}

export interface ToldDay {
  readonly day: Day
  readonly tally: DayTally
}

export interface DayCounts {
  readonly day: Day
  readonly authorised: number
  readonly invoiced: number
  readonly shipped: number
  readonly delivered: number
}

export interface LeadTime {
  readonly step: LeadStep
  readonly day: Day
  /** Null where no order took this step on that day. */
  readonly medianHours: number | null
  readonly p90Hours: number | null
}

export type OnTimeBy = 'CARRIER' | 'MARKETPLACE'

/** Of the orders delivered that had a promise. */
export interface Delivered {
  readonly by: OnTimeBy
  /** '' where there is none, OTHERS for those that have no row of their own. */
  readonly name: string
  readonly delivered: number
  readonly onTime: number
}

export interface OnTimeShare extends Delivered {
  /** Open, and promised before now. */
  readonly openLate: number
}

/** Rows of one kind: what is beyond them stands in the row of the others. Each costs a search for what is late. */
const MOST_NAMES = 10
/** What a search cannot ask for (usecases/overview/readOverview.ts). */
const UNASKABLE = /["\\*]/

export function dayCounts(days: readonly ToldDay[], filters: OverviewFilters): DayCounts[] {
  return days.map(({ day, tally }) => {
    const { authorized, invoiced, shipped, delivered } = sumOf(tally, filters)
    return { day, invoiced, shipped, delivered, authorised: authorized }
  })
}

export function leadTimes(days: readonly ToldDay[], filters: OverviewFilters): LeadTime[] {
  const sums = days.map(({ day, tally }) => ({ day, waits: sumOf(tally, filters).waits }))
  return LEAD_STEPS.flatMap((step) =>
    sums.map(({ day, waits }) => ({
      step,
      day,
      medianHours: within(waits[step], 0.5),
      p90Hours: within(waits[step], 0.9),
    }))
  )
}

/** The names that shipped and delivered most first; then those without one, and the others. */
export function deliveredBy(
  by: OnTimeBy,
  days: readonly ToldDay[],
  filters: OverviewFilters
): Delivered[] {
  const field = by === 'CARRIER' ? 'carrier' : 'marketplace'
  const sums = new Map<string, Tally>()
  for (const { tally } of days)
    for (const one of tally.filter((pair) => isMeant(pair, filters))) {
      const name = UNASKABLE.test(one[field]) ? OTHERS : one[field]
      sums.set(name, joinedTally(sums.get(name) ?? NO_TALLY, one))
    }
  const moved = ({ shipped, delivered }: Tally) => shipped + delivered
  const named = [...sums]
    .filter(([name, tally]) => name !== OTHERS && name !== '' && moved(tally) > 0)
    .sort(([a, one], [b, other]) => moved(other) - moved(one) || (a < b ? -1 : 1))
  const rest = named
    .slice(MOST_NAMES)
    .reduce((sum, [, tally]) => joinedTally(sum, tally), sums.get(OTHERS) ?? NO_TALLY)
  const shown: readonly [string, Tally][] = [
    ...named.slice(0, MOST_NAMES),
    ['', sums.get('') ?? NO_TALLY],
    [OTHERS, rest],
  ]
  return shown.map(([name, { promised, onTime }]) => ({ by, name, onTime, delivered: promised }))
}

/**
 * With what is late now: of each name as it was counted, of the others what is left of all. Rows of nobody are left out
 * where they say nothing.
 */
export function onTimeShares(
  rows: readonly Delivered[],
  lateOf: ReadonlyMap<string, number>,
  allLate: number
): OnTimeShare[] {
  const named = [...lateOf.values()].reduce((sum, late) => sum + late, 0)
  return rows
    .map((row) => ({
      ...row,
      openLate: row.name === OTHERS ? Math.max(0, allLate - named) : (lateOf.get(row.name) ?? 0),
    }))
    .filter(
      ({ name, delivered, openLate }) =>
        (name !== '' && name !== OTHERS) || delivered > 0 || openLate > 0
    )
}

function sumOf(tally: DayTally, filters: OverviewFilters): Tally {
  return tally.filter((one) => isMeant(one, filters)).reduce<Tally>(joinedTally, NO_TALLY)
}

/** Names as Master Data compares them: letter by letter. */
function isMeant(one: NamedTally, { carrier, marketplace }: OverviewFilters): boolean {
  return (
    (carrier === null || one.carrier === carrier) &&
    (marketplace === null || one.marketplace === marketplace)
  )
}
