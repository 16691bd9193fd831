import type { OrderQueue } from '../standing/queue'
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
    isIn(question.queue, document, nowMs)
  )
}

const NAMES = ['carrier', 'marketplace', 'salesChannel'] as const

function isIn(queue: OrderQueue, document: OrderDocument, nowMs: number): boolean {
  const { stage, reason } = document
  switch (queue) {
    case 'ALL':
      return true
    case 'TO_INVOICE':
      return stage === 'TO_INVOICE' || stage === 'PARTIALLY_INVOICED'
    case 'LATE':
      return isLate(document, nowMs)
    case 'ATTENTION':
      return reason !== null || isLate(document, nowMs)
    case 'TO_HANDLE':
    case 'TO_SHIP':
    case 'IN_TRANSIT':
    case 'DELIVERED':
      return stage === queue
    // No default: a new queue that nobody sorts documents into does not compile.
  }
}

function isLate({ promise, stage }: OrderDocument, nowMs: number): boolean {
  if (promise === null || stage === 'DELIVERED' || stage === 'CANCELED') return false
  return epochOf(promise) < nowMs
}
