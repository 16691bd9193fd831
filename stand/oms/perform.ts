/** One call, from authentication to answer, without faults: synchronous, hence atomic. */
import { failure, loginPage, orderNotFound, Refused, unauthorized } from './answers'
import { advance } from './effects'
import { addInteraction } from './operations/addInteraction'
import type { OrderOperation } from './operations/call'
import { cancelOrder, denyCancellation } from './operations/cancelOrder'
import { changeOrderV1, changeOrderV2 } from './operations/changeOrder'
import { getOrder } from './operations/getOrder'
import { getPaymentTransaction } from './operations/getPaymentTransaction'
import { listOrders } from './operations/listOrders'
import { notifyInvoice } from './operations/notifyInvoice'
import { getChange, getChanges, getChangeSummary } from './operations/readChanges'
import { startHandling } from './operations/startHandling'
import { updatePartialInvoice } from './operations/updatePartialInvoice'
import { updateTrackingStatus } from './operations/updateTrackingStatus'
import { holdsOne, rightsOf } from './rights'
import type { Route } from './routes'
import type { OmsReply, OmsRequest, Operation } from './types'
import type { World } from './world'

const ORDER_OPERATIONS: Record<Exclude<Operation, 'ListOrders'>, OrderOperation> = {
  GetOrder: getOrder,
  StartHandling: startHandling,
  NotifyInvoice: notifyInvoice,
  UpdatePartialInvoice: updatePartialInvoice,
  UpdateTrackingStatus: updateTrackingStatus,
  AddInteraction: addInteraction,
  CancelOrder: cancelOrder,
  DenyCancellation: denyCancellation,
  GetPaymentTransaction: getPaymentTransaction,
  ChangeOrderV1: changeOrderV1,
  ChangeOrderV2: changeOrderV2,
  GetChanges: getChanges,
  GetChange: getChange,
  GetChangeSummary: getChangeSummary,
}

/** Performs a routed call at `world.now` and lets happen what is due at once. */
export function perform(world: World, route: Route, request: OmsRequest): OmsReply {
  const { caller } = request
  if (caller === null) return unauthorized()
  if (!holdsOne(caller, rightsOf(route.operation, world.behaviour))) {
    return world.behaviour.readings.forbidden === 'loginPage'
      ? loginPage()
      : failure(403, 'Forbidden')
  }
  const { now } = world
  const body = parseBody(request.body)
  const { query, headers } = request
  const call = { route, query, headers, body: body.value, caller }
  try {
    if (!body.ok) return failure(400, 'The request body is not JSON')
    if (route.operation === 'ListOrders') return listOrders(world, call)
    const stored = findOrder(world, route)
    if (stored === undefined) return orderNotFound()
    return ORDER_OPERATIONS[route.operation](world, stored, call)
  } catch (error) {
    if (error instanceof Refused) return error.reply
    throw error
  } finally {
    advance(world, now)
  }
}

function findOrder(world: World, { operation, orderId }: Route) {
  const { orders } = world.state
  if (Object.hasOwn(orders, orderId!)) return orders[orderId!]
  const sequence = /^seq(.+)$/.exec(orderId!)?.[1]
  return operation === 'GetOrder' && sequence !== undefined
    ? Object.values(orders).find(({ order }) => order.sequence === sequence)
    : undefined
}

function parseBody(text: string): { ok: boolean; value: unknown } {
  if (text === '') return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, value: undefined }
  }
}
