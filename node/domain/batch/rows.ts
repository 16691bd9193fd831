import type { Operation } from '../journal/journal'
import type { Receipt } from '../order/order'
import type { Problem, ProblemCode } from '../problem/problem'
import { problem } from '../problem/problems'
import type { Round, Work } from './batch'
import type { SliceEnd } from './lanes'
import { countsOf, UNSETTLED, type RowOutcome } from './outcomes'

export interface RowStep {
  readonly operation: Operation
  readonly outcome: RowOutcome
  readonly receipt: Receipt | null
  readonly problems: readonly Problem[]
}

/** How one row ended. */
export interface RowEnd {
  readonly outcome: RowOutcome
  readonly steps: readonly RowStep[]
  readonly invoiceNumber: string | null
  readonly problems: readonly Problem[]
}

export interface RowResult extends RowEnd {
  /** Number of the row in its batch, from 0. */
  readonly row: number
  /** In which pass. */
  readonly pass: number
  /** Nothing was sent. */
  readonly isRehearsed: boolean
  /** @unit epoch milliseconds */
  readonly finishedAt: number
}

/** Results of one slice: one file, written by the lane that has the slice in hand. */
export interface SliceResults {
  readonly results: readonly RowResult[]
  /** The row that is run alone right now, written down before it is touched; null where rows run side by side. */
  readonly at: number | null
  /** How often the service died while a row was run alone, by row. */
  readonly fallen: Readonly<Record<string, number>>
}

export const NO_RESULTS: SliceResults = { results: [], at: null, fallen: {} }

/** The service dies so often in one row before it is left out. */
const DEATHS_OF_POISON = 2

export function resultOf({ results }: SliceResults, row: number): RowResult | null {
  return results.find((one) => one.row === row) ?? null
}

/** Rows of a slice that this round has still to run. */
export function rowsToRun(
  rows: readonly number[],
  found: SliceResults,
  { number, outcomes }: Pick<Round, 'number' | 'outcomes'>
): readonly number[] {
  return rows.filter((row) => {
    const result = resultOf(found, row)
    if (result === null) return true
    return result.pass !== number && outcomes.includes(result.outcome)
  })
}

/**
 * Results as whoever takes the slice over begins with them: the row that its last holder died in is counted, and given up
 * when that was once too often.
 */
export function afterDeath(
  found: SliceResults,
  { deaths }: Pick<Work, 'deaths'>,
  { number, isRehearsal }: Pick<Round, 'number' | 'isRehearsal'>,
  now: number,
  mayBeSent: boolean
): SliceResults {
  const { at } = found
  if (at === null || deaths === 0) return { ...found, at: null }
  // It had ended, and who wrote that down died before it was told to be out of hand.
  if (resultOf(found, at)?.pass === number) return { ...found, at: null }
  const deathsHere = (found.fallen[String(at)] ?? 0) + 1
  const next = { ...found, fallen: { ...found.fallen, [at]: deathsHere }, at: null }
  return deathsHere < DEATHS_OF_POISON
    ? next
    : withResult(next, {
        ...poisoned(mayBeSent && !isRehearsal),
        row: at,
        pass: number,
        isRehearsed: isRehearsal,
        finishedAt: now,
      })
}

/** It may have been sent before the service died: then nobody knows. */
function poisoned(mayBeSent: boolean): RowEnd {
  return {
    outcome: mayBeSent ? 'UNKNOWN' : 'FAILED',
    steps: [],
    invoiceNumber: null,
    problems: [problem('BATCH_ROW_POISONED')],
  }
}

export function withPointer(found: SliceResults, at: number | null): SliceResults {
  return { ...found, at }
}

/** The results with one more, or with a newer one in its place. */
export function withResult(found: SliceResults, given: RowResult): SliceResults {
  const before = resultOf(found, given.row)
  const { row, pass, isRehearsed, finishedAt } = given
  // A rehearsal says what would be; only what was sent is joined.
  const merged =
    before && !before.isRehearsed
      ? { ...joined(before, given), row, pass, isRehearsed, finishedAt }
      : given
  const results = [...found.results.filter(({ row }) => row !== given.row), merged]
  return { ...found, results: results.sort((a, b) => a.row - b.row) }
}

