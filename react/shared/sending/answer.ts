import type { Failure } from '../graphql/failure'
import type { Outcome } from '../graphql/generated'
import type { ProblemLike } from '../words/problemFacts'

/** What a mutation of the contract answers, as far as every screen needs it. */
export interface SendAnswer {
  outcome: Outcome
  problems: ProblemLike[]
}

export type SendResult<A> = { ok: true; answer: A } | { ok: false; failure: Failure }
