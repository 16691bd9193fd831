import { markOf, toTell, type InvoiceParcels } from '../../domain/carriers/orderParcels'
import { parcelsOf, whatToTell } from '../../domain/carriers/whatToTell'
import { standingIntents } from '../../domain/journal/intents'
import type { Package } from '../../domain/order/order'
import type { Problem, ProblemCode } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import { findTracked } from '../../domain/tracking/trackedPackage'
import type { Ports } from '../ports'
import { statusStep } from '../steps/statusStep'
import { trackingStep } from '../steps/trackingStep'
import { named, underWayTo } from '../steps/trackedTarget'
import { openOrder } from '../writing/openOrder'
import { refuse, type Call, type Judged, type OpenedOrder, type Step } from '../writing/step'
import { writeOrder } from '../writing/writeOrder'

/**
 * DONE: OMS has it all, from us or from others. LATER: it is worth another try. NOWHERE: the order has no such invoice,
 * or one that cannot take it yet. REFUSED, FAILED: a person has to look.
 */
export interface InvoiceEnd {
  readonly end: 'DONE' | 'LATER' | 'NOWHERE' | 'REFUSED' | 'FAILED'
  readonly problem: Problem | null
  /** LATER: not before this. @unit epoch milliseconds */
  readonly notBefore?: number
  /** What became of events, by their marks. */
  readonly tellings: ReadonlyMap<string, 'SENT' | 'OTHERS'>
  /** OMS holds the delivery, or has taken it. */
  readonly isDelivered: boolean
}

const NO_TELLINGS: InvoiceEnd['tellings'] = new Map()
const NOTHING_TOLD = { problem: null, tellings: NO_TELLINGS, isDelivered: false }
export const DONE: InvoiceEnd = { ...NOTHING_TOLD, end: 'DONE' }
export const LATER: InvoiceEnd = { ...NOTHING_TOLD, end: 'LATER' }

/** What passes by itself, or is for nobody to mend. */
const PASSING: readonly ProblemCode[] = [
  'IN_PROGRESS',
  'RATE_LIMITED',
  'OMS_UNAVAILABLE',
  'OMS_OUTCOME_UNKNOWN',
]
/** What another look at the order, once it has been changed, may mend. */
const WAITING: readonly ProblemCode[] = [
  'ORDER_NOT_FOUND',
  'INVOICE_NOT_FOUND',
  'TRACKING_NUMBER_MISSING',
]

/**
 * Everything new of one invoice in one call to OMS, by the very flow that a person's update goes: claim, fresh read,
 * intent before the send, once. An invoice that bears no tracking number gets its parcel's first, where there is just one.
 */
export async function tellInvoice(
  ports: Ports,
  orderId: string,
  known: InvoiceParcels
): Promise<InvoiceEnd> {
  const { invoiceNumber } = known
  const call = { orderId, startedAt: ports.clock.now() }
  let tellings: InvoiceEnd['tellings'] = NO_TELLINGS
  let isDelivered = false
  const judge = async (inner: Ports, opened: OpenedOrder): Promise<Judged> => {
    const found = findInvoice(inner, opened, known)
    if ('problem' in found) return refused(opened, found.problem, invoiceNumber)
    const { stored } = found
    const underWay = underWayTo(stored, opened.journal.tracking)
    const telling = whatToTell(stored, underWay, known, inner.clock.now())
    tellings = new Map([
      ...telling.own.map((mark) => [mark, 'SENT'] as const),
      ...telling.others.map((mark) => [mark, 'OTHERS'] as const),
    ])
    isDelivered = telling.command.isDelivered
    const asked = { command: telling.command, accept: [], target: named(invoiceNumber) }
    return statusStep(call, invoiceNumber, asked).judge(inner, opened, null)
  }
  const { ends } = await writeOrder(ports, {
    ...call,
    open: (held, claim) => openOrder(held, call, claim, { only: invoiceNumber }),
    steps: [numberStep(call, known), { ...statusStepOf(call, invoiceNumber), judge }],
  })
  const { outcome, problems = [] } = ends[ends.length - 1].attempt
  const [first = null] = problems
  switch (outcome) {
    case 'APPLIED':
    case 'ACCEPTED':
    case 'ALREADY_APPLIED':
      return { end: 'DONE', problem: null, tellings, isDelivered }
    case 'UNKNOWN':
      return { ...LATER, notBefore: retryMoment(problems) }
    default:
      if (problems.some(({ code }) => PASSING.includes(code))) return LATER
      return {
        end: problems.some(({ code }) => WAITING.includes(code)) ? 'NOWHERE' : outcome,
        problem: first,
        tellings: NO_TELLINGS,
        isDelivered: false,
      }
  }
}

/** From when on the same call goes again; until then asking would only be told so. */
function retryMoment(problems: readonly Problem[]): number | undefined {
  const retryAt = problems.flatMap(({ facts }) => facts).find(({ name }) => name === 'retryAt')
  return retryAt && Date.parse(retryAt.value)
}

/** Marks of events that are dated ahead. */
export function aheadOf(known: InvoiceParcels, nowMs: number): ReadonlySet<string> {
  return new Set(toTell(known, nowMs).ahead.map(({ identity }) => markOf(identity)))
}

function findInvoice(
  { clock }: Ports,
  { order, journal }: OpenedOrder,
  known: InvoiceParcels
): { readonly stored: Package } | { readonly problem: Problem } {
  const { invoiceNumber } = known
  const found = findTracked(order, standingIntents(journal, order, clock.now()), invoiceNumber)
  if ('problem' in found || parcelsOf(found.stored, known).length > 0) return found
  const invoiceNumbers = order.packages.map((one) => one.invoiceNumber)
  return { problem: problem('INVOICE_NOT_FOUND', { facts: { invoiceNumbers } }) }
}

/** Writes the number that the carriers name onto an invoice that has none; nothing else, and nothing where one is there. */
function numberStep(call: Call, known: InvoiceParcels): Step {
  const { invoiceNumber } = known
  const stepFor = (trackingNumber: string): Step =>
    trackingStep(call, invoiceNumber, {
      accept: [],
      target: named(invoiceNumber),
      command: { trackingNumber, trackingUrl: null, courier: null, dispatchedDate: null },
    })
  return {
    ...stepFor(''),
    judge: async (ports, opened, before) => {
      const found = findInvoice(ports, opened, known)
      // What is wrong with the invoice is told by the step that it is about.
      const number = 'stored' in found ? numberFor(found.stored, known) : null
      if (number !== null) return stepFor(number).judge(ports, opened, before)
      const { order, journal } = opened
      return {
        ended: { outcome: 'ALREADY_APPLIED', order, journal, invoiceNumber, isToldBefore: true },
      }
    },
  }
}

/** Null where the invoice has a number, or the carriers name none, or several. */
function numberFor(stored: Package, known: InvoiceParcels): string | null {
  if (stored.trackingNumber) return null
  const numbers = parcelsOf(stored, known).flatMap(({ trackingNumber }) => trackingNumber ?? [])
  const [number, ...others] = new Set(numbers)
  return number !== undefined && others.length === 0 ? number : null
}

function statusStepOf(call: Call, invoiceNumber: string): Step {
  return statusStep(call, invoiceNumber, {
    accept: [],
    target: named(invoiceNumber),
    command: { isDelivered: false, deliveredDate: null, events: [] },
  })
}

function refused({ order, journal }: OpenedOrder, why: Problem, invoiceNumber: string): Judged {
  return { ended: { ...refuse(order, why), journal, invoiceNumber } }
}
