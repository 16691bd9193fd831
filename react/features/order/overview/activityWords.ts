import type { ActivityEntry } from '../../../shared/order/orderTypes'

type Told = Pick<ActivityEntry, 'operation' | 'outcome' | 'type'>

const DONE: Record<ActivityEntry['operation'], string> = {
  START_HANDLING: 'order.activity-handling',
  NOTIFY_INVOICE: 'order.activity-invoice',
  UPDATE_PARTIAL_INVOICE: 'order.activity-tracking',
  UPDATE_TRACKING_STATUS: 'order.activity-status',
}

const TRIED: Record<ActivityEntry['operation'], string> = {
  START_HANDLING: 'order.activity-tried-handling',
  NOTIFY_INVOICE: 'order.activity-tried-invoice',
  UPDATE_PARTIAL_INVOICE: 'order.activity-tried-tracking',
  UPDATE_TRACKING_STATUS: 'order.activity-tried-status',
}

/** Key of what somebody did, or tried: only what VTEX has taken is told as done. */
export function activityKey({ operation, outcome, type }: Told): string {
  const isDone = outcome === 'APPLIED' || outcome === 'ACCEPTED'

  if (operation === 'NOTIFY_INVOICE' && type === 'INPUT') {
    return isDone ? 'order.activity-return' : 'order.activity-tried-return'
  }

  return (isDone ? DONE : TRIED)[operation]
}
