import { json, type Answer } from '../http/exchange'
import { aggregate, AGGREGATIONS, intervalOf, type AggregationType } from './aggregations'
import { message, tooMany } from './answers'
import { headerOf, madeId, type Call } from './call'
import { find, isIndexed, isWild, readQuery, shown, type Found, type Query } from './query'
import { contentRange, readRange } from './range'
import { shuffled, sorted } from './sort'

const MOST_A_PAGE = 1_000
/** Of a scroll that names no `_size`. */
const UNNAMED_SIZE = '100'
const BLOCKED = 'Wildcard queries temporarily blocked due to excessive usage'

/** Null: a search by `_keyword`, which is not played here. */
export function search(call: Call): Answer | null {
  const { request, state, behaviour, now, fault } = call
  if (state.wildcards.search.isClosed(now)) return message(503, BLOCKED)
  if (request.query.has('_keyword')) return null
  const read = readQuery(request.query, call.entity, behaviour)
  if (!read.ok) return read.answer
  if (isWild(read.value)) state.wildcards.search.count(now, behaviour)
  const range = readRange(headerOf(call, 'rest-range'), behaviour)
  if (!range.ok) return range.answer
  const { from, to } = range.value
  if (fault?.kind === 'empty')
    return json(200, [], { 'rest-content-range': contentRange(range.value, 0) })
  const { found } = find(read.value, call.entity, call.account)
  const page = inOrder(found, read.value, call, to).slice(from, to)
  return json(
    200,
    page.map(({ record }) => shown(record, read.value.fields)),
    { 'rest-content-range': contentRange(range.value, found.length) }
  )
}

export function scroll(call: Call): Answer | null {
  const { request, state, now } = call
  if (state.wildcards.scroll.isClosed(now)) return message(429, BLOCKED)
  if (request.query.has('_keyword')) return null
  const token = request.query.get('_token')
  return token === null ? beginScroll(call) : goOnWithScroll(call, token)
}

function beginScroll(call: Call): Answer {
  const { request, state, behaviour, now, fault } = call
  const read = readQuery(request.query, call.entity, behaviour)
  if (!read.ok) return read.answer
  const size = Number(request.query.get('_size') ?? UNNAMED_SIZE)
  if (!Number.isInteger(size) || size < 1) return message(400, '_size is not understood')
  if (size > MOST_A_PAGE && behaviour.overMost === 'refused')
    return message(400, `_size is ${MOST_A_PAGE} at most`)
  if (isWild(read.value)) state.wildcards.scroll.count(now, behaviour)
  if (!state.scrolls.hasRoom(now)) return tooMany(undefined)
  if (fault?.kind === 'empty') return json(200, [], { 'rest-content-total': '0' })
  const { found } = find(read.value, call.entity, call.account)
  const rows = inOrder(found, read.value, call).map(({ record }) =>
    shown(record, read.value.fields)
  )
  const token = madeId(call)
  const begun = { entity: call.entity.name, rows, size: Math.min(size, MOST_A_PAGE) }
  state.scrolls.begin(token, { ...begun, asked: askedIn(call) }, now)
  return pageOf(call, token, true)
}

function goOnWithScroll(call: Call, token: string): Answer {
  const { state, entity, now, fault } = call
  const asked = state.scrolls.askedBy(token, entity.name, now)
  if (asked === null) return message(400, `Operation not found for this token: '${token}'`)
  const again = askedIn(call)
  if (again !== NOTHING_ASKED && again !== asked)
    return message(400, 'A scroll keeps the filter that it began with')
  if (fault?.kind === 'empty') return json(200, [])
  return pageOf(call, token, false)
}

const ASKED = ['_where', '_schema', '_sort', '_fields'] as const
const NOTHING_ASKED = JSON.stringify(ASKED.map(() => ''))

/** What a scroll is about; nothing, where the token alone says it. */
function askedIn({ request }: Call): string {
  return JSON.stringify(ASKED.map((name) => request.query.get(name) ?? ''))
}

function pageOf(call: Call, token: string, isFirst: boolean): Answer {
  const { rows, total } = call.state.scrolls.next(token, call.now)
  const isNamed = isFirst || call.behaviour.scrollHeaders === 'each'
  return json(
    200,
    rows,
    isNamed ? { 'x-vtex-md-token': token, 'rest-content-total': String(total) } : {}
  )
}

/** Without `_sort`, and among equals, every call has an order of its own. */
function inOrder(found: readonly Found[], query: Query, call: Call, first?: number): Found[] {
  const { switches, behaviour, fault } = call
  const sort = fault?.kind === 'unsorted' ? null : query.sort
  return sort
    ? sorted(shuffled(found, switches.throw), sort, behaviour.absentSorts)
    : shuffled(found, switches.throw, first)
}

export function answerAggregation(call: Call): Answer {
  const { request, state, behaviour, now } = call
  if (behaviour.aggregations !== 'ok') return message(behaviour.aggregations, 'Not available')
  if (state.wildcards.search.isClosed(now)) return message(503, BLOCKED)
  const read = readQuery(request.query, call.entity, behaviour)
  if (!read.ok) return read.answer
  const { query: params } = request
  const type = params.get('_type') as AggregationType
  const field = params.get('_field') ?? ''
  const interval = intervalOf(params.get('_interval'))
  if (!AGGREGATIONS.includes(type)) return message(400, '_type is not understood')
  if (type === 'date-time-interval' && interval === null)
    return message(400, '_interval is not understood')
  if (!isIndexed(read.value.schema, field))
    return message(400, `Field '${field}' not found in schema`)
  if (isWild(read.value)) state.wildcards.search.count(now, behaviour)
  const { all, found } = find(read.value, call.entity, call.account, field)
  const { count, result } = aggregate(
    {
      type,
      field,
      interval,
      isCumulative: params.get('_cumulative') === 'true',
      isDerivative: params.get('_derivative') === 'true',
      groupsMost: behaviour.groupsMost,
    },
    found.map(({ searchable }) => searchable)
  )
  return json(200, { all_docs: all, all_docs_aggregated: count, result })
}
