import type { Ports } from './ports'

export interface Viewer {
  /** The person's e-mail, the app's id, or the app key. */
  readonly actor: string
  readonly canView: boolean
  readonly canStartHandling: boolean
  readonly canInvoice: boolean
  readonly canReturn: boolean
  readonly canConfigure: boolean
  /** The account's zone, IANA name. */
  readonly timeZone: string | null
}

/** What the caller may do, by License Manager. A return is an invoice too: it needs both rights. @errors Fault LICENSE_MANAGER */
export async function describeViewer({
  account,
  caller,
}: Pick<Ports, 'account' | 'caller'>): Promise<Viewer> {
  const [canView, canStartHandling, canInvoice, canRefund, canConfigure, timeZone] =
    await Promise.all([
      caller.has('OMSViewer'),
      caller.has('WorkflowAction'),
      caller.has('ShippingAction'),
      caller.has('RefundAction'),
      caller.has('read-write-apps-settings'),
      account.timeZone(),
    ])
  const canReturn = canInvoice && canRefund
  const { actor } = caller
  return { actor, canView, canStartHandling, canInvoice, canReturn, canConfigure, timeZone }
}
