import { useMemo } from 'react'

import type { CarriersQuery, CarriersQueryVariables } from '../graphql/generated'
import { usePanelQuery } from '../graphql/usePanelQuery'
import CARRIERS from './carriers.graphql'
import type { TrackingChoices } from './trackingDraft'

const NOBODY: TrackingChoices = { carriers: [], defaultCourier: null }
const NO_VARIABLES = {}

/** The store's own carriers. Without an answer detection works on, only without them. */
export function useCarriers(): TrackingChoices {
  const { data } = usePanelQuery<CarriersQuery, CarriersQueryVariables>(CARRIERS, {
    variables: NO_VARIABLES,
  })

  return useMemo(() => (data ? data.settings : NOBODY), [data])
}
