import { internalError, invoiceNotFound, json, refuse } from '../answers'
import { optionalText, readObject } from '../invoice'
import type { StoredOrder, TrackingFields } from '../state'
import { findPackage } from '../tracking'
import { issueReceipt, schedule, type World } from '../world'
import type { OmsReply } from '../types'
import type { Call, OrderOperation } from './call'

const FIELDS = ['trackingNumber', 'trackingUrl', 'courier', 'dispatchedDate'] as const

/**
 * UpdatePartialInvoice: only sent keys overwrite (oms §1.2).
 * @errors 404 Invoice Not Found; 500 on a number with a space; by reading 400 on a missing key
 */
export const updatePartialInvoice: OrderOperation = (world, stored, call) => {
  const unreachable = unreachableInvoice(world, stored, call)
  if (unreachable !== null) return unreachable
  const invoiceNumber = call.route.invoiceNumber!
  const body = readObject(call.body)
  const fields: TrackingFields = {}
  for (const name of FIELDS) {
    if (body[name] !== undefined) fields[name] = optionalText(body, name)
    else if (world.behaviour.readings.patchRequiresAll === 'yes') {
      refuse(400, `The field ${name} is required`)
    }
  }
  const receipt = issueReceipt(world, stored.order.orderId)
  schedule(world, stored.order.orderId, world.behaviour.applyDelayMs, {
    kind: 'tracking',
    invoiceNumber,
    fields,
  })
  return json(200, receipt)
}

/** Why tracking does not reach the invoice that the path names, or null where it does. */
export function unreachableInvoice(
  world: World,
  stored: StoredOrder,
  { route }: Call
): OmsReply | null {
  const { bugs } = world.behaviour
  const number = route.invoiceNumber!
  if (
    route.encodedSlash &&
    bugs['tracking-update-fails-when-invoicenumber-contains-omsorders-invoice-routes']
  ) {
    return invoiceNotFound()
  }
  if (findPackage(stored, number) === undefined) return invoiceNotFound()
  const fails =
    bugs['an-error-has-occurred-when-adding-tracking-information'] ||
    bugs['space-in-invoicenumber-causes-failure-in-postpurchase-flow']
  return /\s/.test(number) && fails ? internalError() : null
}
