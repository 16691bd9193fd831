import type { Problem } from '../../shared/order/orderTypes'
import type { Reading } from '../../shared/order/reading'
import { factOf } from '../../shared/words/problemFacts'
import type { Remedy } from '../../shared/words/remedies'
import { setUnits, takeAll, typeField } from './invoiceDraft'
import type { InvoiceDraft, OpenLine, TypedField } from './invoiceDraft'

export interface RemedyContext {
  sent: readonly OpenLine[]
  remainingValue: number
  /** Milliseconds. */
  now: number
  reading: Reading
}

const TYPED: TypedField[] = [
  'invoiceNumber',
  'issuanceDate',
  'invoiceValue',
  'invoiceKey',
  'invoiceUrl',
]

/** True where the remedy would send another amount than the fiscal document says: that is for its issuer to settle. */
export function changesDocument(problem: Pick<Problem, 'code'>, draft: InvoiceDraft): boolean {
  return (
    draft.document?.read.value != null &&
    ['VALUE_OVER_REMAINING', 'VALUE_NOT_ITEMS', 'VALUE_LEAVES_REMAINDER'].includes(problem.code)
  )
}

function lineOf(problem: Problem, sent: readonly OpenLine[]): OpenLine | null {
  const at = problem.field.indexOf('items')

  return at < 0 ? null : sent[Number(problem.field[at + 1])] || null
}

function withFact(draft: InvoiceDraft, problem: Problem, fact: string, context: RemedyContext) {
  const line = lineOf(problem, context.sent)
  const cents = Number(fact)

  if (line) return setUnits(draft, line.itemIndex, cents)
  if (problem.code === 'INVOICE_NUMBER_UNSAFE') return typeField(draft, 'invoiceNumber', fact)

  return Number.isSafeInteger(cents)
    ? typeField(draft, 'invoiceValue', context.reading.fromCents(cents))
    : null
}

/** The draft after one click on a remedy; null where the remedy is nothing that changes the draft. */
export function applyRemedy(
  draft: InvoiceDraft,
  remedy: Remedy,
  problem: Problem,
  context: RemedyContext
): InvoiceDraft | null {
  const { sent, remainingValue, now, reading } = context
  const name = problem.field[problem.field.length - 1]
  const field = TYPED.find((one) => one === name)
  const fact = remedy.fact ? factOf(problem, remedy.fact) : null

  switch (remedy.action) {
    case 'USE_FACT':
      // The document's own value comes back by taking the typed one away.
      if (problem.code === 'XML_DISAGREES') {
        return field ? { ...draft, typed: { ...draft.typed, [field]: null } } : null
      }

      return fact === null ? null : withFact(draft, problem, fact, context)
    case 'ADD_REMAINDER':
      return typeField(draft, 'invoiceValue', reading.fromCents(remainingValue))
    case 'TAKE_EVERYTHING':
      return { ...takeAll(draft), covers: 'EVERYTHING' }
    case 'REMOVE_LINE': {
      const line = lineOf(problem, sent)

      return line ? setUnits(draft, line.itemIndex, 0) : null
    }
    case 'USE_NOW': {
      const local = reading.toLocal(new Date(now).toISOString())

      return name === 'dispatchedDate'
        ? { ...draft, tracking: { ...draft.tracking, dispatched: local } }
        : typeField(draft, 'issuanceDate', local)
    }
    case 'CUT': {
      const max = Number(fact)

      if (!field || !max) return null

      return typeField(draft, field, (draft.typed[field] || '').slice(0, max))
    }
    default:
      return null
  }
}
