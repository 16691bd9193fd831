import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { faultProblem } from '../../domain/problem/faultProblem'
import { isFault } from '../../domain/problem/fault'
import { mayBeOrderId } from '../../domain/order/orderId'
import type { Package } from '../../domain/order/order'
import { assembleView } from '../reading/assembleView'
import type { OrderView, WriteResult } from '../commands'
import { packageOf } from '../../domain/package/packageOf'
import {
  journalForShowing,
  parcelsForShowing,
  readRights,
  readSettings,
} from '../reading/liveReads'
import { Follower } from '../following/follower'
import { CLAIM_WAIT_MS, LEFT_FOR_SEND_MS, MOST_DECISIONS } from '../limits'
import { noteNumbers } from '../reading/noteNumbers'
import type { HeldClaim, Journal, Ports } from '../ports'
import { OwnJournal } from './ownJournal'
import {
  DECIDE_AGAIN,
  inProgress,
  nowOf,
  orderNotFound,
  refuse,
  stopsOthers,
  type Attempt,
  type Call,
  type Flow,
  type OpenedOrder,
  type Step,
  type StepEnd,
} from './step'
import { isNotFound, logEnd, noteEnd, recordEnds } from './telling'

/** What one call writes on an order: its steps in turn, under one claim. */
export interface WriteCall extends Call {
  /** Reads the order once it is held, and again where somebody has written meanwhile. Null: OMS knows no such order. */
  readonly open: (ports: Ports, claim: HeldClaim) => Promise<OpenedOrder | null>
  /** At least one. One that is refused, failed or unknown stops those after it. */
  readonly steps: readonly Step[]
}

export interface Written {
  /** Of the steps that came to their turn. */
  readonly ends: readonly StepEnd[]
  readonly view: OrderView | null
  /** That of the last step. */
  readonly invoice: Package | null
}

/** How far the steps have come; what is not recorded goes into the journal with the next save. */
interface Progress {
  readonly ends: StepEnd[]
  unrecorded: StepEnd[]
  isOver: boolean
}

/**
 * Claims the order, reads it, takes the steps one after the other on what each leaves, follows up on the last one after
 * the release, records the activity, and answers with the order as it then is. Expected failures are in the result; only
 * mistakes of ours are thrown.
 */
export async function writeOrder(outer: Ports, call: WriteCall): Promise<Written> {
  // What a view needs besides the order is read beside the write, not after it.
  const parts = Promise.all([
    readSettings(outer),
    readRights(outer),
    parcelsForShowing(outer, call.orderId),
  ])
  // A failure is met where the parts are awaited, not before.
  parts.catch(() => undefined)

  const journals = new OwnJournal(outer.journals)
  const ports: Ports = { ...outer, journals }
  const progress: Progress = { ends: [], unrecorded: [], isOver: false }
  const follower = new Follower(ports, call.orderId)
  await underClaim(ports, journals, call, progress, follower)
  const ends = await followedLast(progress)
  const { attempt } = ends[ends.length - 1]
  const recorded = await recordEnds(ports, progress.unrecorded)
  const journal = recorded ?? (await journalBeside(ports, call, attempt))
  const [settings, rights, parcels] = await parts
  await Promise.all(ends.map((end) => noteEnd(ports, end, settings)))
  ports.rows?.drop(call.orderId)
  const { order } = attempt
  if (order) noteNumbers(ports, order)
  follower.leave(order, journal)
  for (const end of ends) logEnd(ports, end)
  const nowMs = ports.clock.now()
  const changes = lastGiven(ends, (one) => one.changes) ?? null
  const view = order && assembleView(order, { journal, parcels, settings, rights, changes, nowMs })
  // Whoever hears the answer finds the order where it then is.
  if (view) await ports.readModel?.written(view)
  return { ends, view, invoice: invoiceOf(ends) }
}

/** The result of a call of one step. */
export function resultOf({ ends, view, invoice }: Written): WriteResult {
  const { outcome, receipt, problems } = ends[0].attempt
  return { view, outcome, invoice, receipt: receipt ?? null, problems: problems ?? [] }
}

async function underClaim(
  ports: Ports,
  journals: OwnJournal,
  call: WriteCall,
  progress: Progress,
  follower: Follower
): Promise<void> {
  const refused = (attempt: Attempt): void => ended(progress, call.steps[0].flow, attempt)
  if (!mayBeOrderId(call.orderId)) return refused(orderNotFound(call.orderId))
  try {
    // Waiting longer than a write may begin would be for nothing.
    const leftMs = ports.answerBy - ports.clock.now() - LEFT_FOR_SEND_MS
    const waitMs = Math.max(0, Math.min(CLAIM_WAIT_MS, leftMs))
    const held = await ports.claims.hold(call.orderId, waitMs, (claim) =>
      inTheirTurn(ports, journals, call, follower.under(claim), progress, follower)
    )
    if (!held.held) refused(inProgress(null, held.since))
  } catch (error) {
    // What failed after the work was done is the release: the work stands.
    if (progress.isOver) return
    if (!isFault(error)) throw error
    refused(refuse(null, faultProblem(error, 'OMSViewer')))
  }
}

