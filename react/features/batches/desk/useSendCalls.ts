import { useMemo } from 'react'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import ADD from './addBatchRows.graphql'
import CREATE from './createBatch.graphql'
import type { SendCalls } from './sendBatch'
import START from './startBatch.graphql'

export function useSendCalls(): SendCalls {
  const create: SendCalls['create'] = usePanelMutation(CREATE)
  const add: SendCalls['add'] = usePanelMutation(ADD)
  const start: SendCalls['start'] = usePanelMutation(START)

  return useMemo(() => ({ create, add, start }), [create, add, start])
}
