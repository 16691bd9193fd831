import type { Answer } from '../http/exchange'
import { message } from './answers'
import type { MasterDataBehaviour } from './behaviour'
import { INTERNAL, recordOf } from './documents'
import type { Entity } from './entity'
import { judgeOf, type Fields, type Judge } from './judge'
import type { Schema } from './schemas'
import type { Sort } from './sort'
import { comparisonsOf, hasWildcard, parseWhere, type Comparison } from './where'

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Answer }

export const refused = (text: string): { ok: false; answer: Answer } => ({
  ok: false,
  answer: message(400, text),
})

export const NO_OR_EQUAL = '_where knows no <= and no >='

const notInSchema = (field: string) => refused(`Field '${field}' not found in schema`)

/** The schema that a call names. */
export function readSchemaName(params: URLSearchParams, entity: Entity): Read<Schema | null> {
  const name = params.get('_schema')
  if (name === null || name === '') return { ok: true, value: null }
  const schema = entity.schemas.get(name)
  return schema ? { ok: true, value: schema } : refused(`Schema '${name}' not found`)
}

export interface Filter {
  readonly judge: Judge
  readonly comparisons: readonly Comparison[]
}

/** `_where`, with fields that are Master Data's own or indexed by the schema. Null: there is none. */
export function readWhere(
  text: string | null,
  schema: Schema | null,
  { absentIsUnequal, orEqual }: MasterDataBehaviour
): Read<Filter | null> {
  if (text === null || text.trim() === '') return { ok: true, value: null }
  const parsed = parseWhere(text)
  if (!parsed.ok) return refused(parsed.message)
  const comparisons = comparisonsOf(parsed.condition)
  const stray = comparisons.find(({ field }) => !isIndexed(schema, field))
  if (stray) return notInSchema(stray.field)
  if (orEqual === 'refused' && comparisons.some(isOrEqual)) return refused(NO_OR_EQUAL)
  return { ok: true, value: { judge: judgeOf(parsed.condition, absentIsUnequal), comparisons } }
}

/** What a search, a scroll or an aggregation asks for. */
export interface Query {
  readonly schema: Schema | null
  readonly filter: Filter | null
  readonly sort: Sort | null
  readonly fields: readonly string[] | 'all'
}

export function readQuery(
  params: URLSearchParams,
  entity: Entity,
  behaviour: MasterDataBehaviour
): Read<Query> {
  const named = readSchemaName(params, entity)
  if (!named.ok) return named
  const schema = named.value
  const filter = readWhere(params.get('_where'), schema, behaviour)
  if (!filter.ok) return filter
  const sort = readSort(params.get('_sort'), schema)
  if (!sort.ok) return sort
  const fields = readFields(params.get('_fields'))
  const stray =
    fields === 'all'
      ? undefined
      : fields?.find(
          (field) => !isInternal(field) && !Object.hasOwn(schema?.properties ?? {}, field)
        )
  if (stray !== undefined) return notInSchema(stray)
  return {
    ok: true,
    value: {
      schema,
      filter: filter.value,
      sort: sort.value,
      fields: fields ?? schema?.defaultFields ?? ['id'],
    },
  }
}

/** Null: the call does not say. */
export function readFields(text: string | null): readonly string[] | 'all' | null {
  if (text === null || text === '') return null
  const fields = text.split(',').map((field) => field.trim())
  return fields.includes('_all') ? 'all' : fields
}

/** By parts of values, which is what blocks an endpoint. */
export const isWild = ({ filter }: Query): boolean =>
  filter !== null && filter.comparisons.some(hasWildcard)

export interface Found {
  /** The document as the index has it. */
  readonly record: Fields
  /** The same as filters and sorts see it: without what was not indexed yet. */
  readonly searchable: Fields
}

/** What the index has for a query, in no order, and how many documents of its schema there are in all. `aggregated`: one more field that must be indexed to be seen. */
export function find(
  query: Query,
  entity: Entity,
  account: string,
  aggregated?: string
): { all: number; found: Found[] } {
  const { schema, filter, sort } = query
  const needed = [
    ...(filter?.comparisons.map(({ field }) => field) ?? []),
    ...(sort ? [sort.field] : []),
    ...(aggregated === undefined ? [] : [aggregated]),
  ].filter((field) => !isInternal(field))
  const rows = entity.index
    .all()
    .filter(({ document }) => schema === null || document.schemas.includes(schema.name))
  const found: Found[] = []
  for (const { document, indexed } of rows) {
    const record = recordOf(document, entity.name, account)
    const hidden = needed.filter((field) => !indexed.some((one) => covers(one, field)))
    const searchable = hidden.length === 0 ? record : without(record, hidden)
    if (!filter || filter.judge(searchable)) found.push({ record, searchable })
  }
  return { all: rows.length, found }
}

export function shown(record: Fields, fields: readonly string[] | 'all'): Fields {
  if (fields === 'all') return record
  return Object.fromEntries(
    fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]])
  )
}

export const isIndexed = (schema: Schema | null, field: string): boolean =>
  isInternal(field) || (schema?.indexed.some((one) => covers(one, field)) ?? false)

function readSort(text: string | null, schema: Schema | null): Read<Sort | null> {
  if (text === null || text.trim() === '') return { ok: true, value: null }
  const [, field, direction] = /^\s*([\w.]+)(?:\s+(ASC|DESC))?\s*$/i.exec(text) ?? []
  if (field === undefined) return refused(`_sort is a field and ASC or DESC, not ${text}`)
  if (!isIndexed(schema, field)) return notInSchema(field)
  return { ok: true, value: { field, isDown: direction?.toUpperCase() === 'DESC' } }
}

const isInternal = (field: string): boolean => INTERNAL.includes(field)

export const isOrEqual = (one: Comparison): boolean =>
  one.kind === 'compare' && (one.operator === '<=' || one.operator === '>=')

/** An object that is indexed is so with what is in it. */
const covers = (indexed: string, field: string): boolean =>
  indexed === field || field.startsWith(`${indexed}.`)

function without(record: Fields, hidden: readonly string[]): Fields {
  const roots = hidden.map((field) => field.split('.')[0]!)
  return Object.fromEntries(Object.entries(record).filter(([name]) => !roots.includes(name)))
}
