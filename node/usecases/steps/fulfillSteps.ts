import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import { givenText } from '../../domain/problem/texts'
import { onlyTracked } from '../../domain/tracking/trackedPackage'
import type { Accepted, FulfillCommand, InvoiceCommand } from '../commands'
import { readDocument, type CommandDocument } from '../invoiceQuestion'
import { standingIntents } from '../../domain/journal/intents'
import type { Ports } from '../ports'
import type { GivingUp } from '../writing/giveUpWithoutTrace'
import type { Call, Step } from '../writing/step'
import { invoiceStep } from './invoiceStep'
import { statusStep } from './statusStep'
import { named, type TargetOf } from './trackedTarget'
import { trackingStep } from './trackingStep'

/** What is asked for, in the order in which it is taken. Empty where nothing is. */
export function fulfillSteps(
  ports: Ports,
  call: Call,
  command: FulfillCommand,
  accept: Accepted
): readonly Step[] {
  const { invoice, tracking, status } = command
  const read = invoice && readDocument(invoice)
  const told = givenText(command.invoiceNumber)
  const target = targetOf(ports, command)
  const carries = invoice && read && isForItself(told, invoice, read) ? tracking : null
  const steps: Step[] = []
  if (invoice && read)
    steps.push(invoiceStep(call, { read, accept, carries, command: invoice, replaceVersion: null }))
  if (tracking) {
    const step = trackingStep(call, told, { target, accept, command: tracking })
    steps.push(carries ? carried(step) : step)
  }
  if (status) steps.push(statusStep(call, told, { target, accept, command: status }))
  return steps
}

/** Which intents may be given up when the order is opened: as the single calls do it. */
export function givingUpFor(
  { invoice, invoiceNumber }: FulfillCommand,
  accept: Accepted
): GivingUp {
  if (invoice) return { mayDeclareLost: accept.includes('INVOICE_NOT_SHOWN') }
  return { only: givenText(invoiceNumber) ?? undefined }
}

function targetOf(ports: Ports, { invoiceNumber, invoice }: FulfillCommand): TargetOf {
  const given = givenText(invoiceNumber)
  if (given !== null) return named(given)
  return ({ order, journal }, before) => {
    // As the invoice was registered: the document may stand under another number.
    const registered = invoice && before?.invoiceNumber
    return registered
      ? { invoiceNumber: registered }
      : onlyTracked(order, standingIntents(journal, order, ports.clock.now()))
  }
}

/** True where the tracking is for the invoice beside it. A return is not tracked. */
function isForItself(
  given: string | null,
  { type, invoiceNumber }: InvoiceCommand,
  { document }: CommandDocument
): boolean {
  const own = givenText(invoiceNumber) ?? document?.number ?? null
  return type === 'OUTPUT' && (given === null || (own !== null && isSameInvoiceNumber(given, own)))
}

/** Tracking that went inside the invoice of this very call: as that ended, and told with it. */
function carried(step: Step): Step {
  return {
    ...step,
    judge: async (ports, opened, before) => {
      const judged = await step.judge(ports, opened, before)
      // What this call did not send it did not carry; and where OMS did not keep the tracking, it goes by itself.
      if (before?.entryId === undefined || !('ended' in judged)) return judged
      const { outcome } = judged.ended
      if (outcome !== 'ALREADY_APPLIED' && outcome !== 'ACCEPTED') return judged
      const { receipt } = before
      return { ended: { ...judged.ended, receipt, outcome: before.outcome, isToldBefore: true } }
    },
  }
}
