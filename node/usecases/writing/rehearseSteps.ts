import { mayBeOrderId } from '../../domain/order/orderId'
import { isFault } from '../../domain/problem/fault'
import { faultProblem } from '../../domain/problem/faultProblem'
import type { RehearsedOutcome } from '../commands'
import type { Outcome, Ports } from '../ports'
import {
  orderNotFound,
  refuse,
  type Attempt,
  type OpenedOrder,
  type Step,
  type StepEnd,
} from './step'

export interface RehearsedEnd extends StepEnd {
  readonly rehearsed: RehearsedOutcome
}

/**
 * Judges steps as writeOrder takes them, each on the order as the ones before it would leave it once OMS has applied
 * them, and sends none. Expected failures are in the result; only mistakes of ours are thrown.
 */
export async function rehearseSteps(
  ports: Ports,
  orderId: string,
  look: () => Promise<OpenedOrder | null>,
  steps: readonly Step[]
): Promise<readonly RehearsedEnd[]> {
  const [{ flow }] = steps
  const ends: RehearsedEnd[] = []
  try {
    const looked = mayBeOrderId(orderId) ? await lookBeside(ports, look, steps) : null
    if (looked === null) return [ended({ flow, attempt: orderNotFound(orderId) })]
    await judgeInTurn(ports, looked, steps, ends)
  } catch (error) {
    if (!isFault(error)) throw error
    const attempt = refuse(null, faultProblem(error, 'OMSViewer'))
    ends.push(ended({ flow: steps[ends.length].flow, attempt }))
  }
  return ends
}

async function lookBeside(
  ports: Ports,
  look: () => Promise<OpenedOrder | null>,
  steps: readonly Step[]
): Promise<OpenedOrder | null> {
  const [opened] = await Promise.all([look(), ...steps.map(({ prepare }) => prepare?.(ports))])
  return opened
}

async function judgeInTurn(
  ports: Ports,
  looked: OpenedOrder,
  steps: readonly Step[],
  ends: RehearsedEnd[]
): Promise<void> {
  let opened = looked
  let before: Attempt | null = null
  for (const step of steps) {
    const { flow } = step
    const judged = await step.judge(ports, opened, before)
    if ('ended' in judged) {
      const end = ended({ flow, attempt: judged.ended })
      ends.push(end)
      if (end.rehearsed === 'REFUSED') return
      before = judged.ended
      continue
    }
    const left = judged.leaves?.()
    before = {
      outcome: 'APPLIED',
      order: left?.order ?? opened.order,
      invoiceNumber: judged.invoiceNumber,
      entryId: 'of a rehearsal',
    }
    ends.push({ flow, attempt: before, rehearsed: 'READY' })
    opened = left ?? opened
  }
}

function ended(end: StepEnd): RehearsedEnd {
  const { outcome, isToldBefore } = end.attempt
  // It would go out inside the step before it.
  return { ...end, rehearsed: isToldBefore ? 'READY' : REHEARSED[outcome] }
}

/** Of what ends without a send: what waits for an answer takes nothing now. */
const REHEARSED: Readonly<Record<Outcome, RehearsedOutcome>> = {
  ALREADY_APPLIED: 'ALREADY_APPLIED',
  APPLIED: 'ALREADY_APPLIED',
  ACCEPTED: 'ALREADY_APPLIED',
  REFUSED: 'REFUSED',
  FAILED: 'REFUSED',
  UNKNOWN: 'REFUSED',
}
