import { faultProblem } from '../../domain/problem/faultProblem'
import { isFault } from '../../domain/problem/fault'
import { outcomeUnknown, type WrittenSend } from '../../domain/journal/waiting'
import { instantAt } from '../../domain/values/instant'
import { mayBeOrderId } from '../../domain/order/orderId'
import type { ChangeState, InvoiceType, Order, Package, Receipt } from '../../domain/order/order'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import type { Settings } from '../../domain/values/settings'
import { shownText } from '../../domain/values/shownText'
import { assembleView } from '../reading/assembleView'
import type { WriteResult } from '../commands'
import { addActivity, inTurn, packageOf } from '../journalEntries'
import { EMPTY_JOURNAL, journalForShowing, readRights, readSettings } from '../reading/liveReads'
import { CLAIM_WAIT_MS, LEFT_FOR_SEND_MS, MOST_DECISIONS, NOTE_WAIT_MS } from '../limits'
import { noteNumbers } from '../reading/noteNumbers'
import type { ActivityEntry, HeldClaim, Journal, Operation, Outcome, Ports } from '../ports'

/** What is being written, for claim, activity, note and log. */
export interface Flow {
  readonly operation: Operation
  /** VTEX's name of the flow in logs. */
  readonly name: string
  readonly orderId: string
  readonly invoiceNumber: string | null
  /** Of an invoice: a sale or a return. */
  readonly type?: InvoiceType
  /** When the call came in. */
  readonly startedAt: number
}

/** How a write ended, with what was seen on the way. */
export interface Attempt {
  readonly outcome: Outcome
  readonly receipt?: Receipt | null
  readonly problems?: readonly Problem[]
  /** The last order read; null where there is none to show. */
  readonly order: Order | null
  readonly journal?: Journal
  readonly changes?: ChangeState | null
  readonly invoiceNumber?: string | null
  /** The invoice as far as OMS does not show it. */
  readonly invoice?: Package | null
  readonly summary?: string
  /** Of the activity that was begun before the send, where anything went out. */
  readonly entryId?: string
  /** Goes into the journal together with the activity. */
  readonly change?: (journal: Journal) => Journal
  /** Runs after the claim is released and says how it really ended: reading back. */
  readonly follow?: () => Promise<Attempt>
}

/** What was decided stands on a journal that is not the newest any more: nothing was sent, decide again. */
export const DECIDE_AGAIN = 'DECIDE_AGAIN'
export type Decided = Attempt | typeof DECIDE_AGAIN

export function refuse(order: Order | null, ...problems: readonly Problem[]): Attempt {
  return { outcome: 'REFUSED', order, problems }
}

/** It went out, or somebody may send it along, and nobody can say what comes of it. */
export function unknownSince(
  send: WrittenSend,
  attempt: Omit<Attempt, 'outcome' | 'problems'>
): Attempt {
  return { ...attempt, problems: [outcomeUnknown(send)], outcome: 'UNKNOWN' }
}

export function orderNotFound(orderId: string): Attempt {
  return refuse(null, problem('ORDER_NOT_FOUND', { facts: { orderId } }))
}

/**
 * Runs one write on an order: claims it, does the work, follows up after the release, records the activity, and answers
 * with the order as it then is. Expected failures are in the result; only mistakes of ours are thrown.
 */
export async function writeOrder(
  ports: Ports,
  flow: Flow,
  work: (claim: HeldClaim) => Promise<Decided>
): Promise<WriteResult> {
  // What a view needs besides the order is read beside the write, not after it.
  const parts = Promise.all([readSettings(ports), readRights(ports)])
  // A failure is met where the parts are awaited, not before.
  parts.catch(() => undefined)

  const held = await claimed(ports, flow, work)
  const attempt = held.follow ? await held.follow() : held
  const journal = await record(ports, flow, attempt)
  const [settings, rights] = await parts
  await note(ports, flow, attempt, settings)
  ports.rows?.drop(flow.orderId)
  if (attempt.order) noteNumbers(ports, attempt.order)
  logAttempt(ports, flow, attempt)
  const view =
    attempt.order &&
    assembleView(attempt.order, {
      journal,
      settings,
      rights,
      changes: attempt.changes ?? null,
      nowMs: ports.clock.now(),
    })
  const invoiceNumber = attempt.invoiceNumber ?? flow.invoiceNumber
  const stored =
    attempt.order && invoiceNumber !== null ? packageOf(attempt.order, invoiceNumber) : null
  return {
    view,
    outcome: attempt.outcome,
    receipt: attempt.receipt ?? null,
    invoice: stored ?? attempt.invoice ?? null,
    problems: attempt.problems ?? [],
  }
}

