import { useCallback, useEffect, useMemo, useRef } from 'react'

import type {
  MarkParcelDeliveredMutation,
  MarkParcelDeliveredMutationVariables,
} from '../../../shared/graphql/generated'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import type { AboutSend } from '../../../shared/order/orderSends'
import type { Order } from '../../../shared/order/orderTypes'
import type { StepsOf } from '../../../shared/sending/tickedRun'
import { useAnnouncedRun } from '../../../shared/sending/useAnnouncedRun'
import { reportedDelivery } from '../../../shared/tracking/reportedDelivery'
import MARK_DELIVERED from './markParcelDelivered.graphql'
import { parcelRunOf } from './parcelRuns'

/**
 * Marks packages of one order delivered, one after the other.
 * @param onEnd once a run is over, while the order is still open: it is to show what VTEX has
 */
export function useParcelRun({ orderId, packages }: Order, onEnd: () => void) {
  const own = useMemo(() => parcelRunOf(orderId), [orderId])
  const run = own.use()
  const deliver = usePanelMutation<
    MarkParcelDeliveredMutation,
    MarkParcelDeliveredMutationVariables
  >(MARK_DELIVERED)

  useAnnouncedRun(run)
  const isHere = useRef(true)

  useEffect(
    () => () => {
      isHere.current = false
      // What was said has been seen; a run that goes on keeps its ends.
      own.forget()
    },
    [own]
  )

  const stepsOf: StepsOf = useCallback(
    (invoiceNumber) => {
      const parcel = packages.find(
        (one) => one.type === 'OUTPUT' && one.invoiceNumber === invoiceNumber
      )

      if (!parcel) return []
      // Now, unless the carrier has told of the delivery itself.
      const deliveredDate = reportedDelivery(parcel.events) || undefined
      const status = { isDelivered: true, deliveredDate }
      const about: AboutSend = {
        awaited: { operation: 'UPDATE_TRACKING_STATUS', invoiceNumber, status },
        invoiceNumber,
      }
      const call = async () => {
        const result = await deliver({ orderId, invoiceNumber, status })

        return result.ok
          ? { ok: true as const, answer: result.data.updateTrackingStatus }
          : { ok: false as const, failure: result.failure }
      }

      return [
        {
          orderId,
          object: { kind: 'delivery', number: invoiceNumber },
          about: about as unknown as Record<string, unknown>,
          run: call,
        },
      ]
    },
    [deliver, orderId, packages]
  )
  const over = () => {
    if (isHere.current) onEnd()
  }
  const start = (numbers: readonly string[]) =>
    void own.start('delivery', numbers, stepsOf).then(over)
  const retry = (number: string) => void own.retry(number, stepsOf).then(over)

  return { run, start, retry, stop: own.stop, forget: own.forget }
}
