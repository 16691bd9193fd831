import type { Fields } from './judge'

export interface StoredDocument {
  readonly id: string
  /** What was written, without Master Data's own fields. */
  readonly fields: Fields
  readonly createdBy: string
  readonly createdIn: string
  readonly updatedIn: string
  /** Names of the schemas that it is an instance of. */
  readonly schemas: readonly string[]
  /** One more with every change. */
  readonly version: number
}

/** Fields that every document has and every search may name without a schema (masterdata §1.5). */
export const INTERNAL: readonly string[] = [
  'id',
  'accountName',
  'dataEntityId',
  'createdBy',
  'createdIn',
  'updatedIn',
  'schemas',
]

const records = new WeakMap<StoredDocument, Fields>()

/** A document as reads show it whole. */
export function recordOf(document: StoredDocument, entity: string, account: string): Fields {
  const known = records.get(document)
  if (known) return known
  const { id, fields, createdBy, createdIn, updatedIn, schemas } = document
  const record = {
    ...fields,
    id,
    accountName: account,
    dataEntityId: entity,
    createdBy,
    createdIn,
    updatedIn,
    schemas,
  }
  records.set(document, record)
  return record
}

/** What a body says of a document's own fields: Master Data's are its own to set. */
export function ownFieldsIn(body: Fields): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !INTERNAL.includes(name)))
}
