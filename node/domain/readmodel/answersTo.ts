import type { ProblemCode } from '../problem/problem'
import { belongsTo } from '../standing/queue'
import { epochOf } from '../values/instant'
import type { OrderDocument } from './orderDocument'
import type { QueueQuestion } from './queueQuestion'

/** What a search is asked of one document, as `edge/stores/readmodel/queueSearch.ts` asks it of all of them. */
export function answersTo(
  question: Omit<QueueQuestion, 'page' | 'perPage' | 'sort'>,
  document: OrderDocument,
  nowMs: number
): boolean {
  const { createdFrom, createdTo } = question
  const made = epochOf(document.created)
  return (
    NAMES.every((name) => question[name] === null || question[name] === document[name]) &&
    (createdFrom === null || made >= epochOf(createdFrom)) &&
    (createdTo === null || made <= epochOf(createdTo)) &&
    belongsTo(question.queue, {
      stage: document.stage,
      attention: attentionAt(document, nowMs),
    })
  )
}

const NAMES = ['carrier', 'marketplace', 'salesChannel'] as const

/** As an order's page says it, which has LATE among what needs attention. */
export function attentionAt(
  document: OrderDocument,
  nowMs: number
): readonly { readonly code: ProblemCode }[] {
  const { reason, attention } = document
  return [
    ...[...new Set(reason === null ? attention : [reason, ...attention])].map((code) => ({ code })),
    ...(isLate(document, nowMs) ? [{ code: 'LATE' as const }] : []),
  ]
}

function isLate({ promise, stage }: OrderDocument, nowMs: number): boolean {
  if (promise === null || stage === 'DELIVERED' || stage === 'CANCELED') return false
  return epochOf(promise) < nowMs
}
