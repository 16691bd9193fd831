/** How invoices become packages, and when they close an order (oms §3). */
import { dotNetDate } from './dates'
import type { InvoiceNotification } from './invoice'
import { packageFrom, packagesOf, refundOf } from './packages'
import type { StoredOrder } from './state'
import type { WirePackage } from './wire'
import { schedule, settleDelay, touch, type World } from './world'

/** An accepted invoice shows as a package; a stored number is treated by the reading `rePost`. */
export function applyInvoice(
  world: World,
  stored: StoredOrder,
  invoice: InvoiceNotification
): void {
  if (wedgedByCancel(world, stored)) return
  const packages = packagesOf(stored.order)
  const position = packages.findIndex(
    ({ invoiceNumber }) => invoiceNumber === invoice.invoiceNumber
  )
  const { rePost } = world.behaviour.readings
  if (position >= 0 && (rePost === 'receiptOnly' || rePost === 'refuse')) return
  const made = packageFrom(world, stored, invoice)
  if (invoice.type === 'Input' && stored.order.status === 'invoiced') {
    made.restitutions = refundOf(world, stored.order, invoice)
  }
  stored.dispatchedDates[invoice.invoiceNumber] = invoice.dispatchedDate
  if (position >= 0 && rePost === 'replace') {
    if (world.behaviour.readings.rePostCourierStatus === 'kept') {
      made.courierStatus = packages[position]!.courierStatus
    }
    packages[position] = made
  } else {
    packages.push(made)
  }
  touch(world, stored)
  if (invoice.type === 'Output') evaluate(world, stored)
}

/** Decides anew, after an invoice or a change, whether the order is fully invoiced (oms §3.1–3.2). */
export function evaluate(world: World, stored: StoredOrder): void {
  const { order } = stored
  if (FINAL.has(order.status ?? '')) return
  const { readings, bugs } = world.behaviour
  const outputs = (order.packageAttachment?.packages ?? []).filter(({ type }) => type === 'Output')
  if (outputs.length === 0) return
  const sum = outputs.reduce((total, { invoiceValue }) => total + invoiceValue, 0)
  if (sum < order.value - (readings.sumTolerance ?? 0)) {
    if (bugs['partial-issue-of-invoice-changes-date-of-payment-authorization']) {
      order.authorizedDate = dotNetDate(world.now)
    }
    touch(world, stored, { status: readings.partialStatus })
    return
  }
  if (
    bugs[
      'orders-that-fail-to-reach-the-invoiced-status-even-after-the-invoice-has-been-correctly-entered'
    ]
  ) {
    touch(world, stored, { status: 'payment-approved' })
    return
  }
  order.statusDescription = 'Verificando Fatura'
  touch(world, stored, { status: 'invoice' })
  if (brokenByNumber(world, outputs)) {
    order.workflowIsInError = true
    touch(world, stored)
    return
  }
  if (bugs['order-with-status-of-verifying-invoice-does-not-update-to-invoiced']) return
  schedule(world, order.orderId, settleDelay(world.behaviour), { kind: 'settle' })
}

const FINAL = new Set(['invoice', 'invoiced', 'cancel', 'canceled'])

/** The gateway settled: final (oms §0). */
export function applySettle(world: World, stored: StoredOrder): void {
  if (stored.order.status !== 'invoice') return
  stored.order.invoicedDate = dotNetDate(world.now)
  stored.order.statusDescription = 'Faturado'
  stored.order.allowCancellation = false
  touch(world, stored, { status: 'invoiced' })
}

function brokenByNumber(world: World, outputs: WirePackage[]): boolean {
  return (
    world.behaviour.bugs['special-characters-in-invoicenumber-cause-postpurchase-flow-to-fail'] &&
    outputs.some(({ invoiceNumber }) => /[^A-Za-z0-9-]/.test(invoiceNumber.trim()))
  )
}

function wedgedByCancel(world: World, stored: StoredOrder): boolean {
  if (!isRaceOn(world)) return false
  const { pending } = world.state
  const cancel = pending.find(
    (effect) => effect.kind === 'cancel' && effect.orderId === stored.order.orderId
  )
  if (cancel === undefined) return false
  pending.splice(pending.indexOf(cancel), 1)
  wedge(world, stored)
  return true
}

/** Whether cancel and invoice can meet on the way (bug); if not, the later of them is refused. */
export function isRaceOn(world: World): boolean {
  return world.behaviour.bugs[
    'orders-stuck-in-requestcancel-on-marketplace-when-seller-invoices-at-the-same-time-cancel-vs-invoice-race-condition'
  ]
}

/** The end of that race: nobody gets the order out of it (oms §8). */
export function wedge(world: World, stored: StoredOrder): void {
  stored.order.workflowIsInError = true
  touch(world, stored, { status: 'request-cancel' })
}