const SENT: readonly RowOutcome[] = ['APPLIED', 'ACCEPTED', 'UNKNOWN']
/** OMS holds what the step wanted. */
const HELD: readonly RowOutcome[] = ['APPLIED', 'ALREADY_APPLIED']
/** Nothing of this run went out. */
const NOTHING_SENT: readonly RowOutcome[] = ['REFUSED', 'FAILED']
const WORST_FIRST: readonly RowOutcome[] = [
  'UNKNOWN',
  'FAILED',
  'REFUSED',
  'ACCEPTED',
  'READY',
  'APPLIED',
  'ALREADY_APPLIED',
]

/**
 * What two runs of one row come to, step by step. What the first one sent and the second one found in OMS is applied, by
 * us. Where the second one sent nothing, what the first one knew of OMS or left open stands: a refusal would deny it.
 */
export function joined(before: RowEnd, after: RowEnd): RowEnd {
  const invoiceNumber = after.invoiceNumber ?? before.invoiceNumber
  // A run that was given up says nothing of its steps.
  if (after.steps.length === 0) {
    if (hasSaid(before)) return before
    const outcome = worstOf([after.outcome, ...before.steps.map((step) => step.outcome)])
    return { ...after, outcome, invoiceNumber, steps: before.steps }
  }
  if (before.steps.length === 0) return before.outcome === 'UNKNOWN' ? afterUnknown(after) : after
  const operations = [...after.steps, ...before.steps].map(({ operation }) => operation)
  const steps = [...new Set(operations)].map((operation) =>
    joinedStep(
      before.steps.find((step) => step.operation === operation),
      after.steps.find((step) => step.operation === operation)
    )
  )
  return {
    steps,
    invoiceNumber,
    outcome: worstOf(steps.map(({ outcome }) => outcome)),
    problems: steps.flatMap(({ problems }) => problems),
  }
}

function hasSaid({ outcome }: RowEnd): boolean {
  return UNSETTLED.includes(outcome) || HELD.includes(outcome)
}

/** Any step may have gone out: one that the second run did not find in OMS may be on its way. */
function afterUnknown(after: RowEnd): RowEnd {
  const steps = after.steps.map((step) =>
    NOTHING_SENT.includes(step.outcome) ? { ...step, outcome: 'UNKNOWN' as const } : step
  )
  return { ...after, steps, outcome: worstOf(steps.map(({ outcome }) => outcome)) }
}

function joinedStep(before: RowStep | undefined, after: RowStep | undefined): RowStep {
  // A step that the second run did not come to is as the first one left it.
  if (!before || !after) return (after ?? before)!
  if (after.outcome === 'ALREADY_APPLIED' && SENT.includes(before.outcome))
    return { ...after, outcome: 'APPLIED', receipt: after.receipt ?? before.receipt }
  const isDenied = NOTHING_SENT.includes(after.outcome) && !NOTHING_SENT.includes(before.outcome)
  return isDenied ? before : after
}

function worstOf(outcomes: readonly RowOutcome[]): RowOutcome {
  return WORST_FIRST.find((one) => outcomes.includes(one))!
}

/** What passes by itself: nothing was sent, and the same call later may go through. */
const PASSING: readonly ProblemCode[] = ['RATE_LIMITED', 'OMS_UNAVAILABLE', 'IN_PROGRESS']

/** Whether a row is worth another try at once. */
export function isPassing({ outcome, problems }: RowEnd): boolean {
  return NOTHING_SENT.includes(outcome) && problems.some(({ code }) => PASSING.includes(code))
}

/** What the batch counts when the slice is done. */
export function sliceEnd(slice: number, { results }: SliceResults, pass: number): SliceEnd {
  const told = results.map(({ outcome }) => outcome)
  return {
    slice,
    counts: countsOf(results.filter((one) => one.pass === pass).map(({ outcome }) => outcome)),
    unsettled: countsOf(told.filter((outcome) => UNSETTLED.includes(outcome))),
  }
}
