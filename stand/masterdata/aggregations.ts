import { timeOf } from './dates'
import { valueAt, type Fields } from './judge'

export const AGGREGATIONS = [
  'count',
  'sum',
  'max',
  'min',
  'avg',
  'stats',
  'date-time-interval',
] as const
export type AggregationType = (typeof AGGREGATIONS)[number]

const LENGTHS = { day: 10, month: 7, year: 4 } as const
type Interval = keyof typeof LENGTHS

/** Null: none of them. */
export const intervalOf = (text: string | null): Interval | null =>
  text !== null && Object.hasOwn(LENGTHS, text) ? (text as Interval) : null

interface Aggregation {
  readonly type: AggregationType
  readonly field: string
  /** Of `date-time-interval`. */
  readonly interval: Interval | null
  readonly isCumulative: boolean
  readonly isDerivative: boolean
  /** Null: all groups. */
  readonly groupsMost: number | null
}

interface Aggregated {
  /** Documents that have the field. */
  readonly count: number
  readonly result: unknown
}

/** Over documents that a filter found; those without the field do not count (masterdata §1.6). */
export function aggregate(aggregation: Aggregation, documents: readonly Fields[]): Aggregated {
  const values = documents
    .map((fields) => valueAt(fields, aggregation.field))
    .filter((value) => value !== undefined && value !== null)
  return { count: values.length, result: resultOf(aggregation, values) }
}

function resultOf(aggregation: Aggregation, values: readonly unknown[]): unknown {
  switch (aggregation.type) {
    case 'count':
      return groupsOf(values, aggregation.groupsMost)
    case 'date-time-interval':
      return spansOf(values, aggregation)
    case 'stats':
      return statsOf(values)
    default:
      return statsOf(values)[aggregation.type]
  }
}

function statsOf(values: readonly unknown[]): Record<'min' | 'max' | 'avg' | 'sum', number | null> {
  const numbers = values.filter((value) => typeof value === 'number')
  const sum = numbers.reduce((total, one) => total + one, 0)
  if (numbers.length === 0) return { min: null, max: null, avg: null, sum }
  return {
    min: numbers.reduce((least, one) => Math.min(least, one)),
    max: numbers.reduce((most, one) => Math.max(most, one)),
    avg: sum / numbers.length,
    sum,
  }
}

/** The largest first. */
function groupsOf(
  values: readonly unknown[],
  most: number | null
): { key: unknown; value: number }[] {
  const counts = new Map<unknown, number>()
  for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const groups = [...counts].map(([key, value]) => ({ key, value }))
  groups.sort((a, b) => b.value - a.value)
  return most === null ? groups : groups.slice(0, most)
}

/** In the order of time; `sum` counts documents, as the one shape that is known shows it. */
function spansOf(
  values: readonly unknown[],
  { interval, isCumulative, isDerivative }: Aggregation
) {
  const counts = new Map<string, number>()
  for (const value of values) {
    const time = typeof value === 'string' ? timeOf(value) : null
    if (time === null) continue
    const at = new Date(time).toISOString().slice(0, LENGTHS[interval!])
    const key = new Date(at).toISOString()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const spans = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  let total = 0
  return spans.map(([key, count], index) => {
    const before = spans[index - 1]
    total += count
    return {
      key,
      doc_count: count,
      sum: count,
      ...(isCumulative ? { cumulative_sum: total } : {}),
      ...(isDerivative && before ? { derivative_sum: count - before[1] } : {}),
    }
  })
}
