import { Failure } from '../../shared/graphql/failure'
import type { OrdersQueryVariables } from '../../shared/graphql/generated'
import { DocumentFilters, noFilters, QueueState, SortName } from '../../shared/navigation/urls'
import { ProblemLike } from '../../shared/words/problemFacts'

export const hasFilters = (state: DocumentFilters) =>
  Boolean(state.sort || state.carrier || state.marketplace || state.salesChannel)

export const withoutFilters = (state: QueueState): QueueState => ({
  ...state,
  ...noFilters,
  page: 1,
})

/** As the service takes it. */
export function filtersAsked({ sort, carrier, marketplace, salesChannel }: DocumentFilters) {
  const asked: Pick<OrdersQueryVariables, 'sort' | 'carrier' | 'marketplace' | 'salesChannel'> = {
    sort: sort ? { by: sort.replace('-', '') as SortName, descending: sort.startsWith('-') } : null,
    carrier: carrier || null,
    marketplace: marketplace || null,
    salesChannel: salesChannel || null,
  }
  return asked
}

/** How the service sorts where nobody asks it to: by its documents, or as VTEX lists them. */
export function usualSort(state: QueueState): string {
  if (state.queue === 'DELIVERED') return '-DELIVERED'
  const isListed = state.queue === 'TO_HANDLE' || state.queue === 'TO_INVOICE'
  return state.queue === 'ALL' || (isListed && !hasFilters(state)) ? '-CREATED' : 'PROMISE'
}

export interface FilterRefused {
  field: keyof DocumentFilters
  problem: ProblemLike
}

const REFUSALS = ['READ_MODEL_NEEDED', 'FILTER_WITH_SEARCH', 'FILTER_INVALID']

/** Sorting or a filter was refused: said at its field. */
export function filterRefused(failure: Failure | null): FilterRefused | null {
  if (!failure || failure.kind !== 'REFUSED' || !REFUSALS.includes(failure.problem.code))
    return null
  const [field] = failure.problem.field
  return {
    field: field && field in noFilters ? (field as keyof DocumentFilters) : 'sort',
    problem: failure.problem,
  }
}
