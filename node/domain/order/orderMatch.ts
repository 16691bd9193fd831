import { checkAccessKey } from '../fiscal/accessKey'
import { readTaxId } from '../fiscal/taxId'
import { buildLedger } from '../standing/ledger'
import { stageOf, type Stage } from '../standing/stage'
import type { Instant } from '../values/instant'
import type { Cents } from '../values/money'
import type { Order, Package } from './order'

/** What a row of a file, a document or a carrier's list says about the order that it is for. */
export interface OrderReference {
  /** Order id, sequence, or the marketplace's id. */
  readonly reference: string | null
  /** CPF or CNPJ. Used to search and to compare, and kept nowhere. */
  readonly recipientId: string | null
  readonly value: Cents | null
  readonly issuanceDate: Instant | null
  /** Of an invoice that the order holds already. */
  readonly invoiceNumber: string | null
  /** CNPJ of who issued that invoice, and its series: two companies use the same numbers. */
  readonly issuerId: string | null
  readonly series: string | null
}

export type MatchedBy =
  'ORDER_ID' | 'SEQUENCE' | 'MARKETPLACE_ID' | 'RECIPIENT_AND_VALUE' | 'INVOICE_NUMBER'

/** By what name an order is the one that a text means; null where it is another. */
export function namedBy(order: Order, reference: string): MatchedBy | null {
  const same = (text: string | null) => text !== null && folded(text) === folded(reference)
  if (same(order.orderId)) return 'ORDER_ID'
  if (same(order.sequence)) return 'SEQUENCE'
  return same(order.marketplace?.orderId ?? null) ? 'MARKETPLACE_ID' : null
}

/** An order's id as VTEX writes it, with the letters of an affiliate before it: no other number is written so by chance. */
const IN_VTEX_FORM = /^(?:[A-Z]{2,5}-)?\d{10,}-\d{2}$/i

/** Whether a text is an order's id by its form alone; what an ERP calls its own purchase is none. */
export const namesAnOrder = (reference: string | null): boolean =>
  reference !== null && IN_VTEX_FORM.test(reference)

const folded = (text: string) => text.trim().toUpperCase()

const OPEN: readonly Stage[] = ['TO_HANDLE', 'TO_INVOICE', 'PARTIALLY_INVOICED']
/** Clocks of two systems, and a purchase that is invoiced in the minute in which it is made. */
const CLOCKS_DIFFER_MS = 60 * 60 * 1000

/**
 * Whether a document of this recipient, value and date can be the invoice of an order: one that still waits for an
 * invoice, of the same person or company, and of which just this remains.
 */
export function fitsDocument(order: Order, of: OrderReference): boolean {
  const recipient = readTaxId(of.recipientId)
  const ledger = buildLedger(order, [])
  const isYounger =
    of.issuanceDate !== null &&
    Date.parse(order.creationDate) > Date.parse(of.issuanceDate) + CLOCKS_DIFFER_MS
  return (
    recipient !== null &&
    order.customerDocuments.includes(recipient) &&
    ledger.remainingValue === of.value &&
    OPEN.includes(stageOf(order, ledger)) &&
    !isYounger
  )
}

/**
 * The invoice of an order that a carrier's list means: its number without zeros in front, and issuer and series where
 * both sides tell them. Null where there is none, or more than one.
 * @source carriers §2.4
 */
export function invoiceNamed(order: Order, of: OrderReference): Package | null {
  const { invoiceNumber } = of
  if (invoiceNumber === null) return null
  const found = order.packages.filter(
    (one) =>
      one.type === 'OUTPUT' &&
      bare(one.invoiceNumber) === bare(invoiceNumber) &&
      isOfIssuer(one.invoiceKey, of)
  )
  return found.length === 1 ? found[0] : null
}

/** A number as it may be stored, from what a list with columns of a fixed width holds. */
export function storedForms(invoiceNumber: string): readonly string[] {
  const number = bare(invoiceNumber)
  return [...new Set([invoiceNumber.trim(), number, number.padStart(9, '0')])]
}

function isOfIssuer(key: string | null, { issuerId, series }: OrderReference): boolean {
  const parts = key === null ? null : checkAccessKey(key).parts
  if (parts === null) return true
  const isIssuer = issuerId === null || readTaxId(issuerId) === parts.issuerId
  return isIssuer && (series === null || bare(series) === bare(parts.series))
}

const bare = (text: string) =>
  text
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '')
