import { useCallback } from 'react'
import {
  StartHandlingFromQueueMutation,
  StartHandlingFromQueueMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { noteLeft } from '../../shared/order/learnedOrders'
import { StartOne } from './handlingRun'
import START_HANDLING from './startHandling.graphql'

/** One call of startHandling, as a run or a row's retry makes it. */
export function useStartOne(): StartOne {
  const mutate = usePanelMutation<
    StartHandlingFromQueueMutation,
    StartHandlingFromQueueMutationVariables
  >(START_HANDLING)
  return useCallback<StartOne>(
    async (orderId) => {
      const result = await mutate({ orderId })
      return result.ok
        ? noteLeft({ ok: true, answer: result.data.startHandling }, 'TO_HANDLE')
        : result
    },
    [mutate]
  )
}
