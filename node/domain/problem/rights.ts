/** License Manager keys of product 19 that this app asks for (platform §2.1), and 66's for its settings. */
export type Right =
  | 'OMSViewer'
  | 'ListOrders'
  | 'WorkflowAction'
  | 'ShippingAction'
  | 'RefundAction'
  | 'read-write-apps-settings'

export const RIGHT_LABELS: Record<Right, string> = {
  OMSViewer: 'View order',
  ListOrders: 'List orders',
  WorkflowAction: 'Change order workflow status',
  ShippingAction: 'Notify invoice',
  RefundAction: 'Notify refund',
  'read-write-apps-settings': 'Save app settings',
}

/** Roles that VTEX ships with the rights of orders in them (oms §1.1). */
export const ROLES_WITH_ORDER_RIGHTS = [
  'OMS - Full access',
  'IntegrationProfile - Fulfillment Oms',
] as const

export const PRODUCT_OF_RIGHT: Record<Right, string> = {
  OMSViewer: '19',
  ListOrders: '19',
  WorkflowAction: '19',
  ShippingAction: '19',
  RefundAction: '19',
  'read-write-apps-settings': '66',
}
