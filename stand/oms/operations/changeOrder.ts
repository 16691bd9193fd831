import { failure, json, refuse, Refused } from '../answers'
import { lineOf, runningChange, valueAfter } from '../changes'
import { optionalText, readObject } from '../invoice'
import { expectedInvoices, linesOf, sumOf } from '../packages'
import type { ChangeLine, ChangeV2, StoredOrder } from '../state'
import type { WireChangeItem } from '../wire'
import { issueReceipt, issueUuid, schedule, touch, type World } from '../world'
import { changeDetail } from './readChanges'
import type { OrderOperation } from './call'

const CHANGES_V1_MAX = 50
const CHANGEABLE_V1 = ['payment-approved', 'ready-for-handling', 'start-handling', 'handling']
const CHANGEABLE_V2 = ['handling', 'waiting-for-fulfillment', 'ready-for-invoicing']

/**
 * Change v1: a receipt, then `Change` and value move (oms §2.5, §3.9).
 * @errors 400 by state, after the 50th, on a certified marketplace's order; SalesOrderSystem015
 *   where the order carries changes v2
 */
export const changeOrderV1: OrderOperation = (world, stored, { body }) => {
  const { order } = stored
  const fields = readObject(body)
  checkChangeable(stored, CHANGEABLE_V1)
  if (stored.changes.length > 0) exclusive()
  if ((order.changesAttachment?.changesData ?? []).length >= CHANGES_V1_MAX) {
    refuse(400, `An order takes ${CHANGES_V1_MAX} changes at most`)
  }
  const receipt = issueReceipt(world, order.orderId)
  stored.lastChangeRequestAt = world.now
  schedule(world, order.orderId, world.behaviour.applyDelayMs, {
    kind: 'changeV1',
    change: {
      reason: optionalText(fields, 'reason') ?? '',
      discountValue: cents(fields, 'discountValue'),
      incrementValue: cents(fields, 'incrementValue'),
      itemsAdded: readV1Items(stored, fields.itemsAdded),
      itemsRemoved: readV1Items(stored, fields.itemsRemoved),
      receipt,
    },
  })
  return json(200, receipt)
}

/**
 * Change v2: 202 with a requestId; it runs for a while and then rewrites items (oms §3.9).
 * @errors SalesOrderSystem008 canceled, 014 while one runs, 015 with changes v1, 046 on invoiced items;
 *   400 by state, below what is invoiced, on a certified marketplace's order
 */
export const changeOrderV2: OrderOperation = (world, stored, { body }) => {
  const { order } = stored
  if (order.status === 'canceled') refuse(400, 'Order is canceled', 'SalesOrderSystem008')
  if (runningChange(stored)) refuse(400, 'Order has a change in progress', 'SalesOrderSystem014')
  if ((order.changesAttachment?.changesData ?? []).length > 0) exclusive()
  checkChangeable(stored, CHANGEABLE_V2)
  const change = readV2(world, readObject(body))
  checkInvoicedItems(stored, change)
  const invoiced = sumOf(expectedInvoices(world, stored), 'Output')
  if (valueAfter(world, order, change) < invoiced) {
    refuse(400, 'Order value cannot be lower than the invoiced value')
  }
  stored.changes.push(change)
  stored.lastChangeRequestAt = world.now
  touch(world, stored)
  const { applyDelayMs, readings } = world.behaviour
  schedule(world, order.orderId, readings.changeDelayMs ?? applyDelayMs * 5, {
    kind: 'changeV2',
    requestId: change.requestId,
  })
  const {
    status: _status,
    inProgress: _inProgress,
    ...accepted
  } = changeDetail(world, stored, change)
  return json(202, accepted)
}

function exclusive(): never {
  refuse(400, 'Changes v1 and v2 exclude each other', 'SalesOrderSystem015')
}

function checkChangeable(stored: StoredOrder, statuses: string[]): void {
  const { order } = stored
  if (order.marketplace?.isCertified === true) {
    refuse(400, 'Orders of certified marketplaces cannot be changed')
  }
  if (!statuses.includes(order.status ?? '')) {
    refuse(400, `Order status ${order.status} does not allow changes`)
  }
}

function cents(fields: Record<string, unknown>, name: string): number {
  const value = fields[name] ?? 0
  if (!Number.isInteger(value) || (value as number) < 0) {
    refuse(400, `The field ${name} must be a whole number of cents`)
  }
  return value as number
}

function readV1Items(stored: StoredOrder, items: unknown): WireChangeItem[] {
  if (!Array.isArray(items)) return []
  return items.map((item) => {
    const fields = readObject(item)
    const id = optionalText(fields, 'id') ?? ''
    const line = linesOf(stored.order).find((candidate) => candidate.id === id)
    return {
      id,
      name: line?.name ?? '',
      quantity: Number(fields.quantity ?? 1),
      price: Number(fields.price ?? line?.price ?? 0),
      unitMultiplier: null,
    }
  })
}

function readV2(world: World, fields: Record<string, unknown>): ChangeV2 {
  const replaces = Array.isArray(fields.replace) ? fields.replace.map(readObject) : []
  return {
    requestId: issueUuid(world),
    workflowId: issueUuid(world),
    status: 'waiting-confirmation',
    reason: optionalText(fields, 'reason') ?? '',
    date: `${new Date(world.now).toISOString().slice(0, -1)}0000Z`,
    manualDiscountValue: cents(fields, 'manualDiscountValue'),
    manualIncrementValue: cents(fields, 'manualIncrementValue'),
    totalChangeValue: 0,
    remove: [...readV2Lines(fields.remove), ...replaces.flatMap(({ from }) => readV2Lines(from))],
    add: [...readV2Lines(fields.add), ...replaces.flatMap(({ to }) => readV2Lines(to))],
  }
}

function readV2Lines(part: unknown): ChangeLine[] {
  if (part === undefined || part === null) return []
  const { items } = readObject(part)
  if (!Array.isArray(items)) return []
  return items.map((item) => {
    const fields = readObject(item)
    const quantity = Number(fields.quantity)
    if (!Number.isInteger(quantity) || quantity < 1) {
      refuse(400, 'The field quantity must be a whole number above 0')
    }
    return {
      uniqueId: optionalText(fields, 'uniqueId'),
      id: optionalText(fields, 'id'),
      quantity,
      price: typeof fields.price === 'number' ? fields.price : null,
      name: optionalText(fields, 'name'),
      unitMultiplier: typeof fields.unitMultiplier === 'number' ? fields.unitMultiplier : null,
    }
  })
}

/** Units that an invoice names cannot be changed any more. */
function checkInvoicedItems(stored: StoredOrder, change: ChangeV2): void {
  const lines = linesOf(stored.order)
  for (const named of change.remove) {
    const index = lineOf(stored.order, named)
    const line = lines[index]
    if (line === undefined)
      refuse(400, `Item ${named.uniqueId ?? named.id} is not part of the order`)
    const invoiced = (stored.order.packageAttachment?.packages ?? [])
      .filter(({ type }) => type === 'Output')
      .flatMap(({ items }) => items)
      .reduce((sum, item) => (item.itemIndex === index ? sum + item.quantity : sum), 0)
    if (line!.quantity - named.quantity < invoiced) {
      throw new Refused(failure(400, 'Item was invoiced already', 'SalesOrderSystem046'))
    }
  }
  for (const named of change.add) {
    const known = lineOf(stored.order, named) >= 0
    if (!known && (named.price === null || named.id === null)) {
      refuse(400, 'A new item needs id and price')
    }
  }
}
