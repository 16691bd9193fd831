import { REACH } from '../../../usecases/readmodel/callPorts'

/** Of the field that is sorted by; null where the document says nothing. */
export type SortKey = string | number | null

export interface SortedRow {
  readonly id: string
  readonly key: SortKey
}

export interface SortedRows {
  readonly rows: readonly SortedRow[]
  /** Of all that the search found. */
  readonly total: number
}

/** Which of the queue's rows: those of one key, those that its sort puts before a key, those that have none. */
export type Among =
  { readonly kind: 'equal' | 'before'; readonly key: string | number } | { readonly kind: 'absent' }

/** Rows from that one on, from 0; among some of them only, those of one key by their ids. */
export type SearchSorted = (from: number, most: number, among?: Among) => Promise<SortedRows>

/** As many as one search answers (masterdata §1.5). */
const MOST_ROWS = 100
/** A row on each side tells whether equal ones go on there. */
const MOST_AT_ONCE = MOST_ROWS - 2

/**
 * Rows `from` to `to` in one order for everybody who asks: by the key, and by id where keys are equal. Master Data sorts
 * by one field and leaves equal rows in any order, another one at each search (masterdata §1.5), so that pages would
 * overlap and miss rows. A page whose ends part no equal rows costs one search.
 */
export async function steadyPage(
  search: SearchSorted,
  from: number,
  to: number
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const ids = new Set<string>()
  let total = 0
  for (let at = from; at < to; at += MOST_AT_ONCE) {
    const part = await partOf(search, at, Math.min(to, at + MOST_AT_ONCE))
    for (const id of part.ids) ids.add(id)
    total = part.total
    if (total <= at + MOST_AT_ONCE) break
  }
  return { ids: [...ids], total }
}

async function partOf(search: SearchSorted, from: number, to: number) {
  const first = Math.max(0, from - 1)
  const { rows, total } = await search(first, Math.min(to + 1, REACH) - first)
  const inside = rows.slice(from - first, to - first)
  const before = from > first ? rows[0] : undefined
  // What is beyond the reach may be equal: it cannot be seen.
  const goesOn = (key: SortKey) => to < total && (rows[to - first]?.key ?? key) === key
  const runs = runsOf(inside)
  const ids = await Promise.all(
    runs.map(async (run, at) => {
      const isCutBefore = at === 0 && before?.key === run[0].key
      const isCutAfter = at === runs.length - 1 && goesOn(run[0].key)
      const found = run.map(({ id }) => id).sort()
      if (!isCutBefore && !isCutAfter) return found
      const skipped = isCutBefore ? from - (await startOf(search, run[0].key, total)) : 0
      const equal = await search(Math.max(0, skipped), run.length, amongEqual(run[0].key))
      // The index went on between the searches: what was found stands.
      return equal.rows.length === run.length ? equal.rows.map(({ id }) => id) : found
    })
  )
  return { ids: ids.flat(), total }
}

/** Where the rows of a key begin. Whether those without one come first or last is said nowhere: the first row tells. */
async function startOf(search: SearchSorted, key: SortKey, total: number): Promise<number> {
  const [{ rows }, absent, before] = await Promise.all([
    search(0, 1),
    search(0, 1, { kind: 'absent' }),
    key === null ? null : search(0, 1, { kind: 'before', key }),
  ])
  const isAbsentFirst = rows[0]?.key === null
  if (before === null) return isAbsentFirst ? 0 : total - absent.total
  return before.total + (isAbsentFirst ? absent.total : 0)
}

function amongEqual(key: SortKey): Among {
  return key === null ? { kind: 'absent' } : { kind: 'equal', key }
}

/** Neighbours of the same key. */
function runsOf(rows: readonly SortedRow[]): SortedRow[][] {
  const runs: SortedRow[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && last[0].key === row.key) last.push(row)
    else runs.push([row])
  }
  return runs
}

/** Whether a search kept the sort it was asked for: in trouble Master Data ignores it (masterdata §1.7). */
export function isSorted(rows: readonly SortedRow[], isDown: boolean): boolean {
  const keys = rows.flatMap(({ key }) => key ?? [])
  const isInOrder = keys.every((key, at) => at === 0 || !isAfter(keys[at - 1], key, isDown))
  // Those without a key stand together, at one end.
  return (
    isInOrder &&
    runsOf(rows.map(({ id, key }) => ({ id, key: key === null ? null : 0 }))).length <= 2
  )
}

function isAfter(one: string | number, other: string | number, isDown: boolean): boolean {
  return isDown ? one < other : one > other
}