async function inTheirTurn(
  ports: Ports,
  journals: OwnJournal,
  call: WriteCall,
  claim: HeldClaim,
  progress: Progress,
  follower: Follower
): Promise<void> {
  let opened: OpenedOrder | undefined
  let before: Attempt | null = null
  for (const step of call.steps) {
    const taken: Taken = await take(ports, call, claim, step, opened, before, follower)
    const isLast = step === call.steps[call.steps.length - 1]
    const { follow } = taken.attempt
    const attempt: Attempt = follow && !isLast ? await follow() : taken.attempt
    ended(progress, step.flow, attempt)
    if (isLast || stopsOthers(attempt)) break
    before = attempt
    opened = taken.opened
    // Where nothing went out, what it was judged on stands.
    if (attempt.entryId === undefined) continue
    await recordEnds(ports, progress.unrecorded)
    progress.unrecorded = []
    const { order } = attempt
    const journal: Journal | null = journals.latest
    opened = order && journal ? { order, journal } : undefined
  }
  progress.isOver = true
}

interface Taken {
  readonly attempt: Attempt
  readonly opened?: OpenedOrder
}

/**
 * Judges one step and sends it. Whoever writes meanwhile writes little and holds no claim, so a second time is enough;
 * without end it must not go. A fault that the step itself did not answer came before anything was sent.
 */
async function take(
  ports: Ports,
  call: WriteCall,
  claim: HeldClaim,
  step: Step,
  from: OpenedOrder | undefined,
  before: Attempt | null,
  follower: Follower
): Promise<Taken> {
  const seen = before?.order ?? null
  let opened = from
  try {
    for (let decision = 1; decision <= MOST_DECISIONS; decision += 1) {
      const current: OpenedOrder | null = opened ?? (await openBeside(ports, call, claim))
      if (current === null) return { attempt: orderNotFound(call.orderId) }
      const judged = await step.judge(ports, current, before)
      if ('ended' in judged) {
        await judged.besides?.()
        return { attempt: judged.ended, opened: current }
      }
      follower.sees(current.order)
      const decided = await judged.send(claim)
      if (decided !== DECIDE_AGAIN) return { attempt: decided }
      opened = undefined
    }
    return { attempt: inProgress(seen, nowOf(ports)) }
  } catch (error) {
    if (!isFault(error)) throw error
    return { attempt: refuse(seen, faultProblem(error, 'OMSViewer')) }
  }
}

async function openBeside(
  ports: Ports,
  { open, steps }: WriteCall,
  claim: HeldClaim
): Promise<OpenedOrder | null> {
  const [opened] = await Promise.all([
    open(ports, claim),
    ...steps.map(({ prepare }) => prepare?.(ports)),
  ])
  return opened
}

function ended(progress: Progress, flow: Flow, attempt: Attempt): void {
  const end = { flow, attempt }
  progress.ends.push(end)
  progress.unrecorded.push(end)
}

/** Where the activity could not be written; an order that is none has no journal. */
async function journalBeside(ports: Ports, { orderId }: Call, attempt: Attempt): Promise<Journal> {
  if (isNotFound(attempt)) return EMPTY_JOURNAL
  return attempt.journal ?? (await journalForShowing(ports, orderId))
}

/** With how the last step really ended. */
async function followedLast({ ends, unrecorded }: Progress): Promise<readonly StepEnd[]> {
  const last = ends[ends.length - 1]
  if (!last.attempt.follow) return ends
  const end = { ...last, attempt: await last.attempt.follow() }
  ends[ends.length - 1] = end
  unrecorded[unrecorded.length - 1] = end
  return ends
}

/** As the order shows it; else as far as OMS has taken it. */
function invoiceOf(ends: readonly StepEnd[]): Package | null {
  const { attempt, flow } = ends[ends.length - 1]
  const invoiceNumber = attempt.invoiceNumber ?? flow.invoiceNumber
  const stored =
    attempt.order && invoiceNumber !== null ? packageOf(attempt.order, invoiceNumber) : null
  return stored ?? lastGiven(ends, (one) => one.invoice) ?? null
}

function lastGiven<T>(ends: readonly StepEnd[], of: (attempt: Attempt) => T): T | undefined {
  return ends
    .map(({ attempt }) => of(attempt))
    .filter((one) => one !== null && one !== undefined)
    .pop()
}
