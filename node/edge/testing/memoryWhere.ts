type Fields = Readonly<Record<string, unknown>>

/** `_where` as this app writes it (masterdata §1.5): alternatives in parentheses, each of conditions that all hold. */
export function holds(where: string, one: Fields): boolean {
  return where.split(/ OR (?=\(|\w+[=<])/).some((some) =>
    some
      .replace(/^\((.*)\)$/, '$1')
      .split(/ AND (?!")/)
      .every((condition) => meets(condition, one))
  )
}

function meets(condition: string, one: Fields): boolean {
  const nothing = /^(\w+) is (not )?null$/.exec(condition)
  if (nothing) return ((one[nothing[1]] ?? null) === null) === (nothing[2] === undefined)
  const range = /^(\w+) between "(.*)" AND "(.*)"$/.exec(condition)
  if (range) return !isLess(one[range[1]], range[2]) && !isLess(range[3], one[range[1]])
  const compared = /^(\w+)(<>|=|<|>)"?([^"]*)"?$/.exec(condition)
  if (!compared) throw new Error(`not understood: ${condition}`)
  const [, field, sign, value] = compared
  const stored = one[field] ?? null
  if (sign === '<>') return String(stored) !== value
  if (stored === null) return false
  if (sign === '=') return String(stored) === value
  return sign === '<' ? isLess(stored, value) : isLess(value, stored)
}

function isLess(a: unknown, b: unknown): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return true
  return typeof a === 'number' || typeof b === 'number'
    ? Number(a) < Number(b)
    : String(a) < String(b)
}

/** `_sort` of one field; who has none of it stands last. */
export function sortedAs(sort: string, rows: readonly Fields[]): readonly Fields[] {
  const [field, direction] = sort.split(' ')
  const sign = direction === 'DESC' ? -1 : 1
  const known = rows.filter((one) => (one[field] ?? null) !== null)
  const order = (a: Fields, b: Fields) =>
    isLess(a[field], b[field]) ? -sign : isLess(b[field], a[field]) ? sign : 0
  return [...known.sort(order), ...rows.filter((one) => (one[field] ?? null) === null)]
}
