import type { SortedRow, SortKey } from './steadyPage'

/** How a queue is sorted: by the key, then by id. */
export interface Sorting {
  readonly isDown: boolean
  /** Whether rows that have no key stand before all others. */
  readonly isAbsentFirst: boolean
}

/** Some neighbours of a queue, and where its first one stands in it, from 0. */
export interface Stretch {
  readonly rows: readonly SortedRow[]
  readonly at: number
}

/**
 * Rows `from` to `to` of a queue that holds others besides: each is put where its key belongs. The stretch begins as many
 * rows before `from` as there are others, or with the queue, and it ends at `to`, or with the queue: so whatever stands
 * before it stands before the page.
 */
export function withOwnRows(
  stretch: Stretch,
  others: readonly SortedRow[],
  { from, to }: { readonly from: number; readonly to: number },
  sorting: Sorting
): readonly string[] {
  const [first] = stretch.rows
  const isBefore = (row: SortedRow): boolean =>
    stretch.at > 0 && first !== undefined && comparedBy(sorting)(row, first) < 0
  const inside = others.filter((row) => !isBefore(row))
  const at = stretch.at + (others.length - inside.length)
  return [...stretch.rows, ...inside]
    .sort(comparedBy(sorting))
    .slice(Math.max(0, from - at), Math.max(0, to - at))
    .map(({ id }) => id)
}

/** Null where rows of the stretch do not tell, and others need to know. */
export function absentFirst({ rows, at }: Stretch, others: readonly SortedRow[]): boolean | null {
  if (at === 0) return rows.length > 0 && rows[0].key === null
  const isAbsent = rows.map(({ key }) => key === null)
  if (isAbsent.includes(true) && isAbsent.includes(false)) return isAbsent[0]
  // All alike, and so are the others: nobody needs to know.
  return others.every(({ key }) => (key === null) === isAbsent[0]) ? false : null
}

function comparedBy({ isDown, isAbsentFirst }: Sorting) {
  return (one: SortedRow, other: SortedRow): number => {
    const [a, b] = [numberOf(one.key), numberOf(other.key)]
    if (a === b) return one.id < other.id ? -1 : Number(one.id > other.id)
    if (a === null || b === null) return (a === null) === isAbsentFirst ? -1 : 1
    return a < b !== isDown ? -1 : 1
  }
}

/** What is no number is a moment, however it is written. */
function numberOf(key: SortKey): number | null {
  return typeof key === 'string' ? Date.parse(key) : key
}
