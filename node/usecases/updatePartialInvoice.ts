import type { Accepted, TrackingCommand, WriteResult } from './commands'
import type { Ports } from './ports'
import { named } from './steps/trackedTarget'
import { trackingStep } from './steps/trackingStep'
import { openOrder } from './writing/openOrder'
import { resultOf, writeOrder } from './writing/writeOrder'

/** Writes the given tracking fields of an invoice that exists, and no others (design §2.3). */
export async function updatePartialInvoice(
  ports: Ports,
  orderId: string,
  invoiceNumber: string,
  command: TrackingCommand,
  accept: Accepted
): Promise<WriteResult> {
  const call = { orderId, startedAt: ports.clock.now() }
  return resultOf(
    await writeOrder(ports, {
      ...call,
      open: (held, claim) => openOrder(held, call, claim, { only: invoiceNumber }),
      steps: [trackingStep(call, invoiceNumber, { command, accept, target: named(invoiceNumber) })],
    })
  )
}
