import {
  usualSort,
  type OrderSortBy,
  type QueueQuestion,
} from '../../../domain/readmodel/queueQuestion'
import type { OrderQueue } from '../../../domain/standing/queue'
import type { Stage } from '../../../domain/standing/stage'
import { instantAt, type Instant } from '../../../domain/values/instant'
import type { NamedField } from '../../../usecases/readmodel/callPorts'
import type { Among } from './steadyPage'

const isAt = (stage: Stage): string => `stage="${stage}"`

/** Promised before now and neither delivered nor canceled: it comes with the clock, so no document says it. */
const late = (now: Instant): string =>
  `promise<"${now}" AND stage<>"DELIVERED" AND stage<>"CANCELED"`

/** Of which one must hold; empty: any order. */
function alternatives(queue: OrderQueue, now: Instant): readonly string[] {
  switch (queue) {
    case 'ALL':
      return []
    case 'TO_INVOICE':
      return [isAt('TO_INVOICE'), isAt('PARTIALLY_INVOICED')]
    case 'LATE':
      return [late(now)]
    case 'ATTENTION':
      return ['reason is not null', late(now)]
    case 'TO_HANDLE':
    case 'TO_SHIP':
    case 'IN_TRANSIT':
    case 'DELIVERED':
      return [isAt(queue)]
    // No default: a new queue that nobody searches for does not compile.
  }
}

/** `_where` of a queue, of one level of parentheses (masterdata §1.5); with conditions more. */
export function whereOf(
  question: Omit<QueueQuestion, 'page' | 'perPage'>,
  nowMs: number,
  also: readonly string[] = []
): string {
  const { carrier, marketplace, salesChannel, createdFrom, createdTo, queue } = question
  const named = Object.entries({ carrier, marketplace, salesChannel })
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `${field}="${value}"`)
  const isOfDays = createdFrom !== null || createdTo !== null
  const days = `created between "${createdFrom ?? FIRST}" AND "${createdTo ?? LAST}"`
  // What was noted and never read is no order yet.
  const all = ['readAt is not null', ...named, ...(isOfDays ? [days] : []), ...also].join(' AND ')
  const some = alternatives(queue, instantAt(nowMs))
  if (some.length === 0) return all
  return some.map((one) => `(${one} AND ${all})`).join(' OR ')
}

/** Ends of time, where a question names none. */
const FIRST = '1970-01-01T00:00:00.000Z'
const LAST = '9999-12-31T00:00:00.000Z'

const FIELD: Readonly<Record<OrderSortBy, string>> = {
  PROMISE: 'promise',
  CREATED: 'created',
  VALUE: 'value',
  LAST_EVENT: 'lastEvent',
}

export interface SortedBy {
  readonly field: string
  readonly isDown: boolean
}

export function sortedBy({ queue, sort }: Pick<QueueQuestion, 'queue' | 'sort'>): SortedBy {
  const wanted = sort ?? usualSort(queue)
  if (wanted === 'DELIVERED') return { field: 'delivered', isDown: true }
  return { field: FIELD[wanted.by], isDown: wanted.descending }
}

export function conditionOn({ field, is }: NamedField): string {
  return is === null ? `${field} is null` : `${field}="${is}"`
}

/** Of the rows of a queue those that the sort puts there. */
export function conditionOf(among: Among, { field, isDown }: SortedBy): string {
  if (among.kind === 'absent') return `${field} is null`
  const sign = among.kind === 'equal' ? '=' : isDown ? '>' : '<'
  return `${field}${sign}${typeof among.key === 'number' ? among.key : `"${among.key}"`}`
}
