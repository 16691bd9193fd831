import { EMPTY_JOURNAL } from '../domain/journal/journal'
import { handlingProblem } from '../domain/standing/actions'
import { isFault } from '../domain/problem/fault'
import { faultProblem } from '../domain/problem/faultProblem'
import { begun } from '../domain/journal/activity'
import type { Order } from '../domain/order/order'
import { HANDLING_STATUSES } from '../domain/standing/stage'
import type { WriteResult } from './commands'
import { enter } from './journalEntries'
import { readOrder } from './reading/liveReads'
import type { HeldClaim, Ports } from './ports'
import { readBackDeadline, readUntilShown } from './writing/readBack'
import { sendOnce } from './writing/sending'
import {
  inProgress,
  nowOf,
  refuse,
  unknownSince,
  type Attempt,
  type Call,
  type Flow,
  type Step,
} from './writing/step'
import { resultOf, writeOrder } from './writing/writeOrder'

/** Where an order has been handled already, or has gone further. */
const HANDLED_STATUSES = [...HANDLING_STATUSES, 'invoice', 'invoiced']

/** Moves ready-for-handling to handling. OMS's 2xx was seen without effect, so reading decides (oms §2.8). */
export async function startHandling(ports: Ports, orderId: string): Promise<WriteResult> {
  const call = { orderId, startedAt: ports.clock.now() }
  return resultOf(
    await writeOrder(ports, {
      ...call,
      open: async (held) => {
        const order = await readOrder(held, orderId)
        return order && { order, journal: EMPTY_JOURNAL }
      },
      steps: [handlingStep(call)],
    })
  )
}

function handlingStep(call: Call): Step {
  const flow: Flow = {
    ...call,
    operation: 'START_HANDLING',
    name: 'StartHandling',
    invoiceNumber: null,
  }
  return {
    flow,
    judge: async (ports, { order }) => {
      if (isHandled(order)) return { ended: { outcome: 'ALREADY_APPLIED', order } }
      const found = handlingProblem(order)
      if (found) return { ended: refuse(order, found) }
      return {
        invoiceNumber: null,
        send: (claim) => sendHandling(ports, flow, order, claim),
        leaves: null,
      }
    },
  }
}

async function sendHandling(
  ports: Ports,
  { orderId, operation, invoiceNumber }: Flow,
  order: Order,
  claim: HeldClaim
): Promise<Attempt> {
  const sentAt = nowOf(ports)
  const summary = `${order.status} → handling`
  const entryId = ports.newId()
  const { actor } = ports.caller
  const entry = begun({ id: entryId, at: sentAt, actor, operation, invoiceNumber, summary })
  try {
    await enter(ports, orderId, [{ happened: 'TOLD', entry }])
  } catch (error) {
    if (!isFault(error)) throw error
    // It may be told all the same that it went out: how it ended is told of the same entry.
    return { ...refuse(order, faultProblem(error, 'WorkflowAction')), entryId }
  }
  if (!(await claim.confirm())) return { ...inProgress(order, sentAt), entryId }
  const sent = await sendOnce(ports, 'WorkflowAction', () => ports.orders.startHandling(orderId))
  if (sent.result === 'FAILED') {
    // Somebody else may have been first: then OMS refuses what is done already (oms §1.5 OMS003).
    const now = sent.fault.kind === 'rejected' ? await readAfterRefusal(ports, orderId) : null
    if (now && isHandled(now)) return { outcome: 'ALREADY_APPLIED', order: now, entryId }
    return { outcome: 'FAILED', order: now ?? order, problems: [sent.problem], summary, entryId }
  }
  const deadline = readBackDeadline(ports)
  const follow = async (): Promise<Attempt> => {
    const back = await readUntilShown(ports, orderId, deadline, isHandled)
    const common = { summary, entryId, order: back.order ?? order }
    if (back.isShown) return { ...common, outcome: 'APPLIED' }
    if (sent.result === 'TAKEN') return { ...common, outcome: 'ACCEPTED' }
    return unknownSince({ sentAt, endedAt: sent.endedAt }, common)
  }
  return { outcome: 'UNKNOWN', order, summary, entryId, follow }
}

/** Null where it cannot be read: OMS has answered, and a read that fails does not unsay that. */
async function readAfterRefusal(ports: Ports, orderId: string): Promise<Order | null> {
  try {
    return await readOrder(ports, orderId)
  } catch (error) {
    if (!isFault(error)) throw error
    return null
  }
}

function isHandled({ status }: Order): boolean {
  return HANDLED_STATUSES.includes(status)
}
