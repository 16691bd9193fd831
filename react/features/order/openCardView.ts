import type { InvoiceType, Package } from '../../shared/order/orderTypes'
import type { OpenCard } from './orderModel'

/** How the last invoice or return sent from here stands, as far as it decides what the card holds. */
export interface LastSend {
  isReturn: boolean
  /** One of several, with more to come: their list stays. */
  isMidway: boolean
  hasEndedWell: boolean
  /** In the air, waiting, or nobody knows how it ended: the form stays as it was sent. */
  sentForm: { replaces?: string; again?: string } | null
}

export interface OpenCardQuestion<P extends Pick<Package, 'invoiceNumber'>> {
  /** What the order itself leaves open. */
  open: OpenCard
  packages: readonly P[]
  last: LastSend | null
  /** The form that the address asks for. */
  form: { do: string; n?: string } | null
  /** An invoice that left no trace and is entered again. */
  again: { invoiceNumber: string; type: InvoiceType } | null
  /** Start handling has been pressed here, or an invoice of before has no answer yet. */
  hasMoreToTell: boolean
}

export type OpenCardView<P> =
  /** How it ended, and the way on. */
  | { kind: 'ENDED_WELL' }
  | { kind: 'AGAIN'; invoiceNumber: string; type: InvoiceType }
  | { kind: 'REPLACE'; parcel: P }
  | { kind: 'RETURN' }
  | { kind: 'INVOICE' }
  | { kind: 'HANDLING_ONLY' }
  /** No form, and something to say of what was sent. */
  | { kind: 'RESULT' }
  | { kind: 'NOTHING' }
  /** Why no invoice can be sent. */
  | { kind: 'REASON' }

/** What stands in the open card. What was sent decides before what is asked for, and that before what the order allows. */
export function openCardView<P extends Pick<Package, 'invoiceNumber'>>(
  question: OpenCardQuestion<P>
): OpenCardView<P> {
  const { open, packages, last, form, again, hasMoreToTell } = question
  const sent = last ? last.sentForm : null

  if (last && last.hasEndedWell && !last.isMidway) return { kind: 'ENDED_WELL' }
  const replacing = sent ? sent.replaces : form?.do === 'replace' ? form.n : undefined
  const parcel = packages.find(({ invoiceNumber }) => invoiceNumber === replacing)
  const isReturn = sent ? Boolean(last?.isReturn) : form?.do === 'return'

  if (sent?.again !== undefined) {
    return { kind: 'AGAIN', invoiceNumber: sent.again, type: isReturn ? 'INPUT' : 'OUTPUT' }
  }
  if (!sent && again && !parcel && !isReturn) return { kind: 'AGAIN', ...again }
  if (parcel) return { kind: 'REPLACE', parcel }
  if (isReturn) return { kind: 'RETURN' }
  if (open.kind === 'FORM' || last?.isMidway || sent) return { kind: 'INVOICE' }
  if (open.kind === 'NONE') return { kind: last || hasMoreToTell ? 'RESULT' : 'NOTHING' }

  return { kind: open.kind }
}
