/** The face of the OMS double: who calls, what comes in, what goes out. */

export type Caller = {
  kind: 'person' | 'app' | 'key'
  id: string
  /** License Manager keys of product 19, e.g. `ShippingAction` (platform §2.1). */
  rights: ReadonlySet<string>
}

export interface OmsRequest {
  method: string
  /** Undecoded: an encoded slash must stay tellable from a plain one. */
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  body: string
  /** null: not authenticated. */
  caller: Caller | null
}

export interface OmsReply {
  kind: 'answer'
  status: number
  headers: Record<string, string>
  body: string
}

export type OmsAnswer = OmsReply | { kind: 'hang' } | { kind: 'reset' }

export const OPERATIONS = [
  'GetOrder',
  'ListOrders',
  'StartHandling',
  'NotifyInvoice',
  'UpdatePartialInvoice',
  'UpdateTrackingStatus',
  'AddInteraction',
  'CancelOrder',
  'DenyCancellation',
  'GetPaymentTransaction',
  'ChangeOrderV1',
  'ChangeOrderV2',
  'GetChanges',
  'GetChange',
  'GetChangeSummary',
] as const

export type Operation = (typeof OPERATIONS)[number]

export interface RecordedRequest {
  operation: Operation | 'Unknown'
  method: string
  path: string
  /** Parsed where it is JSON, the text where it is not, null where there was none. */
  body: unknown
  /** 0: never answered (hang, reset) or not answered yet (held). */
  status: number
  /** ISO 8601, by the double's clock. */
  at: string
  /** null: the call was not authenticated. */
  token: 'person' | 'app' | 'key' | null
}
