import type { Instant } from '../values/instant'
import { joinedSpread, NO_SPREAD, type Spread } from './spread'

export const LEAD_STEPS = [
  'PAID_TO_INVOICED',
  'INVOICED_TO_SHIPPED',
  'SHIPPED_TO_DELIVERED',
] as const
export type LeadStep = (typeof LEAD_STEPS)[number]

/** What a document tells of an order's way. */
export interface TalliedOrder {
  readonly created: Instant
  readonly authorized: Instant | null
  readonly invoiced: Instant | null
  readonly shipped: Instant | null
  readonly delivered: Instant | null
  readonly promise: Instant | null
  readonly carrier: string | null
  readonly marketplace: string | null
  readonly open: boolean
}

/** What came about on one day. */
export interface Tally {
  readonly authorized: number
  readonly invoiced: number
  readonly shipped: number
  readonly delivered: number
  /** Of the delivered those that had a promise, and of these those that kept it. */
  readonly promised: number
  readonly onTime: number
  /** Times of the steps that ended on this day. */
  readonly waits: Readonly<Record<LeadStep, Spread>>
}

/** Of the orders of one carrier and one marketplace: '' where there is none, OTHERS for those beyond the most. */
export interface NamedTally extends Tally {
  readonly carrier: string
  readonly marketplace: string
}

export type DayTally = readonly NamedTally[]

/** No name that can be asked for: Master Data's language cannot quote it. */
export const OTHERS = '*'

export const NO_TALLY: Tally = {
  authorized: 0,
  invoiced: 0,
  shipped: 0,
  delivered: 0,
  promised: 0,
  onTime: 0,
  waits: {
    PAID_TO_INVOICED: NO_SPREAD,
    INVOICED_TO_SHIPPED: NO_SPREAD,
    SHIPPED_TO_DELIVERED: NO_SPREAD,
  },
}

export function joinedTally(one: Tally, other: Tally): Tally {
  const [a, b] = [one.waits, other.waits]
  return {
    authorized: one.authorized + other.authorized,
    invoiced: one.invoiced + other.invoiced,
    shipped: one.shipped + other.shipped,
    delivered: one.delivered + other.delivered,
    promised: one.promised + other.promised,
    onTime: one.onTime + other.onTime,
    waits: {
      PAID_TO_INVOICED: joinedSpread(a.PAID_TO_INVOICED, b.PAID_TO_INVOICED),
      INVOICED_TO_SHIPPED: joinedSpread(a.INVOICED_TO_SHIPPED, b.INVOICED_TO_SHIPPED),
      SHIPPED_TO_DELIVERED: joinedSpread(a.SHIPPED_TO_DELIVERED, b.SHIPPED_TO_DELIVERED),
    },
  }
}

/** How much came about. */
export function weightOf({ authorized, invoiced, shipped, delivered }: Tally): number {
  return authorized + invoiced + shipped + delivered
}
