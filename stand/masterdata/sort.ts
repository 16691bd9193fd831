import { timeOf } from './dates'
import { valueAt, type Fields } from './judge'

export interface Sort {
  readonly field: string
  readonly isDown: boolean
}

/** By one field; what is equal stays in the order given. */
export function sorted<T extends { readonly searchable: Fields }>(
  given: readonly T[],
  { field, isDown }: Sort,
  absentSorts: 'first' | 'last'
): T[] {
  const absent = absentSorts === 'first' ? -1 : 1
  return given
    .map((one) => ({ one, key: keyOf(valueAt(one.searchable, field)) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return a.key === b.key ? 0 : a.key === null ? absent : -absent
      const order = orderOf(a.key, b.key)
      return isDown ? -order : order
    })
    .map(({ one }) => one)
}

/** In an order by the dice; with `first` only so many are drawn. */
export function shuffled<T>(given: readonly T[], dice: () => number, first = given.length): T[] {
  const drawn = [...given]
  const most = Math.min(first, drawn.length)
  for (let at = 0; at < most; at += 1) {
    const from = at + Math.floor(dice() * (drawn.length - at))
    const taken = drawn[from]!
    drawn[from] = drawn[at]!
    drawn[at] = taken
  }
  return drawn
}

// Numbers come before texts, so that a field of both kinds has one order too.
function orderOf(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}

// Of a list its first value; what has no order of its own counts as absent.
function keyOf(value: unknown): number | string | null {
  if (Array.isArray(value)) return keyOf(value[0])
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'string') return timeOf(value) ?? value
  return typeof value === 'number' ? value : null
}
