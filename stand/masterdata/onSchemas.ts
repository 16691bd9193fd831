import { json, type Answer } from '../http/exchange'
import { message, noContent } from './answers'
import { bodyOf, type Call } from './call'
import { isRead } from './jsonSchema'
import { isSameSchema, readSchema } from './schemas'

const MOST = 60
const PERSISTED =
  'JSON Schema persisted successfully. Revalidation and indexing process running in background.'

export function answerSchema({ address, entity }: Call): Answer {
  if (address.name === null)
    return json(
      200,
      [...entity.schemas.values()].map(({ name, body }) => ({ name, schema: body }))
    )
  const schema = entity.schemas.get(address.name)
  return schema ? json(200, schema.body) : message(404, `Schema '${address.name}' not found`)
}

/** Null: a schema with a keyword that is not played here. */
export function writeSchema(call: Call): Answer | null {
  const { address, request, entity, now } = call
  const name = address.name!
  if (request.method === 'DELETE')
    return entity.deleteSchema(name, now) ? noContent : message(404, `Schema '${name}' not found`)
  const read = readSchema(name, bodyOf(call))
  if (!read.ok) return message(400, read.message)
  if (!isRead(read.schema.body)) return null
  const stored = entity.schemas.get(name)
  if (stored && isSameSchema(stored, read.schema)) return { status: 304 }
  if (!stored && entity.schemas.size >= MOST)
    return message(400, `An entity has ${MOST} schemas at most`)
  entity.putSchema(read.schema, now)
  return json(200, { Message: PERSISTED })
}
