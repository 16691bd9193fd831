import { useEffect, useMemo } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { learnAccountZone } from '../../shared/format/zone'
import type {
  FoundationQuery,
  OverviewQuery,
  OverviewQueryVariables,
  ViewerQuery,
} from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { usePoll } from '../../shared/graphql/usePoll'
import VIEWER from '../../shared/graphql/viewer.graphql'
import { createStore, useStore } from '../../shared/sending/store'
import FOUNDATION from './foundation.graphql'
import OVERVIEW from './overview.graphql'
import { askedWith, OTHERS, readOverviewState } from './overviewState'

export type Overview = OverviewQuery['overview']
export type Foundation = FoundationQuery['readModel']

const noVariables = {}
const EVERY_MS = 5 * 60_000
/** While days are counted or orders collected there is more to see soon. */
const SOON_MS = 60_000

interface Names {
  CARRIER: readonly string[]
  MARKETPLACE: readonly string[]
}

/** A filtered answer names its own alone: those of the answers before are offered still. */
const names = createStore<Names>({ CARRIER: [], MARKETPLACE: [] })

function withNamesOf({ onTime }: Overview, known: Names): Names {
  const all = (by: keyof Names) => [
    ...known[by],
    ...onTime
      .filter((row) => row.by === by && row.name !== '' && row.name !== OTHERS)
      .map(({ name }) => name)
      .filter((name) => !known[by].includes(name)),
  ]
  return { CARRIER: all('CARRIER'), MARKETPLACE: all('MARKETPLACE') }
}

/** The state in the address, the numbers that answer to it, and what they rest on. */
export function useOverview() {
  const { query } = useRuntime()
  const state = useMemo(() => readOverviewState(query), [query])
  // The same question until another one is chosen, whatever time it is.
  const variables = useMemo(() => askedWith(state, Date.now()), [state])
  const reading = usePanelQuery<OverviewQuery, OverviewQueryVariables>(OVERVIEW, { variables })
  const told = reading.data && reading.data.overview
  const isListed = told !== null && told.asOf === null
  // Why VTEX's list alone was counted. Without an answer nobody knows, and the page says no more than that.
  const foundation = usePanelQuery<FoundationQuery, Record<string, never>>(FOUNDATION, {
    variables: noVariables,
    skip: !isListed,
  })
  const viewer = usePanelQuery<ViewerQuery, Record<string, never>>(VIEWER, {
    variables: noVariables,
  })
  const timeZone = viewer.data && viewer.data.viewer.timeZone

  useEffect(() => learnAccountZone(timeZone, 'account'), [timeZone])
  useEffect(() => {
    if (told) names.set(withNamesOf(told, names.get()))
  }, [told])
  usePoll(told && told.days.length === 0 ? SOON_MS : EVERY_MS, async () => {
    if (isListed) void foundation.refetch()
    return reading.refetch()
  })

  return {
    ...reading,
    state,
    told,
    foundation: foundation.data && foundation.data.readModel,
    names: useStore(names),
  }
}
