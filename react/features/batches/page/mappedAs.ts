import type { Field, Mapping } from '../files/columns'

/** The mapping with one column read otherwise; a field stands in one column only, and empty text reads a column not at all. */
export function mappedAs(mapping: Mapping, column: number, field: string): Mapping {
  const next = field === '' ? null : (field as Field)

  return mapping.map((before, at) =>
    at === column ? next : before === next && next !== null ? null : before
  )
}
