import { json, type Answer } from '../http/exchange'
import { message } from './answers'
import { bodyOf, headerOf, madeId, type Call } from './call'
import { find, isIndexed, isOrEqual, NO_OR_EQUAL } from './query'
import { judgeOf } from './judge'
import { comparisonsOf, parseWhere, hasWildcard } from './where'

/** A job, or what became of one. */
export function deleteInBulk(call: Call): Answer {
  const { request, address, state, entity, now } = call
  if (request.method === 'POST') return beginJob(call)
  const job = state.jobs.describe(entity.name, address.name!, now)
  return job ? json(200, job) : message(404, 'Job not found')
}

function beginJob(call: Call): Answer {
  const { caller, state, entity, behaviour, account, now } = call
  if (behaviour.bulkDeletionBy === 'people' && caller.kind !== 'person')
    return message(403, 'Unauthorized access')
  if (!/^application\/json\b/i.test(headerOf(call, 'content-type') ?? ''))
    return message(415, 'Unsupported Media Type')
  const body = bodyOf(call)
  if (!body) return message(400, 'Invalid information in JSON')
  const { filter, schema: name = null } = body
  if (typeof filter !== 'string' || filter.trim() === '')
    return message(400, 'The filter field is required')
  const parsed = parseWhere(filter)
  if (!parsed.ok) return message(400, parsed.message)
  const comparisons = comparisonsOf(parsed.condition)
  if (comparisons.some(hasWildcard))
    return message(400, 'Wildcard filters are not allowed for bulk delete.')
  const schema = typeof name === 'string' ? entity.schemas.get(name) : null
  if (name !== null && !schema) return message(400, `Schema '${String(name)}' not found`)
  const stray = comparisons.find(({ field }) => !isIndexed(schema ?? null, field))
  if (stray) return message(400, notIndexed(stray.field, name))
  if (behaviour.orEqual === 'refused' && comparisons.some(isOrEqual))
    return message(400, NO_OR_EQUAL)
  if (state.jobs.isLocked(entity.name, now, behaviour))
    return message(409, `Bulk deletion job creation failed for entity ${entity.name}`)
  const judge = judgeOf(parsed.condition, behaviour.absentIsUnequal)
  const query = { schema: schema ?? null, filter: { judge, comparisons }, sort: null, fields: [] }
  const { found } = find(query, entity, account)
  const ids = [...new Set(found.map(({ record }) => String(record.id)))]
  const end = behaviour.bulkDeletionEnd
  const deleted = end === 'Success' ? ids : ids.slice(0, Math.floor(ids.length / 2))
  const id = madeId(call)
  const doneAt = now + behaviour.bulkDeletionMs
  entity.deleteLater(deleted, doneAt)
  const documents = deleted.length
  state.jobs.add({ id, entity: entity.name, filter, documents, end, createdAt: now, doneAt })
  return json(202, { JobId: id })
}

function notIndexed(field: string, schema: unknown): string {
  return typeof schema === 'string'
    ? `The field '${field}' is not indexed in the schema '${schema}'`
    : `The field ${field} is not an internal indexed field, so the 'schema' that declares it as indexed must be provided`
}
