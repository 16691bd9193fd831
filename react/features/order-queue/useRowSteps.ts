import { useCallback } from 'react'
import {
  MarkDeliveredFromQueueMutation,
  MarkDeliveredFromQueueMutationVariables,
  StartHandlingFromQueueMutation,
  StartHandlingFromQueueMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { noteLeft } from '../../shared/order/learnedOrders'
import { SendAnswer, SendResult } from '../../shared/sending/answer'
import { reportedDelivery } from '../../shared/tracking/reportedDelivery'
import { RowStep, RunKind } from '../../shared/sending/tickedRun'
import { liveRows } from './liveRows'
import MARK_DELIVERED from './markDelivered.graphql'
import { QueueRow } from './queueTypes'
import { deliverable } from './rowPlans'
import START_HANDLING from './startHandling.graphql'

type Answer = SendAnswer & { order: QueueRow | null }

/** The row says at once what VTEX shows of it; a refusal shows the order as it was before, and is no news. */
function corrected(result: SendResult<Answer>): SendResult<SendAnswer> {
  const order = result.ok ? result.answer.order : null
  if (result.ok && order && !['REFUSED', 'FAILED'].includes(result.answer.outcome))
    liveRows.put(order)
  return result
}

/** The calls of one row, by what is to be done: as a run or a row's retry makes them. */
export function useRowSteps(): (kind: RunKind, row: QueueRow) => RowStep[] {
  const start = usePanelMutation<
    StartHandlingFromQueueMutation,
    StartHandlingFromQueueMutationVariables
  >(START_HANDLING)
  const deliver = usePanelMutation<
    MarkDeliveredFromQueueMutation,
    MarkDeliveredFromQueueMutationVariables
  >(MARK_DELIVERED)
  return useCallback(
    (kind, row) => {
      const { orderId } = row
      if (kind === 'handling') {
        const run = async () => {
          const result = await start({ orderId })
          return result.ok
            ? corrected(noteLeft({ ok: true, answer: result.data.startHandling }, 'TO_HANDLE'))
            : result
        }
        return [{ orderId, object: { kind, number: orderId }, run }]
      }
      return deliverable(row).map(({ invoiceNumber, lastEvent }) => ({
        orderId,
        object: { kind, number: invoiceNumber },
        run: async () => {
          // Now, unless the carrier has told of the delivery itself.
          const deliveredDate = reportedDelivery(lastEvent ? [lastEvent] : []) || undefined
          const status = { isDelivered: true, deliveredDate }
          const result = await deliver({ orderId, invoiceNumber, status })
          return result.ok
            ? corrected({ ok: true, answer: result.data.updateTrackingStatus })
            : result
        },
      }))
    },
    [start, deliver]
  )
}
