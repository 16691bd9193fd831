import type { Problem } from '../../../shared/order/orderTypes'
import { toSettle } from '../../../shared/order/useWrite'
import { openProblems } from '../../../shared/problems/acceptance'
import { isUnanswered } from '../../../shared/sending/unanswered'
import { takenNumber } from '../invoiceProblems'
import type { Phase } from './formState'
import type { Known } from './judgement'

/** What one press of the send button finds. */
export interface PressFacts {
  phase: Phase['name']
  /** A send is in the air, or nobody knows yet how it ended. */
  isLocked: boolean
  /** A file is being read: what goes out without it is not what was meant. */
  isReading: boolean
  known: Known
  problems: readonly Problem[]
  /** What only the panel knows of what stands against it: no check says it. */
  own?: readonly Problem[]
  ticks: ReadonlySet<string>
  /** An invoice that left no trace is entered again: that it has no answer is known. */
  isAgain: boolean
  /** A dialog asks before it goes out, as for a return. */
  asksFirst: boolean
}

export type Press =
  | { kind: 'WAIT'; for: 'SEND' | 'PRESS' | 'FILE' }
  /** Asks what stands against it now; `isAnew` also where that was asked already. */
  | { kind: 'CHECK'; isAnew: boolean }
  /** The number is registered: the stored invoice beside the form's. */
  | { kind: 'COMPARE'; taken: Problem }
  /** To the first of the points that are open. */
  | { kind: 'POINT'; count: number }
  | { kind: 'CONFIRM'; problems: readonly Problem[] }
  | { kind: 'SEND'; problems: readonly Problem[] }

/** What follows from what stands against the form, once that is known. */
export function settle(
  problems: readonly Problem[],
  { ticks, asksFirst }: Pick<PressFacts, 'ticks' | 'asksFirst'>
): Press {
  const taken = takenNumber(problems)

  if (taken) return { kind: 'COMPARE', taken }
  const { length } = openProblems(problems, ticks)

  if (length > 0) return { kind: 'POINT', count: length }

  return { kind: asksFirst ? 'CONFIRM' : 'SEND', problems }
}

/**
 * One press of the send button. What is ticked is only said yes to while the same facts stand, and so is a dialog's
 * question: what was not checked is checked first. Without either the service's own check suffices.
 */
export function press(facts: PressFacts): Press {
  const { phase, isLocked, isReading, known, problems, ticks, isAgain, asksFirst } = facts

  if (isLocked) return { kind: 'WAIT', for: 'SEND' }
  if (phase === 'deciding' || phase === 'confirming') return { kind: 'WAIT', for: 'PRESS' }
  if (isReading) return { kind: 'WAIT', for: 'FILE' }
  if (known === 'UNCHECKED') {
    if (!isAgain && problems.some(isUnanswered)) return { kind: 'CHECK', isAnew: true }

    return ticks.size > 0 || asksFirst
      ? { kind: 'CHECK', isAnew: false }
      : settle(facts.own ?? [], facts)
  }
  // What an answer said of no field may have passed by now: this press asks again.
  const standing = known === 'ANSWERED' ? toSettle(problems) : problems

  if (!isAgain && standing.some(isUnanswered)) return { kind: 'CHECK', isAnew: true }

  return settle(standing, facts)
}