async function claimed(
  ports: Ports,
  flow: Flow,
  work: (claim: HeldClaim) => Promise<Decided>
): Promise<Attempt> {
  if (!mayBeOrderId(flow.orderId)) return orderNotFound(flow.orderId)
  const done: { attempt: Attempt | null } = { attempt: null }
  try {
    // Waiting longer than a write may begin would be for nothing.
    const leftMs = ports.answerBy - ports.clock.now() - LEFT_FOR_SEND_MS
    const waitMs = Math.max(0, Math.min(CLAIM_WAIT_MS, leftMs))
    const held = await ports.claims.hold(flow.orderId, waitMs, async (claim) => {
      done.attempt = await attempted(() => untilDecided(ports, () => work(claim)))
      return done.attempt
    })
    if (held.held) return held.value
    return refuse(null, problem('IN_PROGRESS', { facts: { since: held.since } }))
  } catch (error) {
    // What failed after the work was done is the release: the work stands.
    if (done.attempt) return done.attempt
    if (!isFault(error)) throw error
    return refuse(null, faultProblem(error, 'OMSViewer'))
  }
}

/** Whoever writes meanwhile writes little and holds no claim, so a second time is enough; without end it must not go. */
async function untilDecided(ports: Ports, work: () => Promise<Decided>): Promise<Attempt> {
  for (let decision = 1; decision <= MOST_DECISIONS; decision += 1) {
    const decided = await work()
    if (decided !== DECIDE_AGAIN) return decided
  }
  const since = instantAt(ports.clock.now())
  return refuse(null, problem('IN_PROGRESS', { facts: { since } }))
}

/** A fault that the work itself did not answer came before anything was sent. */
async function attempted(work: () => Promise<Attempt>): Promise<Attempt> {
  try {
    return await work()
  } catch (error) {
    if (!isFault(error)) throw error
    return refuse(null, faultProblem(error, 'OMSViewer'))
  }
}

/** Writes the activity with whatever the flow still has to write. A journal that fails costs that, not the answer. */
async function record(ports: Ports, flow: Flow, attempt: Attempt): Promise<Journal> {
  const { orderId, operation, type } = flow
  const problems = attempt.problems ?? []
  // An order that is none gets no journal.
  if (problems.some(({ code }) => code === 'ORDER_NOT_FOUND')) return EMPTY_JOURNAL
  const entry: ActivityEntry = {
    operation,
    id: attempt.entryId ?? ports.newId(),
    at: instantAt(ports.clock.now()),
    actor: ports.caller.actor,
    invoiceNumber: toldNumber(flow, attempt),
    ...(type && { type }),
    outcome: attempt.outcome,
    receipt: attempt.receipt?.receipt ?? null,
    summary:
      [attempt.summary, problems.map(({ code }) => code).join(', ')].filter(Boolean).join('; ') ||
      'nothing to send: OMS holds it already',
  }
  try {
    const change = attempt.change ?? ((same: Journal) => same)
    return await ports.journals.update(orderId, inTurn(change, addActivity(entry)))
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.error({ flow: flow.name, orderId, outcome: attempt.outcome, detail: error.message })
    await tellBeside(ports, flow, entry)
    return attempt.journal ?? (await journalForShowing(ports, orderId))
  }
}

/** An order whose journal may not be created yet, because a dead caller's creation may still land, has no other place. */
async function tellBeside(ports: Ports, flow: Flow, entry: ActivityEntry): Promise<void> {
  try {
    await ports.journals.tellBeside(flow.orderId, entry)
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.error({ flow: flow.name, orderId: flow.orderId, detail: error.message })
  }
}

/** A line on the order's own timeline, where the store wants it. It never fails the call and never holds it long. */
async function note(ports: Ports, flow: Flow, attempt: Attempt, settings: Settings): Promise<void> {
  const isChange = attempt.outcome === 'APPLIED' || attempt.outcome === 'ACCEPTED'
  if (!settings.noteOnOrder || !isChange) return
  const { orderId, name } = flow
  const words = [
    name,
    attempt.invoiceNumber ?? flow.invoiceNumber,
    attempt.summary,
    `by ${ports.caller.actor}`,
  ]
  const sent = ports.orders
    .addInteraction(orderId, words.filter(Boolean).join(' · '))
    .catch((error: unknown) => {
      const detail = isFault(error) ? error.message : 'the note failed'
      ports.log.warn({ flow: name, orderId, detail })
    })
  await Promise.race([sent, ports.clock.sleep(NOTE_WAIT_MS)])
}

/** The number for reading: a refused one may be a text of any length. */
function toldNumber(flow: Flow, attempt: Attempt): string | null {
  const invoiceNumber = attempt.invoiceNumber ?? flow.invoiceNumber
  return invoiceNumber === null ? null : shownText(invoiceNumber)
}

function logAttempt(ports: Ports, flow: Flow, attempt: Attempt): void {
  const entry = {
    flow: flow.name,
    orderId: shownText(flow.orderId),
    invoiceNumber: toldNumber(flow, attempt),
    outcome: attempt.outcome,
    durationMs: ports.clock.now() - flow.startedAt,
    problems: (attempt.problems ?? []).map(({ code }) => code),
  }
  if (attempt.outcome === 'UNKNOWN' || attempt.outcome === 'FAILED') ports.log.warn(entry)
  else ports.log.info(entry)
}
