/** The closed list of the contract; graphql/types/Problem.graphql says severity, field and facts of each. */
export type ProblemCode =
  | 'ORDER_NOT_FOUND'
  | 'ORDER_STATE_FORBIDS'
  | 'ORDER_CHANGE_IN_PROGRESS'
  | 'ORDER_INCOMPLETE'
  | 'ORDER_CANCELING'
  | 'ORDER_STUCK'
  | 'LATE'
  | 'INVOICE_NUMBER_UNSAFE'
  | 'INVOICE_NUMBER_REQUIRED'
  | 'INVOICE_EXISTS'
  | 'INVOICE_CHANGED'
  | 'INVOICE_NOT_FOUND'
  | 'INVOICE_AMBIGUOUS'
  | 'INVOICE_NOT_NAMED'
  | 'INVOICE_NOT_SHOWN'
  | 'WRITE_NOT_SHOWN'
  | 'REPLACE_LOSES_FIELDS'
  | 'REPLACE_MAY_COUNT_TWICE'
  | 'IN_PROGRESS'
  | 'VALUE_INVALID'
  | 'VALUE_NOT_POSITIVE'
  | 'VALUE_OVER_REMAINING'
  | 'VALUE_NOT_ITEMS'
  | 'VALUE_LEAVES_REMAINDER'
  | 'ITEMS_EMPTY'
  | 'ITEM_NOT_IN_ORDER'
  | 'ITEM_AMBIGUOUS'
  | 'ITEM_QUANTITY_INVALID'
  | 'ITEM_QUANTITY_OVER_REMAINING'
  | 'RETURN_BEFORE_INVOICED'
  | 'RETURN_TRIGGERS_REFUND'
  | 'VALUE_OVER_REFUNDABLE'
  | 'XML_REQUIRED'
  | 'XML_UNREADABLE'
  | 'XML_UNSAFE'
  | 'XML_NOT_AUTHORIZED'
  | 'XML_DISAGREES'
  | 'XML_WRONG_TYPE'
  | 'XML_TEST_ENVIRONMENT'
  | 'XML_RECIPIENT_DIFFERS'
  | 'XML_ITEMS_UNCLEAR'
  | 'DOCUMENT_ON_OTHER_ORDER'
  | 'ACCESS_KEY_INVALID'
  | 'DATE_INVALID'
  | 'DATE_IN_FUTURE'
  | 'URL_INVALID'
  | 'TEXT_TOO_LONG'
  | 'FULFILL_EMPTY'
  | 'TRACKING_EMPTY'
  | 'TRACKING_NUMBER_MISSING'
  | 'TRACKING_NUMBER_INVALID'
  | 'TRACKING_REPLACES'
  | 'DELIVERED_ALREADY'
  | 'DELIVERED_BEFORE_DISPATCH'
  | 'EVENTS_ALL_KNOWN'
  | 'TRACKING_RETURNED'
  | 'TRACKING_LOST'
  | 'TRACKING_ATTEMPT_FAILED'
  | 'TRACKING_PICKUP'
  | 'TRACKING_UNKNOWN_CODE'
  | 'SETTINGS_INVALID'
  | 'SETTINGS_CHANGED'
  | 'RATE_LIMITED'
  | 'OMS_REJECTED'
  | 'OMS_FORBIDDEN'
  | 'OMS_UNAVAILABLE'
  | 'OMS_UNREADABLE'
  | 'OMS_OUTCOME_UNKNOWN'
  | 'CONNECTOR_UNKNOWN'
  | 'CONNECTOR_REFUSED'
  | 'CONNECTOR_AWAY'
  | 'CONNECTOR_SECRET_WEAK'
  | 'BATCH_NOT_FOUND'
  | 'BATCH_STATE_FORBIDS'
  | 'BATCH_ROWS_MISSING'
  | 'BATCH_TOO_LARGE'
  | 'BATCH_KEY_TAKEN'
  | 'BATCH_ROW_POISONED'
  | 'READ_MODEL_REFUSED'
  | 'READ_MODEL_REMOVING'
  | 'READ_MODEL_NEEDED'
  | 'FILTER_WITH_SEARCH'
  | 'FILTER_INVALID'
  | 'ORDER_HOOK_TAKEN'
  | 'ORDER_HOOK_KEY_REFUSED'
  | 'ORDER_HOOK_REFUSED'
  | 'ORDER_HOOK_LEFT'

/** ERROR stops the call whatever is accepted; WARNING stops it until its code is accepted. */
export type Severity = 'ERROR' | 'WARNING'

export interface Fact {
  readonly name: string
  readonly value: string
}

/** What is stored beside what was given. */
export interface Difference {
  readonly field: string
  readonly stored: string | null
  readonly given: string | null
}

export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  /** Path into the arguments, list positions as text. Empty: the whole call. */
  readonly field: readonly string[]
  /** English, for logs and API callers: what is wrong and the remedy. */
  readonly message: string
  readonly facts: readonly Fact[]
  readonly differences: readonly Difference[]
}
