import { useCallback, useEffect } from 'react'
import { CarrierNamesQuery, CarrierNamesQueryVariables } from '../../shared/graphql/generated'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { createStore, useStore } from '../../shared/sending/store'
import CARRIER_NAMES from './carrierNames.graphql'
import { namesOf, noNames, withNames } from './knownNames'
import { QueueRow } from './queueTypes'

/** Grows with the pages that were looked at. */
const store = createStore(noNames)
let areCarriersAsked = false

/** Names to offer for the filters: those of the rows seen so far, and the store's own carriers once somebody wants one. */
export function useKnownNames(rows: readonly QueueRow[]) {
  const read = usePanelRead<CarrierNamesQuery, CarrierNamesQueryVariables>(CARRIER_NAMES)
  useEffect(() => store.set(namesOf(rows, store.get())), [rows])

  const askCarriers = useCallback(async () => {
    if (areCarriersAsked) return
    areCarriersAsked = true
    const result = await read({})
    areCarriersAsked = result.ok
    if (!result.ok) return
    const own = result.data.settings.carriers.map(({ name }) => name)
    // The store's own spelling goes before that of its orders.
    store.set({ ...store.get(), carrier: withNames(withNames([], own), store.get().carrier) })
  }, [read])

  return { names: useStore(store), askCarriers }
}
