import type { Accepted, InvoiceCommand, WriteResult } from './commands'
import { readDocument } from './invoiceQuestion'
import type { Ports } from './ports'
import { invoiceStep } from './steps/invoiceStep'
import { openOrder } from './writing/openOrder'
import { resultOf, writeOrder } from './writing/writeOrder'

/**
 * Registers one invoice on one order: never twice, never over another one, never lost (design §2.1, §2.2).
 * `replaceVersion` names the stored content that the caller has seen and wants replaced.
 */
export async function notifyInvoice(
  ports: Ports,
  orderId: string,
  command: InvoiceCommand,
  accept: Accepted,
  replaceVersion: string | null
): Promise<WriteResult> {
  const call = { orderId, startedAt: ports.clock.now() }
  const asked = { command, accept, replaceVersion, read: readDocument(command), carries: null }
  const mayDeclareLost = accept.includes('INVOICE_NOT_SHOWN')
  return resultOf(
    await writeOrder(ports, {
      ...call,
      open: (held, claim) => openOrder(held, call, claim, { mayDeclareLost }),
      steps: [invoiceStep(call, asked)],
    })
  )
}
