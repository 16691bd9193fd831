import { useCallback } from 'react'

import type {
  UpdateTrackingStatusMutation,
  UpdateTrackingStatusMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import type { OrderSend } from '../../shared/order/orderSends'
import type { Order, Package } from '../../shared/order/orderTypes'
import { useWrite } from '../../shared/order/useWrite'
import type { WriteRequest } from '../../shared/order/useWrite'
import { useWords } from '../../shared/words/useWords'
import UPDATE_TRACKING_STATUS from './updateTrackingStatus.graphql'

/** Tells the customer, who reads events and not fields, that the parcel has another number. */
export function useNewNumberEvent(order: Order, parcel: Package) {
  const words = useWords()
  const { write } = useWrite()
  const mutate = usePanelMutation<
    UpdateTrackingStatusMutation,
    UpdateTrackingStatusMutationVariables
  >(UPDATE_TRACKING_STATUS)
  const { orderId } = order
  const { invoiceNumber, isDelivered, deliveredDate } = parcel

  return useCallback(
    (trackingNumber: string, onEnd: (send: OrderSend) => void) => {
      const status = {
        isDelivered,
        deliveredDate: deliveredDate || undefined,
        events: [
          {
            date: new Date().toISOString(),
            description: words('tracking.new-number-event', { number: trackingNumber }),
          },
        ],
      }

      const request: WriteRequest = {
        orderId,
        object: { kind: 'delivery', number: invoiceNumber, isEventsOnly: true },
        about: {
          awaited: { operation: 'UPDATE_TRACKING_STATUS', invoiceNumber, status },
          invoiceNumber,
          again: () => write(request),
        },
        problems: [],
        ticks: new Set(),
        form: null,
        run: async () => {
          const answer = await mutate({ orderId, invoiceNumber, status, accept: [] })

          return answer.ok ? { ok: true, answer: answer.data.updateTrackingStatus } : answer
        },
        onEnd,
      }

      write(request)
    },
    [orderId, invoiceNumber, isDelivered, deliveredDate, write, mutate, words]
  )
}
