import assert from 'node:assert/strict'
import type { Fulfilled, Outcome, Write } from '../harness/contract'
import { GraphqlRefusal } from '../harness/graphql'
import type { TestStand } from '../harness/stand'

export interface Answer {
  readonly operation: string
  readonly invoiceNumber: string | null
  /** NONE: the call broke off, or the service could not answer at all. */
  readonly outcome: Outcome | 'NONE'
  readonly codes: readonly string[]
  /** True where another answer of the same call is told in its stead: tracking that travelled inside the invoice, a row that ran more than once. */
  readonly isToldWithAnother?: boolean
}

/** What is known of one invoice from the answers to the calls about it. */
export interface Known {
  /** Some call was told that OMS has it. */
  isThere: boolean
  /** A call about it had no clear answer. */
  isDoubtful: boolean
  replaced: number
  isTracked: boolean
  /** The last one that was done, and those after it that had no clear answer. */
  trackingNumbers: Set<string>
  events: Set<string>
  maybeEvents: Set<string>
}

/** What a run remembers: answers, and what follows from them. */
export class Memory {
  readonly answers: Answer[] = []
  /** How many batches were made. */
  batches = 0
  private readonly invoices = new Map<string, Known>()

  constructor(
    readonly orderId: string,
    /** Codes that the callers of this run accept. */
    readonly accepted: readonly string[]
  ) {}

  of(invoiceNumber: string): Known {
    const known = this.invoices.get(invoiceNumber) ?? {
      isThere: false,
      isDoubtful: false,
      replaced: 0,
      isTracked: false,
      trackingNumbers: new Set<string>(),
      events: new Set<string>(),
      maybeEvents: new Set<string>(),
    }
    this.invoices.set(invoiceNumber, known)
    return known
  }

  get numbers(): string[] {
    return [...this.invoices.keys()]
  }
}

export const isDone = (outcome: Answer['outcome']): boolean =>
  ['APPLIED', 'ACCEPTED', 'ALREADY_APPLIED'].includes(outcome)

const STEP_MS = 3_000
const PATIENCE_MS = 400
const EVERY_MS = 100
const LIMIT_MS = 30_000

/** Waits for a call, and where it waits itself, lets the stand's time run faster. */
export async function inShort<T>(stand: TestStand, call: Promise<T>): Promise<T> {
  let ended = false
  const settled = call.finally(() => (ended = true))
  settled.catch(() => undefined)
  const began = performance.now()
  await Promise.race([settled.catch(() => undefined), pause(PATIENCE_MS)])
  while (!ended) {
    assert.ok(performance.now() - began < LIMIT_MS, `a call took longer than ${LIMIT_MS} ms`)
    await stand.pass(STEP_MS)
    await Promise.race([settled.catch(() => undefined), pause(EVERY_MS)])
  }
  return settled
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))

type Heard = Pick<Write, 'outcome' | 'problems'>

/** Sends one mutation and remembers its answer. */
export async function attempt(
  stand: TestStand,
  memory: Memory,
  operation: string,
  invoiceNumber: string | null,
  send: () => Promise<Write>
): Promise<Answer> {
  const heard = await hear(stand, operation, send)
  return remember(memory, answerOf(operation, invoiceNumber, heard))
}

/** Sends all that is asked of one invoice in one call, and remembers the answer of each step that came to its turn. */
export async function attemptAll(
  stand: TestStand,
  memory: Memory,
  operations: readonly string[],
  invoiceNumber: string,
  send: () => Promise<Fulfilled>
): Promise<readonly Answer[]> {
  const heard = await hear(stand, 'fulfill', send)
  // Of a call that broke off nobody knows how far it came.
  if (typeof heard === 'string')
    return operations.map((one) => remember(memory, answerOf(one, invoiceNumber, heard)))
  const { outcome, steps, problems } = heard
  const worst = WORST_FIRST.find((one) => steps.some((step) => step.outcome === one))
  assert.equal(outcome, worst, 'the outcome is the worst of the steps')
  assert.deepEqual(
    problems,
    steps.flatMap((step) => step.problems)
  )
  assert.deepEqual(
    steps.map(({ operation }) => operation),
    operations.slice(0, steps.length)
  )
  const stopped = steps.findIndex((step) => !isDone(step.outcome))
  assert.equal(stopped < 0 ? operations.length : stopped + 1, steps.length, 'a step that stops')
  const isInvoiceSent = ['APPLIED', 'ACCEPTED'].includes(steps[0]!.outcome)
  return steps.map((step) => {
    const answer = answerOf(step.operation, invoiceNumber, step)
    const isToldWithAnother = isInvoiceSent && step.operation === 'UPDATE_PARTIAL_INVOICE'
    return remember(memory, { ...answer, isToldWithAnother })
  })
}

const WORST_FIRST: readonly Outcome[] = [
  'UNKNOWN',
  'FAILED',
  'REFUSED',
  'ACCEPTED',
  'APPLIED',
  'ALREADY_APPLIED',
]

/** What the service answered; the code where it did not. */
async function hear<T extends Heard>(
  stand: TestStand,
  operation: string,
  send: () => Promise<T>
): Promise<T | string> {
  try {
    return await inShort(stand, send())
  } catch (error) {
    if (!(error instanceof GraphqlRefusal)) throw error
    assert.notEqual(error.code, 'INTERNAL', `${operation} failed inside: ${error.message}`)
    return error.code ?? String(error.status)
  }
}

function answerOf(operation: string, invoiceNumber: string | null, heard: Heard | string): Answer {
  if (typeof heard === 'string')
    return { operation, invoiceNumber, outcome: 'NONE', codes: [heard] }
  const codes = heard.problems.map(({ code }) => code)
  return { operation, invoiceNumber, codes, outcome: heard.outcome }
}

/** Takes an answer into the memory, with what it says of its invoice. */
export function remember(memory: Memory, answer: Answer): Answer {
  const { operation, invoiceNumber } = answer
  memory.answers.push(answer)
  if (invoiceNumber !== null && operation === 'NOTIFY_INVOICE') {
    const known = memory.of(invoiceNumber)
    if (isDone(answer.outcome)) known.isThere = true
    if (['UNKNOWN', 'NONE'].includes(answer.outcome)) known.isDoubtful = true
  }
  return answer
}
