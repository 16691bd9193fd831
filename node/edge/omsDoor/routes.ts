import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import { encodePackage } from '../../oms/encodePackage'
import { givenInvoice, givenStatus, givenTracking } from '../../oms/givenBodies'
import { notifyInvoice } from '../../usecases/notifyInvoice'
import { startHandling } from '../../usecases/startHandling'
import { updatePartialInvoice } from '../../usecases/updatePartialInvoice'
import { updateTrackingStatus } from '../../usecases/updateTrackingStatus'
import { viewOrder } from '../../usecases/viewOrder'
import { requireRight } from '../actor'
import { PublicError } from '../publicError'
import { answerOfHandling, answerOfWrite, etagOf, wrongTypes, type DoorAnswer } from './answers'
import { door, type DoorCall } from './door'

/** The OMS door: OMS's own calls at another address, with this app's promises (doors §1). One entry a route of service.json. */
export const omsDoor = {
  omsInvoices: door({ POST: registerInvoice }),
  omsInvoice: door({ GET: readInvoice, PATCH: changeTracking }),
  omsTracking: door({ PUT: addEvents }),
  omsStartHandling: door({ POST: handle }),
}

async function registerInvoice({ ports, params, body, accept, ifMatch }: DoorCall) {
  const { command, wrong } = givenInvoice(await body())
  // OMS asks a return for its own right, and for no other (oms §1.1).
  await requireRight(ports.caller, command.type === 'INPUT' ? 'RefundAction' : 'ShippingAction')
  if (wrong.length > 0) return wrongTypes(wrong)
  const { orderId } = params
  const accepted = await accept()
  const result = await notifyInvoice(ports, orderId, command, accepted, ifMatch)
  return answerOfWrite(result, orderId, accepted, ports.clock.now())
}

async function changeTracking({ ports, params, body, accept }: DoorCall) {
  await requireRight(ports.caller, 'ShippingAction')
  const { command, wrong } = givenTracking(await body())
  if (wrong.length > 0) return wrongTypes(wrong)
  const { orderId, invoiceNumber } = params
  const accepted = await accept()
  const result = await updatePartialInvoice(ports, orderId, invoiceNumber, command, accepted)
  return answerOfWrite(result, orderId, accepted, ports.clock.now())
}

async function addEvents({ ports, params, body, accept }: DoorCall) {
  await requireRight(ports.caller, 'ShippingAction')
  const { command, wrong } = givenStatus(await body())
  if (wrong.length > 0) return wrongTypes(wrong)
  const { orderId, invoiceNumber } = params
  const accepted = await accept()
  const result = await updateTrackingStatus(ports, orderId, invoiceNumber, command, accepted)
  return answerOfWrite(result, orderId, accepted, ports.clock.now())
}

async function handle({ ports, params: { orderId } }: DoorCall) {
  await requireRight(ports.caller, 'WorkflowAction')
  return answerOfHandling(await startHandling(ports, orderId), orderId, ports.clock.now())
}

/** The stored invoice, with the version that If-Match names as its ETag. */
async function readInvoice({ ports, params }: DoorCall): Promise<DoorAnswer> {
  await requireRight(ports.caller, 'OMSViewer')
  const { orderId, invoiceNumber } = params
  const view = await viewOrder(ports, orderId)
  if (!view) throw new PublicError('ORDER_NOT_FOUND', 'OMS knows no such order.')
  const stored = view.order.packages.find((one) =>
    isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)
  )
  if (!stored)
    throw new PublicError('INVOICE_NOT_FOUND', 'The order has no invoice of this number in OMS.')
  return {
    outcome: 'ALREADY_APPLIED',
    status: 200,
    headers: { ETag: etagOf(stored) },
    body: encodePackage(stored),
  }
}
