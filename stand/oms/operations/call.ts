import type { Route } from '../routes'
import type { StoredOrder } from '../state'
import type { Caller, OmsReply } from '../types'
import type { World } from '../world'

/** A call that passed authentication, route and the rights of its operation. */
export interface Call {
  route: Route
  query: URLSearchParams
  headers: Record<string, string | undefined>
  /** Parsed; undefined where there was none. */
  body: unknown
  caller: Caller
}

/** An operation on one order that exists. */
export type OrderOperation = (world: World, stored: StoredOrder, call: Call) => OmsReply
