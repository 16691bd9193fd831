import { json, type Answer } from '../http/exchange'
import { idsOf, message, noContent } from './answers'
import { bodyOf, madeId, writingOf, type Call } from './call'
import { ownFieldsIn, recordOf } from './documents'
import type { Change, Written } from './entity'
import { readFields, readSchemaName, readWhere, refused, shown, type Read } from './query'
import { complaintOfDocument, type Schema } from './schemas'

/** What is stored, or what it was where a schema lets reads be old. */
export function readDocument(call: Call): Answer {
  const { address, request, entity, behaviour, state, account, now } = call
  const id = address.name!
  const key = JSON.stringify([entity.name, id, request.query.get('_fields')])
  const kept = state.cached(key, now)
  if (kept) return kept
  const stored = entity.get(id, behaviour)
  if (!stored) {
    return behaviour.missingDocument === 404
      ? message(404, 'Not found')
      : { status: behaviour.missingDocument }
  }
  const fields = readFields(request.query.get('_fields')) ?? ['id']
  const answer = json(200, shown(recordOf(stored, entity.name, account), fields))
  if ([...entity.schemas.values()].some(({ isCached }) => isCached))
    state.keep(key, answer, now + behaviour.cacheMs)
  return answer
}

export function deleteDocument(call: Call): Answer {
  const wasThere = call.entity.delete(call.address.name!, writingOf(call))
  return wasThere || call.behaviour.missingDeletion === 204 ? noContent : message(404, 'Not found')
}

export function writeDocument(call: Call): Answer {
  const body = bodyOf(call)
  if (!body) return message(400, 'Invalid information in JSON')
  const change: Change = {
    kind: call.request.method === 'PATCH' ? 'merge' : 'replace',
    fields: ownFieldsIn(body),
  }
  if (call.address.name !== null) return writeById(call, call.address.name, change)
  const { id } = body
  if (id !== undefined && (typeof id !== 'string' || id === ''))
    return message(400, 'Invalid information in JSON')
  return writeWithoutId(call, id ?? madeId(call), change)
}

function writeById(call: Call, id: string, change: Change): Answer {
  const { entity, request, behaviour } = call
  const schema = fittingSchema(call, id, change)
  if (!schema.ok) return schema.answer
  const where = readWhere(request.query.get('_where'), schema.value, behaviour)
  if (!where.ok) return where.answer
  return answerTo(entity.write(id, change, writingOf(call), where.value?.judge), call)
}

function answerTo(written: Written, { behaviour }: Call): Answer {
  if (written === 'written') return noContent
  if (written === 'unchanged') return { status: behaviour.unchanged }
  return behaviour.falseCondition < 400
    ? { status: behaviour.falseCondition }
    : message(behaviour.falseCondition, 'The condition of _where does not hold')
}

function writeWithoutId(call: Call, id: string, change: Change): Answer {
  const { request, entity, behaviour, account, now } = call
  const schema = fittingSchema(call, id, change)
  if (!schema.ok) return schema.answer
  if (request.method !== 'POST') {
    entity.write(id, change, writingOf(call))
    const status = request.method === 'PUT' ? behaviour.putWithoutId : 200
    return idsOf(status, `http://api.vtex.com/${account}/dataentities`, entity.name, id)
  }
  if (behaviour.postStored === 'refused' && entity.get(id, behaviour))
    return message(400, `Document ${id} exists`)
  if (behaviour.postAnswer === 201) entity.write(id, change, writingOf(call))
  else
    entity.accept({
      id,
      fields: change.fields,
      by: call.caller.id,
      dueAt: now + behaviour.postDelayMs,
    })
  const base = `http://${account}.vtexcommercestable.com.br/api/dataentities`
  return idsOf(behaviour.postAnswer, base, entity.name, id)
}

/** The schema that the call names, which the document must fit; no other is asked. */
function fittingSchema(call: Call, id: string, change: Change): Read<Schema | null> {
  const named = readSchemaName(call.request.query, call.entity)
  if (!named.ok || !named.value) return named
  const fields = call.entity.changed(id, change, call.behaviour)
  const complaint = complaintOfDocument(named.value, id, fields)
  return complaint ? refused(`Invalid information in JSON: ${complaint}`) : named
}
