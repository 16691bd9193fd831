import { problem, under } from '../domain/problem/problems'
import { givenText } from '../domain/problem/texts'
import type { Problem } from '../domain/problem/problem'
import type {
  Accepted,
  FulfillCommand,
  FulfillResult,
  FulfillStepResult,
  Rehearsal,
  RehearsedOutcome,
} from './commands'
import type { Outcome, Ports } from './ports'
import { fulfillSteps, givingUpFor } from './steps/fulfillSteps'
import { lookAtOrder, openOrder } from './writing/openOrder'
import { rehearseSteps } from './writing/rehearseSteps'
import type { StepEnd } from './writing/step'
import { writeOrder } from './writing/writeOrder'

/**
 * Brings one order to where the caller says that it should be, and sends only what is missing: the invoice, its tracking,
 * its events and its delivery, in this order, under one claim and on one fresh read. A step that is refused, failed or
 * unknown stops those after it. Tracking that is for the invoice beside it travels inside that, where it is new.
 */
export async function fulfill(
  ports: Ports,
  orderId: string,
  command: FulfillCommand,
  accept: Accepted
): Promise<FulfillResult> {
  const call = { orderId, startedAt: ports.clock.now() }
  const steps = fulfillSteps(ports, call, command, accept)
  if (steps.length === 0) return { ...empty(), view: null, invoice: null }
  const what = givingUpFor(command, accept)
  const { ends, view, invoice } = await writeOrder(ports, {
    ...call,
    steps,
    open: (held, claim) => openOrder(held, call, claim, what),
  })
  return { ...told(command, ends, ({ attempt }) => attempt.outcome, WORST_FIRST), view, invoice }
}

/**
 * What `fulfill` would do with it now, judged by the same rules on the live order. Nothing is sent, claimed or written
 * down, anywhere; between a rehearsal and the call the order may change.
 */
export async function rehearseFulfill(
  ports: Ports,
  orderId: string,
  command: FulfillCommand,
  accept: Accepted
): Promise<Rehearsal> {
  const call = { orderId, startedAt: ports.clock.now() }
  const steps = fulfillSteps(ports, call, command, accept)
  if (steps.length === 0) return empty()
  const what = givingUpFor(command, accept)
  const ends = await rehearseSteps(ports, orderId, () => lookAtOrder(ports, call, what), steps)
  return told(command, ends, ({ rehearsed }) => rehearsed, WORST_REHEARSED_FIRST)
}

const WORST_FIRST: readonly Outcome[] = [
  'UNKNOWN',
  'FAILED',
  'REFUSED',
  'ACCEPTED',
  'APPLIED',
  'ALREADY_APPLIED',
]
const WORST_REHEARSED_FIRST: readonly RehearsedOutcome[] = ['REFUSED', 'READY', 'ALREADY_APPLIED']

function empty(): Rehearsal<'REFUSED'> {
  const problems = [problem('FULFILL_EMPTY', { field: ['fulfill'] })]
  return { outcome: 'REFUSED', steps: [], invoiceNumber: null, problems }
}

function told<O, E extends StepEnd>(
  command: FulfillCommand,
  ends: readonly E[],
  outcomeOf: (end: E) => O,
  worstFirst: readonly O[]
): Rehearsal<O> {
  const steps = ends.map((end): FulfillStepResult<O> => {
    const { flow, attempt } = end
    return {
      operation: flow.operation,
      outcome: outcomeOf(end),
      receipt: attempt.receipt ?? null,
      problems: (attempt.problems ?? []).map((found) => inArguments(command, found)),
    }
  })
  const { flow, attempt } = ends[ends.length - 1]
  return {
    steps,
    outcome: worstFirst.find((one) => steps.some(({ outcome }) => outcome === one))!,
    invoiceNumber: attempt.invoiceNumber ?? flow.invoiceNumber,
    problems: steps.flatMap(({ problems }) => problems),
  }
}

/** With its field as the caller of `fulfill` wrote it: the rules name those of the single mutations. */
function inArguments({ invoiceNumber, invoice }: FulfillCommand, found: Problem): Problem {
  const [first] = found.field
  if (first === undefined) return found
  // What was to be tracked got its number from the invoice beside it.
  const isOfInvoice = first === 'invoiceNumber' && givenText(invoiceNumber) === null && invoice
  return under(isOfInvoice ? ['fulfill', 'invoice'] : ['fulfill'], found)
}
