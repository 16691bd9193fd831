import { complaintOf, isObject, namesIn } from './jsonSchema'
import type { Fields } from './judge'

export interface Schema {
  readonly name: string
  readonly body: Fields
  readonly properties: Fields
  /** What searches may filter and sort by. */
  readonly indexed: readonly string[]
  readonly defaultFields: readonly string[] | null
  /** GET of a document may be old. */
  readonly isCached: boolean
  /** `v-immediate-indexing`, which nobody documents. */
  readonly isImmediate: boolean
}

export type ReadSchema =
  { readonly ok: true; readonly schema: Schema } | { readonly ok: false; readonly message: string }

/** A schema with VTEX's own keys (masterdata §1.2). */
export function readSchema(name: string, body: unknown): ReadSchema {
  if (!isObject(body)) return { ok: false, message: 'A schema is a JSON object' }
  const properties = isObject(body.properties) ? body.properties : {}
  const indexed = namesIn(body['v-indexed']) ?? []
  const stray = indexed.find((field) => !Object.hasOwn(properties, field.split('.')[0]!))
  if (stray !== undefined)
    return { ok: false, message: `v-indexed names ${stray}, which is not in properties` }
  return {
    ok: true,
    schema: {
      name,
      body,
      properties,
      indexed,
      defaultFields: namesIn(body['v-default-fields']),
      isCached: body['v-cache'] !== false,
      isImmediate: body['v-immediate-indexing'] === true,
    },
  }
}

export const isSameSchema = (one: Schema, other: Schema): boolean =>
  JSON.stringify(one.body) === JSON.stringify(other.body)

/** What makes a document no instance of a schema; its id counts where the schema has a property of that name. */
export function complaintOfDocument(schema: Schema, id: string, fields: Fields): string | null {
  return complaintOf(
    schema.body,
    Object.hasOwn(schema.properties, 'id') ? { id, ...fields } : fields
  )
}
