import { failure, json, refuse } from '../answers'
import { runningChange } from '../changes'
import { parseDate } from '../dates'
import { readInvoice, type InvoiceNotification } from '../invoice'
import { isRaceOn } from '../invoicing'
import { expectedInvoices, linesOf, sumOf, type ExpectedInvoice } from '../packages'
import type { StoredOrder } from '../state'
import { issueReceipt, schedule, type World } from '../world'
import type { OrderOperation } from './call'

/** Where an Output is taken; payment-approved only between partial invoices (oms §3.7). */
const INVOICEABLE = new Set([
  'ready-for-handling',
  'start-handling',
  'handling',
  'waiting-seller-handling',
  'waiting-for-fulfillment',
  'ready-for-invoicing',
  'cancellation-requested',
  'invoice-after-cancellation-deny',
])

/** One second is the upper end of what VTEX's note on that race says (oms §8). */
const CHANGE_RACE_MS = 1_000

/**
 * NotifyInvoice: the receipt now, the package after applyDelayMs (oms §1.1, §11.1).
 * @errors 400 for state, shape and value; 403 where `type` needs the other right; by reading 409
 */
export const notifyInvoice: OrderOperation = (world, stored, { body, caller }) => {
  const invoice = readInvoice(body, world.behaviour.readings)
  const key = invoice.type === 'Input' ? 'RefundAction' : 'ShippingAction'
  if (!caller.rights.has(key)) return failure(403, 'Forbidden')
  keepNumberAsStored(world, invoice)
  const expected = expectedInvoices(world, stored)
  const known = expected.find(({ number }) => number === invoice.invoiceNumber)
  if (parseDate(invoice.issuanceDate) === null) refuse(400, 'The field issuanceDate is not a date')
  checkState(world, stored, invoice, known)
  if (known !== undefined) checkKnownNumber(world, invoice, known)
  checkValue(world, stored, invoice, expected, known)
  if (world.behaviour.readings.foreignItems === 'refuse') checkItems(stored, invoice)
  const receipt = issueReceipt(world, stored.order.orderId)
  schedule(world, stored.order.orderId, world.behaviour.applyDelayMs, { kind: 'invoice', invoice })
  return json(200, receipt)
}

function keepNumberAsStored(world: World, invoice: InvoiceNotification): void {
  if (!world.behaviour.bugs['space-in-invoicenumber-causes-failure-in-postpurchase-flow']) {
    invoice.invoiceNumber = invoice.invoiceNumber.trim()
  }
}

function checkState(
  world: World,
  stored: StoredOrder,
  invoice: InvoiceNotification,
  known: ExpectedInvoice | undefined
): void {
  const { order } = stored
  const { readings, bugs } = world.behaviour
  const status = order.status ?? ''
  if (order.isCompleted === false) refuse(400, 'Incomplete order cannot be invoiced')
  if (status === 'canceled' || status === 'cancel') forbid(status)
  const { orderId } = order
  const canceling = world.state.pending.some(
    (effect) => effect.kind === 'cancel' && effect.orderId === orderId
  )
  if (canceling && !isRaceOn(world)) forbid('cancel')
  if (readings.invoiceDuringChange === 'refuse' && runningChange(stored) && !isChangeRace(world)) {
    refuse(400, 'Order has a change in progress')
  }
  const settled = status === 'invoice' || status === 'invoiced'
  if (invoice.type === 'Input') {
    if (!settled && readings.returnBeforeInvoiced === 'refuse') forbid(status)
    return
  }
  if (known !== undefined && settled) return
  if (status === 'start-handling' && bugs['orders-stuck-in-starthandling-status']) forbid(status)
  const partial = (order.packageAttachment?.packages ?? []).some(({ type }) => type === 'Output')
  if (!INVOICEABLE.has(status) && !(status === 'payment-approved' && partial)) forbid(status)
}

function forbid(status: string): never {
  refuse(400, `Order status ${status} does not allow this invoice`)
}

function checkKnownNumber(
  world: World,
  invoice: InvoiceNotification,
  known: ExpectedInvoice
): void {
  const { rePost, rePostRefusal } = world.behaviour.readings
  if (known.type !== invoice.type) {
    refuse(400, `Invoice number ${invoice.invoiceNumber} belongs to an invoice of another type`)
  }
  if (rePost === 'refuse') {
    refuse(Number(rePostRefusal), `Invoice ${invoice.invoiceNumber} already exists`)
  }
}

function checkValue(
  world: World,
  stored: StoredOrder,
  invoice: InvoiceNotification,
  expected: ExpectedInvoice[],
  known: ExpectedInvoice | undefined
): void {
  const { readings, bugs } = world.behaviour
  const value = invoice.invoiceValue
  if (value === 0 && readings.zeroValue === 'refuse') {
    refuse(400, 'The field invoiceValue must be greater than 0')
  }
  if (known !== undefined && readings.rePost === 'receiptOnly') return
  const others = readings.rePost === 'append' ? expected : expected.filter((one) => one !== known)
  if (invoice.type === 'Input') {
    const counted =
      sumOf(others, 'Input') *
      (bugs[
        'refund-limited-incorrectly-due-to-duplicated-receipt-from-race-condition-oms-invoicerestutions'
      ]
        ? 2
        : 1)
    const goodwill =
      bugs['scenarios-involving-goodwill-following-an-order-modification'] && isChanged(stored)
    const refundable = goodwill ? 0 : Math.max(0, sumOf(others, 'Output') - counted)
    if (value > refundable) {
      refuse(400, `Unable to use the restitution Refund more than ${(refundable / 100).toFixed(1)}`)
    }
    return
  }
  const inputs = bugs[
    'orders-invoicing-calculation-using-input-invoice-value-in-output-invoice-validation'
  ]
    ? sumOf(others, 'Input')
    : 0
  const remaining = stored.order.value - sumOf(others, 'Output') - inputs
  if (value > remaining && readings.overValue === 'refuse' && !isChanging(world, stored)) {
    refuse(400, 'Invoice value is higher than the remaining value of the order')
  }
}

function isChanged(stored: StoredOrder): boolean {
  return stored.changes.length > 0 || (stored.order.changesAttachment?.changesData ?? []).length > 0
}

function isChangeRace(world: World): boolean {
  return world.behaviour.bugs[
    'invoice-accepted-with-value-higher-than-order-total-via-orders-api-during-concurrent-change'
  ]
}

function isChanging(world: World, stored: StoredOrder): boolean {
  if (!isChangeRace(world)) return false
  const asked = stored.lastChangeRequestAt
  return (
    runningChange(stored) !== undefined || (asked !== null && world.now - asked <= CHANGE_RACE_MS)
  )
}

function checkItems(stored: StoredOrder, invoice: InvoiceNotification): void {
  for (const { id, quantity } of invoice.items ?? []) {
    const ordered = linesOf(stored.order).reduce(
      (sum, line) => (line.id === id ? sum + line.quantity : sum),
      0
    )
    if (ordered === 0) refuse(400, `Item ${id} is not part of the order`)
    if (quantity > ordered) refuse(400, `Item ${id} has more units than the order`)
  }
}
