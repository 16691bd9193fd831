import type { OrderQueue } from '../standing/queue'
import { instantAt, type Instant } from '../values/instant'

/** What waits, by its stage: TO_INVOICE has those that are invoiced in part. */
export const WAITING = [
  'TO_HANDLE',
  'TO_INVOICE',
  'TO_SHIP',
  'IN_TRANSIT',
] as const satisfies readonly OrderQueue[]

export interface Age {
  /** @unit whole days since it was made */
  readonly fromDays: number
  /** Null: any age above. */
  readonly toDays: number | null
}

export const AGES: readonly Age[] = [
  { fromDays: 0, toDays: 1 },
  { fromDays: 1, toDays: 2 },
  { fromDays: 2, toDays: 4 },
  { fromDays: 4, toDays: null },
]

const DAY_MS = 24 * 60 * 60 * 1000

/** The moments between which an order of that age was made, both among them; null: no end on that side. */
export function madeWithin(
  { fromDays, toDays }: Age,
  nowMs: number
): { readonly createdFrom: Instant | null; readonly createdTo: Instant | null } {
  return {
    createdFrom: toDays === null ? null : instantAt(nowMs - toDays * DAY_MS + 1),
    // What the clock of a store has made in the future is young too.
    createdTo: fromDays === 0 ? null : instantAt(nowMs - fromDays * DAY_MS),
  }
}
