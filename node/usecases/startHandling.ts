import { handlingProblem } from '../domain/standing/actions'
import { isFault } from '../domain/problem/fault'
import { outcomeUnknown } from '../domain/journal/waiting'
import { begun } from '../domain/journal/activity'
import { addActivity } from './journalEntries'
import { instantAt } from '../domain/values/instant'
import type { Order } from '../domain/order/order'
import { problem } from '../domain/problem/problems'
import { HANDLING_STATUSES } from '../domain/standing/stage'
import type { WriteResult } from './commands'
import { readOrder } from './reading/liveReads'
import type { Ports } from './ports'
import { readBackDeadline, readUntilShown } from './writing/readBack'
import { sendOnce } from './writing/sending'
import { orderNotFound, refuse, writeOrder, type Flow } from './writing/writeOrder'

/** Where an order has been handled already, or has gone further. */
const HANDLED_STATUSES = [...HANDLING_STATUSES, 'invoice', 'invoiced']

/** Moves ready-for-handling to handling. OMS's 2xx was seen without effect, so reading decides (oms §2.8). */
export function startHandling(ports: Ports, orderId: string): Promise<WriteResult> {
  const flow: Flow = {
    orderId,
    startedAt: ports.clock.now(),
    operation: 'START_HANDLING',
    name: 'StartHandling',
    invoiceNumber: null,
  }
  return writeOrder(ports, flow, async (claim) => {
    const order = await readOrder(ports, orderId)
    if (order === null) return orderNotFound(orderId)
    if (isHandled(order)) return { outcome: 'ALREADY_APPLIED', order }
    const found = handlingProblem(order)
    if (found) return refuse(order, found)
    const sentAt = instantAt(ports.clock.now())
    const summary = `${order.status} → handling`
    const entryId = ports.newId()
    const { actor } = ports.caller
    const { operation, invoiceNumber } = flow
    const entry = begun({ id: entryId, at: sentAt, actor, operation, invoiceNumber, summary })
    await ports.journals.update(orderId, addActivity(entry))
    if (!(await claim.confirm())) {
      const problems = [problem('IN_PROGRESS', { facts: { since: sentAt } })]
      return { ...refuse(order, ...problems), entryId }
    }
    const sent = await sendOnce(ports, 'WorkflowAction', () => ports.orders.startHandling(orderId))
    if (sent.result === 'FAILED') {
      // Somebody else may have been first: then OMS refuses what is done already (oms §1.5 OMS003).
      const now = sent.fault.kind === 'rejected' ? await readAfterRefusal(ports, orderId) : null
      if (now && isHandled(now)) return { outcome: 'ALREADY_APPLIED', order: now, entryId }
      return { outcome: 'FAILED', order: now ?? order, problems: [sent.problem], summary, entryId }
    }
    const send = { sentAt, endedAt: sent.endedAt }
    const deadline = readBackDeadline(ports)
    const follow = async () => {
      const back = await readUntilShown(ports, orderId, deadline, isHandled)
      const common = { summary, entryId, order: back.order ?? order }
      if (back.isShown) return { ...common, outcome: 'APPLIED' as const }
      if (sent.result === 'TAKEN') return { ...common, outcome: 'ACCEPTED' as const }
      const problems = [outcomeUnknown(send)]
      return { ...common, problems, outcome: 'UNKNOWN' as const }
    }
    return { outcome: 'UNKNOWN', order, summary, entryId, follow }
  })
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
