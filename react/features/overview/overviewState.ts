import type { OverviewQueryVariables } from '../../shared/graphql/generated'
import { firstQueueState, Query, QueueName, QueueState } from '../../shared/navigation/urls'

/** Days back from today that the pictures can be asked for; the first one stands where the address names none. */
export const periods = [30, 7, 60] as const
export type Period = (typeof periods)[number]

/** What of the orders is looked at; it stands in the address. */
export interface OverviewState {
  days: Period
  /** Empty: all of them, as for the marketplace. */
  carrier: string
  marketplace: string
}

export const firstState: OverviewState = { days: periods[0], carrier: '', marketplace: '' }

/** The name of those that have no row of their own, which nothing can be filtered by. */
export const OTHERS = '*'

const DAY_MS = 24 * 60 * 60 * 1000

/** Whatever stands in an address is somebody's typing: what is unknown falls back to the first state. */
export function readOverviewState(query: Query): OverviewState {
  return {
    days: periods.find((days) => String(days) === query.days) || firstState.days,
    carrier: (query.carrier || '').slice(0, 200),
    marketplace: (query.marketplace || '').slice(0, 200),
  }
}

export function overviewQuery({ days, carrier, marketplace }: OverviewState): Query {
  return {
    days: days === firstState.days ? undefined : String(days),
    carrier: carrier || undefined,
    marketplace: marketplace || undefined,
  }
}

export const isFiltered = ({ carrier, marketplace }: OverviewState) =>
  Boolean(carrier || marketplace)

/** As the service takes it: any moment of the first day will do, for it counts whole days of the store. */
export function askedWith(
  { days, carrier, marketplace }: OverviewState,
  now: number
): OverviewQueryVariables {
  return {
    from: new Date(now - (days - 1) * DAY_MS).toISOString(),
    carrier: carrier || null,
    marketplace: marketplace || null,
  }
}

/** The queue of what is counted here: with the same filters, and with that of the row that names it. */
export function queueOf(
  queue: QueueName,
  { carrier, marketplace }: OverviewState,
  row: { carrier?: string; marketplace?: string } = {}
): QueueState {
  return { ...firstQueueState, queue, carrier, marketplace, ...row }
}
