import type { JournalEvent } from '../../domain/journal/event'
import { isFault } from '../../domain/problem/fault'
import { shownText } from '../../domain/values/shownText'
import type { Settings } from '../../domain/values/settings'
import { enter } from '../journalEntries'
import { NOTE_WAIT_MS } from '../limits'
import type { ActivityEntry, Journal, Ports } from '../ports'
import { nowOf, type Attempt, type Flow, type StepEnd } from './step'

/**
 * Writes the activity of these steps with whatever they still have to write, in one save. A journal that fails costs that,
 * not the answer, and the entries are told beside it. Null where it failed, or there was nothing to write: an order that is none gets no journal.
 */
export async function recordEnds(ports: Ports, ends: readonly StepEnd[]): Promise<Journal | null> {
  const told = ends.filter(({ attempt }) => isTold(attempt))
  if (told.length === 0) return null
  const { orderId } = told[0].flow
  const entries = told.map(({ flow, attempt }): ActivityEntry => ({
    id: attempt.entryId ?? ports.newId(),
    at: nowOf(ports),
    actor: ports.caller.actor,
    operation: flow.operation,
    invoiceNumber: toldNumber(flow, attempt),
    ...(flow.type && { type: flow.type }),
    outcome: attempt.outcome,
    receipt: attempt.receipt?.receipt ?? null,
    summary: summaryOf(attempt),
  }))
  const events = told.flatMap(({ attempt }, index): readonly JournalEvent[] => [
    ...(attempt.events ?? []),
    { happened: 'TOLD', entry: entries[index] },
  ])
  try {
    return await enter(ports, orderId, events)
  } catch (error) {
    if (!isFault(error)) throw error
    for (const { flow, attempt } of told)
      ports.log.error({
        flow: flow.name,
        orderId,
        outcome: attempt.outcome,
        detail: error.message,
      })
    await tellBeside(ports, orderId, entries)
    return null
  }
}

/** An order whose journal may not be created yet, because a dead caller's creation may still land, has no other place. */
async function tellBeside(
  ports: Ports,
  orderId: string,
  entries: readonly ActivityEntry[]
): Promise<void> {
  try {
    await Promise.all(entries.map((entry) => ports.journals.tellBeside(orderId, entry)))
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.error({ flow: 'Activity', orderId, detail: error.message })
  }
}

export function isNotFound({ problems }: Attempt): boolean {
  return (problems ?? []).some(({ code }) => code === 'ORDER_NOT_FOUND')
}

function isTold(attempt: Attempt): boolean {
  return !attempt.isToldBefore && !isNotFound(attempt)
}

function summaryOf({ summary, problems }: Attempt): string {
  const codes = (problems ?? []).map(({ code }) => code).join(', ')
  return [summary, codes].filter(Boolean).join('; ') || 'nothing to send: OMS holds it already'
}

/** A line on the order's own timeline, where the store wants it. It never fails the call and never holds it long. */
export async function noteEnd(
  ports: Ports,
  { flow, attempt }: StepEnd,
  settings: Settings
): Promise<void> {
  const isChange = attempt.outcome === 'APPLIED' || attempt.outcome === 'ACCEPTED'
  if (!settings.noteOnOrder || !isChange || attempt.isToldBefore) return
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

export function logEnd(ports: Ports, { flow, attempt }: StepEnd): void {
  if (attempt.isToldBefore) return
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

/** The number for reading: a refused one may be a text of any length. */
function toldNumber(flow: Flow, attempt: Attempt): string | null {
  const invoiceNumber = attempt.invoiceNumber ?? flow.invoiceNumber
  return invoiceNumber === null ? null : shownText(invoiceNumber)
}
