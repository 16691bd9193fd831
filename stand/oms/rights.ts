import type { Behaviour } from './behaviour'
import type { Caller, Operation } from './types'

/** Grants every call of the table, product 5 (platform §2.1). */
const FULL_ACCESS = 'AcessaTodosPedidos'

/** License Manager keys, any one of which lets an operation pass (platform §2.1). */
const RIGHTS: Record<Operation, readonly string[]> = {
  GetOrder: ['OMSViewer', FULL_ACCESS],
  ListOrders: ['ListOrders', FULL_ACCESS],
  StartHandling: ['WorkflowAction'],
  // Which of the two is needed says `type` in the body.
  NotifyInvoice: ['ShippingAction', 'RefundAction'],
  UpdatePartialInvoice: ['ShippingAction'],
  UpdateTrackingStatus: ['ShippingAction'],
  AddInteraction: [FULL_ACCESS],
  CancelOrder: ['CancelAction'],
  DenyCancellation: ['CancelAction'],
  GetPaymentTransaction: ['OMSViewer'],
  ChangeOrderV1: ['Changes', 'CancelAction', FULL_ACCESS],
  ChangeOrderV2: ['Changes', 'CancelAction', FULL_ACCESS],
  GetChanges: ['Changes', 'CancelAction', FULL_ACCESS],
  GetChange: ['Changes', 'CancelAction', FULL_ACCESS],
  GetChangeSummary: ['OMSViewer'],
}

/** The keys of an operation under the readings in force. */
export function rightsOf(operation: Operation, { readings }: Behaviour): readonly string[] {
  const keys = RIGHTS[operation]
  if (operation === 'AddInteraction' && readings.interactionsRight === 'shipping') {
    return [...keys, 'ShippingAction']
  }
  const reads = operation === 'GetChanges' || operation === 'GetChange'
  return reads && readings.changesReadRight === 'viewer' ? [...keys, 'OMSViewer'] : keys
}

/** Whether a caller holds one of the keys. */
export function holdsOne(caller: Caller, keys: readonly string[]): boolean {
  return keys.some((key) => caller.rights.has(key))
}
