import type { Intent, InvoiceRecord, SkuUnits } from '../journal/intent'
import type { WrittenSend } from '../journal/waiting'
import { isShown, pendingPackage } from '../journal/intents'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { lineValues } from '../order/lines'
import { atLeastZero, cents, subtract, sum, type Cents } from '../values/money'
import type { InvoiceType, Order, Package } from '../order/order'
import {
  countUnits,
  keptUnits,
  spreadOverLines,
  unitsOfPackage,
  type UnitCount,
} from '../package/units'

/**
 * What of an order is invoiced and what remains, by money and by unit, with our own accepted and unknown intents
 * that OMS does not show yet counted in (design §2.1 "Accepted counts at once").
 */
export interface OrderLedger {
  /** Output invoices only. */
  readonly invoicedValue: Cents
  readonly remainingValue: Cents
  readonly refundedValue: Cents
  /** One entry per line of the order, by position: worth to the cent, units out and left. */
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
  /** Units that a change took away and no invoice holds: with the invoiced and the remaining ones they make the line. */
  readonly removedQuantity: number
  readonly returnedQuantity: number
}

export interface PendingInvoice extends WrittenSend {
  readonly invoiceNumber: string
  readonly type: InvoiceType
  readonly value: Cents
  readonly units: readonly SkuUnits[]
  readonly isReplacement: boolean
  readonly state: Intent['state']
  readonly receipt: Intent['receipt']
}

interface Entry {
  readonly type: InvoiceType
  readonly value: Cents
  readonly units: readonly SkuUnits[]
}

/**
 * Counts an order's invoices. Value alone decides what remains (oms §3 point 2); units are counted per SKU, by our own
 * record of what was sent where OMS may have rebuilt the items.
 */
export function buildLedger(
  order: Order,
  intents: readonly Intent[],
  records: readonly InvoiceRecord[] = []
): OrderLedger {
  const open = intents.filter((intent) => !isShown(intent, order))
  const entries = [
    ...order.packages.map((stored) => entryOf(order, stored, open, records)),
    ...open.filter((intent) => !replacesStored(intent, order)),
  ]
  const invoicedValue = valueOf(entries, 'OUTPUT')
  return {
    invoicedValue,
    remainingValue: atLeastZero(subtract(order.value, invoicedValue)),
    refundedValue: valueOf(entries, 'INPUT'),
    lines: ledgerLines(order, unitsOf(entries, 'OUTPUT'), unitsOf(entries, 'INPUT')),
    pending: open.map(
      ({ invoiceNumber, type, value, units, isReplacement, state, sentAt, endedAt, receipt }) => ({
        invoiceNumber,
        type,
        value,
        units,
        isReplacement,
        state,
        sentAt,
        endedAt,
        receipt,
      })
    ),
    packages: [
      ...order.packages,
      ...open
        .filter((intent) => intent.state === 'ACCEPTED' && !replacesStored(intent, order))
        .flatMap((intent) => pendingPackage(order, intent) ?? []),
    ],
  }
}

/** The units that the ledger counts for a stored package: our own record of it, while it is still about this content. */
export function countedUnits(
  order: Order,
  stored: Package,
  records: readonly InvoiceRecord[]
): readonly SkuUnits[] {
  const sent = records.find(({ invoiceNumber }) =>
    isSameInvoiceNumber(invoiceNumber, stored.invoiceNumber)
  )?.sent
  return sent && sent.invoiceValue === stored.invoiceValue
    ? sent.items
    : unitsOfPackage(order, stored)
}

function entryOf(
  order: Order,
  stored: Package,
  open: readonly Intent[],
  records: readonly InvoiceRecord[]
): Entry {
  const { type } = stored
  const units = countedUnits(order, stored, records)
  const replacement = open.find(
    ({ invoiceNumber, isReplacement }) =>
      isReplacement && isSameInvoiceNumber(invoiceNumber, stored.invoiceNumber)
  )
  if (!replacement) return { type, units, value: stored.invoiceValue }
  // Which of the two OMS will hold is not known yet: the larger one is the safe figure.
  return {
    type,
    value: cents(Math.max(stored.invoiceValue, replacement.value)),
    units: largerOf(countUnits(units), countUnits(replacement.units)),
  }
}

function largerOf(a: UnitCount, b: UnitCount): SkuUnits[] {
  return [...new Set([...a.keys(), ...b.keys()])].map((id) => ({
    id,
    quantity: Math.max(a.get(id) ?? 0, b.get(id) ?? 0),
  }))
}

function replacesStored(intent: Intent, order: Order): boolean {
  return order.packages.some(({ invoiceNumber }) =>
    isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
  )
}

function valueOf(entries: readonly Entry[], type: InvoiceType): Cents {
  return sum(entries.filter((entry) => entry.type === type).map(({ value }) => value))
}

function unitsOf(entries: readonly Entry[], type: InvoiceType): UnitCount {
  return countUnits(entries.filter((entry) => entry.type === type).flatMap(({ units }) => units))
}

function ledgerLines(order: Order, out: UnitCount, back: UnitCount): LedgerLine[] {
  const values = lineValues(order)
  const invoiced = spreadOverLines(order, out)
  const returned = spreadOverLines(order, back)
  return order.lines.map((line, position) => {
    const remainingQuantity = Math.max(0, keptUnits(line) - invoiced[position])
    return {
      remainingQuantity,
      itemIndex: line.itemIndex,
      lineValue: values[position],
      invoicedQuantity: invoiced[position],
      removedQuantity: line.quantity - invoiced[position] - remainingQuantity,
      returnedQuantity: Math.min(returned[position], invoiced[position]),
    }
  })
}
