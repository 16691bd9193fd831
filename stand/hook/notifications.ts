import jsonata from 'jsonata'
import { dotNetDate } from '../oms/dates'
import type { StatusMove, WireOrder } from '../oms'
import type { HookConfig } from './config'

/** Of FromOrders: it says that the document changed, and not what of it (masterdata §3.2). */
export function documentNotification(order: WireOrder, at: number, origin: Origin): string {
  return JSON.stringify({
    Domain: 'OrdersDocumentUpdated',
    OrderId: order.orderId,
    State: 'unknow',
    LastState: null,
    LastChange: new Date(at).toISOString().replace('Z', '0000'),
    CurrentChange: '0001-01-01T00:00:00',
    Origin: origin,
  })
}

/** Of FromWorkflow, one for each domain of the order. */
export function statusNotification(move: StatusMove, domain: string, origin: Origin): string {
  return JSON.stringify({
    Domain: domain,
    OrderId: move.orderId,
    State: move.to,
    LastState: move.from,
    LastChange: move.lastChange,
    CurrentChange: dotNetDate(move.at),
    Origin: origin,
  })
}

export interface Origin {
  readonly Account: string
  readonly Key: string
}

/** Whether the expression holds of a document; one that fails on it does not. */
export async function meets(
  filter: Extract<HookConfig['filter'], { type: 'FromOrders' }>,
  order: WireOrder
): Promise<boolean> {
  try {
    return (await jsonata(filter.expression).evaluate(order)) === true
  } catch {
    return false
  }
}
