import { QueueName } from '../../shared/navigation/urls'
import { RunKind } from '../../shared/sending/tickedRun'
import { QueueRow } from './queueTypes'

export type LeftOutReason =
  | 'inChange'
  | 'canceled'
  | 'noRight'
  | 'stuck'
  | 'notReady'
  | 'handled'
  | 'delivered'
  | 'noTracking'
  | 'notInvoiced'
  | 'tooMany'
  | 'kept'
  | 'other'

type Problem = QueueRow['attention'][number]
type Action = QueueRow['allowedActions'][number]

export interface RunPlan {
  kind: RunKind
  will: string[]
  leftOut: Array<{ reason: LeftOutReason; count: number }>
  /** Names the right that is missing and who holds it; set only where it keeps every one of them out. */
  forbidden: Problem | null
}

/** Deliveries by ticks at one go: each tells a customer, and none is taken back by ticks. */
export const MOST_DELIVERIES = 50

const ACTION: Record<RunKind, Action> = {
  handling: 'START_HANDLING',
  delivery: 'UPDATE_TRACKING_STATUS',
}

/** What the ticks of a queue are for; in a mixed one whatever fits the ticked orders. */
export const runsOf: Record<QueueName, readonly RunKind[]> = {
  TO_HANDLE: ['handling'],
  TO_INVOICE: [],
  TO_SHIP: [],
  IN_TRANSIT: ['delivery'],
  LATE: ['delivery', 'handling'],
  DELIVERED: [],
  ATTENTION: ['delivery', 'handling'],
  ALL: ['handling', 'delivery'],
}

/** Invoices on their way that may be marked delivered now. */
export const deliverable = ({ packages }: Pick<QueueRow, 'packages'>) =>
  packages.filter(
    ({ type, isDelivered, allowedActions }) =>
      type === 'OUTPUT' && !isDelivered && allowedActions.includes(ACTION.delivery)
  )

function blockedBy(row: QueueRow, kind: RunKind): Problem | null {
  const blocked = row.blocked.find(({ action }) => action === ACTION[kind])
  return blocked ? blocked.problem : null
}

function reasonOf(row: QueueRow, kind: RunKind): LeftOutReason {
  if (row.isKept) return 'kept'
  const blocked = blockedBy(row, kind)
  const codes = [blocked && blocked.code, ...row.attention.map(({ code }) => code)]
  if (codes.includes('OMS_FORBIDDEN')) return 'noRight'
  if (codes.includes('ORDER_CHANGE_IN_PROGRESS')) return 'inChange'
  if (row.stage === 'CANCELED' || codes.includes('ORDER_CANCELING')) return 'canceled'
  return kind === 'handling' ? notHandled(row, codes) : notDelivered(row)
}

function notHandled(row: QueueRow, codes: readonly unknown[]): LeftOutReason {
  if (codes.includes('ORDER_STUCK')) return 'stuck'
  if (row.stage === 'NOT_READY' || codes.includes('ORDER_INCOMPLETE')) return 'notReady'
  return row.stage === 'TO_HANDLE' ? 'other' : 'handled'
}

function notDelivered({ packages }: QueueRow): LeftOutReason {
  const sold = packages.filter(({ type }) => type === 'OUTPUT')
  if (sold.length === 0) return 'notInvoiced'
  const onTheWay = sold.filter(({ isDelivered }) => !isDelivered)
  if (onTheWay.length === 0) return 'delivered'
  return onTheWay.every(({ trackingNumber }) => !trackingNumber) ? 'noTracking' : 'other'
}

const may: Record<RunKind, (row: QueueRow) => boolean> = {
  handling: ({ allowedActions }) => allowedActions.includes('START_HANDLING'),
  delivery: (row) => deliverable(row).length > 0,
}

/** Whose turn it is and who is left out, by what the service allows. */
export function planRun(kind: RunKind, selected: readonly QueueRow[]): RunPlan {
  const counts = new Map<LeftOutReason, number>()
  const leave = (reason: LeftOutReason) => counts.set(reason, (counts.get(reason) || 0) + 1)
  const will: string[] = []
  for (const row of selected) {
    if (row.isKept || !may[kind](row)) leave(reasonOf(row, kind))
    else if (kind === 'delivery' && will.length === MOST_DELIVERIES) leave('tooMany')
    else will.push(row.orderId)
  }
  const leftOut = Array.from(counts, ([reason, count]) => ({ reason, count }))
  const missing = selected
    .map((row) => blockedBy(row, kind))
    .find((problem) => problem !== null && problem.code === 'OMS_FORBIDDEN')
  return {
    kind,
    will,
    leftOut: leftOut.sort((a, b) => b.count - a.count),
    forbidden: will.length === 0 && missing ? missing : null,
  }
}

/** What may be done to the ticked orders of a queue; of a mixed queue only what fits at least one of them. */
export function plansOf(queue: QueueName, selected: readonly QueueRow[]): RunPlan[] {
  const plans = runsOf[queue].map((kind) => planRun(kind, selected))
  return plans.length > 1 ? plans.filter(({ will }) => will.length > 0) : plans
}
