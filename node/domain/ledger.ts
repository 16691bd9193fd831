import type { Cents } from './money'
import type { Package } from './order'

/**
 * What of an order is invoiced and what remains, by money and by unit, with our own accepted and unknown intents
 * that OMS does not show yet counted in (design §2.1 "Accepted counts at once").
 */
export interface OrderLedger {
  /** Output invoices only. */
  readonly invoicedValue: Cents
  readonly remainingValue: Cents
  readonly refundedValue: Cents
  /** One entry per line of the order, by itemIndex: worth to the cent, units out and left. */
  readonly lines: readonly LedgerLine[]
  /** Intents that stand in for packages OMS does not show yet. */
  readonly pending: readonly PendingInvoice[]
  /** The order's packages, with the pending ones as far as they can be shown. */
  readonly packages: readonly Package[]
}

export interface LedgerLine {
  readonly itemIndex: number
  readonly lineValue: Cents
  readonly invoicedQuantity: number
  readonly remainingQuantity: number
}

export interface PendingInvoice {
  readonly invoiceNumber: string
  readonly type: 'OUTPUT' | 'INPUT'
  readonly value: Cents
  readonly units: readonly { readonly id: string; readonly quantity: number }[]
  readonly isReplacement: boolean
}
