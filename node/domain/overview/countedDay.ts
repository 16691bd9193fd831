import { dayIn } from '../parcel/localMoment'
import { epochOf, type Instant } from '../values/instant'
import { daysApart, type Day } from './days'
import { stepOf } from './spread'
import {
  joinedTally,
  NO_TALLY,
  OTHERS,
  weightOf,
  type DayTally,
  type LeadStep,
  type NamedTally,
  type Tally,
  type TalliedOrder,
} from './tally'

/** The orders that were made on one day, as they were last counted. */
export interface CountedDay {
  readonly orders: number
  readonly open: number
  /** What came about of them, by the day on which it did. */
  readonly days: Readonly<Record<Day, DayTally>>
}

export const NOTHING_COUNTED: CountedDay = { orders: 0, open: 0, days: {} }

/** An order counts for so many days after it was made; what is still open then is a matter of its own. */
export const COUNTS_FOR_DAYS = 60
/** Pairs of carrier and marketplace that are told apart on one day. */
const MOST_PAIRS = 40

/** Counts the orders of one day, some at a time. */
export class DayCount {
  private readonly byDay = new Map<Day, Map<string, NamedTally>>()
  private orders = 0
  private open = 0

  constructor(
    private readonly day: Day,
    private readonly zone: string
  ) {}

  add(order: TalliedOrder): void {
    const { authorized, invoiced, shipped, delivered, promise } = order
    this.orders += 1
    this.open += order.open ? 1 : 0
    this.put(order, authorized, { authorized: 1 })
    this.put(order, invoiced, { invoiced: 1 }, 'PAID_TO_INVOICED', authorized)
    this.put(order, shipped, { shipped: 1 }, 'INVOICED_TO_SHIPPED', invoiced)
    const isOnTime =
      promise !== null && delivered !== null && epochOf(delivered) <= epochOf(promise)
    const came = { delivered: 1, promised: promise === null ? 0 : 1, onTime: isOnTime ? 1 : 0 }
    this.put(order, delivered, came, 'SHIPPED_TO_DELIVERED', shipped)
  }

  counted(): CountedDay {
    const { orders, open } = this
    const days = [...this.byDay].map(([day, pairs]) => [day, fewPairs([...pairs.values()])])
    return { orders, open, days: Object.fromEntries(days) as CountedDay['days'] }
  }

  private put(
    { carrier, marketplace }: TalliedOrder,
    at: Instant | null,
    counts: Partial<Tally>,
    step?: LeadStep,
    since: Instant | null = null
  ): void {
    if (at === null) return
    const day = dayIn(epochOf(at), this.zone)
    const age = daysApart(this.day, day)
    if (age < 0 || age > COUNTS_FOR_DAYS) return
    // An end before its beginning tells no time: somebody has entered it by hand.
    const tookMs = since === null ? -1 : epochOf(at) - epochOf(since)
    const waits =
      step && tookMs >= 0 ? { ...NO_TALLY.waits, [step]: { [stepOf(tookMs)]: 1 } } : NO_TALLY.waits
    const pairs = this.byDay.get(day) ?? new Map<string, NamedTally>()
    this.byDay.set(day, pairs)
    const names = { carrier: carrier ?? '', marketplace: marketplace ?? '' }
    const key = JSON.stringify(names)
    const joined = joinedTally(pairs.get(key) ?? NO_TALLY, { ...NO_TALLY, ...counts, waits })
    pairs.set(key, { ...names, ...joined })
  }
}

function fewPairs(pairs: readonly NamedTally[]): DayTally {
  if (pairs.length <= MOST_PAIRS) return pairs
  const sorted = [...pairs].sort((a, b) => weightOf(b) - weightOf(a))
  const rest = sorted.slice(MOST_PAIRS - 1).reduce<Tally>(joinedTally, NO_TALLY)
  return [...sorted.slice(0, MOST_PAIRS - 1), { ...rest, carrier: OTHERS, marketplace: OTHERS }]
}

/**
 * What is known of a day's orders after they were counted again. From `wholeSince` on every document that tells of a day
 * is kept, so that the newer count is right, corrections included. Documents that tell of earlier days go: of these the
 * count that found more stays. A count that finds no order at all tells nothing: so a Master Data in trouble answers
 * (masterdata §1.7).
 */
export function settledDay(
  known: CountedDay | null,
  counted: CountedDay,
  wholeSince: Day
): CountedDay {
  if (known === null || (counted.orders === 0 && known.orders > 0)) return known ?? counted
  const all = [...new Set([...Object.keys(known.days), ...Object.keys(counted.days)])].sort()
  const days = all.flatMap((day) => {
    const before = known.days[day] ?? []
    const now = counted.days[day] ?? []
    const tally = day >= wholeSince || found(now) > found(before) ? now : before
    return tally.length === 0 ? [] : [[day, tally]]
  })
  return { ...counted, days: Object.fromEntries(days) as CountedDay['days'] }
}

function found(tally: DayTally): number {
  return tally.reduce((sum, one) => sum + weightOf(one), 0)
}
