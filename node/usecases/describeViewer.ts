import type { Ports } from './ports'

export interface Viewer {
  /** The person's e-mail, the app's id, or the app key. */
  readonly actor: string
  readonly canView: boolean
  readonly canStartHandling: boolean
  readonly canInvoice: boolean
  readonly canReturn: boolean
  readonly canConfigure: boolean
}

/** What the caller may do, by License Manager. A return is an invoice too: it needs both rights. @errors Fault LICENSE_MANAGER */
export async function describeViewer({ caller }: Pick<Ports, 'caller'>): Promise<Viewer> {
  const [canView, canStartHandling, canInvoice, canRefund, canConfigure] = await Promise.all([
    caller.has('OMSViewer'),
    caller.has('WorkflowAction'),
    caller.has('ShippingAction'),
    caller.has('RefundAction'),
    caller.has('read-write-apps-settings'),
  ])
  const canReturn = canInvoice && canRefund
  return { actor: caller.actor, canView, canStartHandling, canInvoice, canReturn, canConfigure }
}
