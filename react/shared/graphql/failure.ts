import { ApolloError } from 'apollo-client'
import { ProblemLike } from '../words/problemFacts'

/** Every way a call can end without its answer. Closed: a new kind must be worded before it compiles. */
export type Failure =
  | { kind: 'UNAUTHENTICATED' }
  | { kind: 'FORBIDDEN'; requestId?: string }
  | { kind: 'NETWORK' }
  /** A query met one of the contract's problems. */
  | { kind: 'REFUSED'; problem: ProblemLike; requestId?: string }
  | { kind: 'FAULT'; requestId?: string }

interface Extensions {
  code?: unknown
  requestId?: unknown
  facts?: unknown
  field?: unknown
  [name: string]: unknown
}

interface GraphQLErrorLike {
  message: string
  extensions?: Extensions | null
}

interface NetworkErrorLike {
  statusCode?: number
  result?: { errors?: GraphQLErrorLike[]; code?: string } | unknown
  response?: { status?: number; headers?: { get?(name: string): string | null } }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function factsOf(extensions: Extensions): ProblemLike['facts'] {
  if (!Array.isArray(extensions.facts)) return []
  return extensions.facts.filter(
    (fact): fact is { name: string; value: string } =>
      Boolean(fact) && typeof fact.name === 'string' && typeof fact.value === 'string'
  )
}

const fieldOf = ({ field }: Extensions): string[] => (Array.isArray(field) ? field.map(String) : [])

const FAULTS = [
  'INTERNAL',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_INPUT',
]

function ofGraphQLError({ message, extensions }: GraphQLErrorLike): Failure {
  const known = extensions || {}
  const code = text(known.code)
  const requestId = text(known.requestId)
  if (code === 'UNAUTHENTICATED') return { kind: 'UNAUTHENTICATED' }
  if (code === 'FORBIDDEN') return { kind: 'FORBIDDEN', requestId }
  if (!code || FAULTS.includes(code)) return { kind: 'FAULT', requestId }
  return {
    kind: 'REFUSED',
    problem: { code, severity: 'ERROR', field: fieldOf(known), message, facts: factsOf(known) },
    requestId,
  }
}

/** Reads what Apollo throws: errors of the answer first, then the status, else there was no answer at all. */
export function failureOf(error: unknown): Failure {
  const { graphQLErrors = [], networkError } = (error || {}) as Partial<ApolloError>
  if (graphQLErrors.length > 0) return ofGraphQLError(graphQLErrors[0] as GraphQLErrorLike)
  if (!networkError) return { kind: 'FAULT' }
  const network = networkError as unknown as NetworkErrorLike
  const result = network.result as { errors?: GraphQLErrorLike[] } | undefined
  if (result && Array.isArray(result.errors) && result.errors.length > 0)
    return ofGraphQLError(result.errors[0])
  const status = network.statusCode || (network.response && network.response.status)
  if (status === 401) return { kind: 'UNAUTHENTICATED' }
  if (status === 403) return { kind: 'FORBIDDEN' }
  return status ? { kind: 'FAULT' } : { kind: 'NETWORK' }
}
