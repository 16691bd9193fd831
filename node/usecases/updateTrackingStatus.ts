import type { Accepted, TrackingStatusCommand, WriteResult } from './commands'
import type { Ports } from './ports'
import { statusStep } from './steps/statusStep'
import { named } from './steps/trackedTarget'
import { openOrder } from './writing/openOrder'
import { resultOf, writeOrder } from './writing/writeOrder'

/** Adds the events that are not recorded yet, and the delivery (design §2.4). */
export async function updateTrackingStatus(
  ports: Ports,
  orderId: string,
  invoiceNumber: string,
  command: TrackingStatusCommand,
  accept: Accepted
): Promise<WriteResult> {
  const call = { orderId, startedAt: ports.clock.now() }
  return resultOf(
    await writeOrder(ports, {
      ...call,
      open: (held, claim) => openOrder(held, call, claim, { only: invoiceNumber }),
      steps: [statusStep(call, invoiceNumber, { command, accept, target: named(invoiceNumber) })],
    })
  )
}
