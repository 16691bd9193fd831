import { failure, json, refuse } from '../answers'
import { lineOf } from '../changes'
import type { ChangeLine, ChangeV2, StoredOrder } from '../state'
import type { World } from '../world'
import type { Call, OrderOperation } from './call'

/** GET changes: every change v2 that was asked for, oldest first (oms §2.5). */
export const getChanges: OrderOperation = (world, stored, call) => {
  requireDocumented(world, call)
  const shown = world.behaviour.readings.changesHistoryStatus === 'shown'
  const requests = stored.changes.map((change) => {
    const detail = changeDetail(world, stored, change)
    if (shown) return detail
    const { status: _status, inProgress: _inProgress, ...rest } = detail
    return rest
  })
  return json(200, { requests, actions: [] })
}

/** GET one change: the only documented place of status and inProgress. @errors 404 */
export const getChange: OrderOperation = (world, stored, call) => {
  requireDocumented(world, call)
  const change = stored.changes.find(({ requestId }) => requestId === call.route.changeId)
  if (change === undefined) return failure(404, 'Change Not Found')
  return json(200, { ...changeDetail(world, stored, change), logs: [] })
}

/** GET change-summary: what was there, what was added and removed since (oms §2.5). */
export const getChangeSummary: OrderOperation = (_world, stored) => {
  const done = stored.changes.filter(({ status }) => status === 'done')
  return json(200, {
    original: stored.order.items,
    added: done.flatMap(({ add }) => add.map((line) => shownLine(stored, line))),
    removed: done.flatMap(({ remove }) => remove.map((line) => shownLine(stored, line))),
    replaced: [],
  })
}

/**
 * What VTEX's OpenAPI requires of the calls under /api/order-system: `an` in the query, Accept and Content-Type.
 * What OMS answers without them is in no source; the double is strict.
 */
function requireDocumented({ accountName }: World, { query, headers }: Call): void {
  if (query.get('an') !== accountName) refuse(400, 'The an field is required.')
  for (const name of ['accept', 'content-type']) {
    if (!headers[name]) refuse(400, `The ${name} header is required.`)
  }
}

/** A change v2 in the shape of the API reference. */
export function changeDetail(world: World, stored: StoredOrder, change: ChangeV2) {
  const { add, remove } = change
  const manual = change.manualIncrementValue - change.manualDiscountValue
  return {
    requestId: change.requestId,
    workflowId: change.workflowId,
    status: change.status,
    inProgress: change.status !== 'done' && change.status !== 'canceled',
    reason: change.reason,
    manualDiscountValue: change.manualDiscountValue,
    manualIncrementValue: change.manualIncrementValue,
    totalChangeValue: change.totalChangeValue,
    totals:
      manual === 0 ? [] : [{ id: 'ManualValues', name: 'Manual Values Total', value: manual }],
    add: add.length === 0 ? null : { items: add.map((line) => shownLine(stored, line)) },
    remove: remove.length === 0 ? null : { items: remove.map((line) => shownLine(stored, line)) },
    replace: [],
    date: change.date,
    origin: {
      account: world.accountName,
      orderId: stored.order.orderId,
      component: 'MarketplaceComponent',
    },
    settings: {
      paymentConfiguration: { customPaymentSystemsAllowed: ['201'] },
      rolloutConfiguration: { enableApi: true },
    },
  }
}

function shownLine(stored: StoredOrder, line: ChangeLine) {
  const known = stored.order.items[lineOf(stored.order, line)]
  return {
    uniqueId: line.uniqueId,
    id: line.id ?? known?.id ?? null,
    quantity: line.quantity,
    price: line.price ?? known?.price ?? null,
    measurementUnit: known?.measurementUnit ?? 'un',
    unitMultiplier: line.unitMultiplier ?? known?.unitMultiplier ?? 1,
    sellingPrice: known?.sellingPrice ?? null,
    name: line.name ?? known?.name ?? null,
    detailUrl: known?.detailUrl ?? null,
    imageUrl: known?.imageUrl ?? null,
  }
}
