import type { InvoiceInput, InvoicePreview, Order, Problem } from '../../../shared/order/orderTypes'
import { withCancelled } from '../documents/cancellations'
import { documentId } from '../documents/documentId'
import type { InvoiceDocument, InvoiceDraft, OpenLine } from '../invoiceDraft'
import { coversNothing, sentLines } from '../invoiceInput'
import { nothingChosen, withoutConfirmed, withoutUnanswered } from '../invoiceProblems'
import { isSilent, placeProblems } from '../problemPlaces'
import type { Place, PlacedProblem } from '../problemPlaces'
import type { InvoiceCheck } from '../useInvoicePreview'
import type { FormState } from './formState'

/** How much is known of what the form holds now. */
export type Known =
  /** By items, and no unit is chosen: nothing to ask about. */
  | 'NOTHING_CHOSEN'
  /** A send of just this content was answered with problems. */
  | 'ANSWERED'
  /** The check answered for just this content. */
  | 'CHECKED'
  /** Amounts and problems are those of what it held before. */
  | 'UNCHECKED'

/** Says whether two contents of the form, for the same reading of the order, are the same. */
export function contentKey(draft: InvoiceDraft, input: InvoiceInput, order: Order): string {
  return JSON.stringify({
    ...input,
    // Without the document's text, which is long.
    embeddedInvoice: documentId(draft.document),
    order: `${order.status} ${order.invoicedValue} ${order.packages.length}`,
  })
}

export interface JudgedContent {
  state: Pick<FormState, 'draft' | 'answered' | 'hasTried' | 'touched'>
  lines: readonly OpenLine[]
  key: string
  hasNumber: boolean
  check: Pick<InvoiceCheck, 'preview' | 'isFresh'>
  isAgain: boolean
}

export interface Judgement {
  known: Known
  /** All that stands against sending, as far as it is known. */
  problems: Problem[]
  /** Those that speak, each with its place, in reading order. */
  placed: PlacedProblem[]
}

/** What a check's answer leaves to settle for this form. */
export function judged(
  preview: InvoicePreview,
  isAgain: boolean,
  document: InvoiceDocument | null = null
): Problem[] {
  const problems = withoutConfirmed(preview.problems)

  return withCancelled(isAgain ? withoutUnanswered(problems) : problems, document)
}

function knownOf({ state, lines, key, check }: JudgedContent): Known {
  if (coversNothing(state.draft, lines)) return 'NOTHING_CHOSEN'
  if (state.answered && state.answered.key === key) return 'ANSWERED'

  return check.isFresh ? 'CHECKED' : 'UNCHECKED'
}

function problemsFor(known: Known, content: JudgedContent): Problem[] {
  if (known === 'NOTHING_CHOSEN') return [nothingChosen]

  return withCancelled(answeredFor(known, content), content.state.draft.document)
}

function answeredFor(known: Known, { state, check, isAgain }: JudgedContent): Problem[] {
  // Problems of a refusal stand until the form changes and its new check answers.
  if (known === 'ANSWERED' && state.answered) return withoutConfirmed(state.answered.problems)

  return check.preview ? judged(check.preview, isAgain) : []
}

export function judge(content: JudgedContent): Judgement {
  const { state, lines, hasNumber } = content
  const known = knownOf(content)
  const problems = problemsFor(known, content)
  const filled = new Set<Place>(hasNumber ? ['invoiceNumber'] : [])

  if (known !== 'NOTHING_CHOSEN') filled.add('covers')
  const visited = { tried: state.hasTried, touched: state.touched, filled }
  const placed = placeProblems(problems, sentLines(state.draft, lines), lines).filter(
    ({ problem, place }) => !isSilent(problem, place, visited)
  )

  return { known, problems, placed }
}
