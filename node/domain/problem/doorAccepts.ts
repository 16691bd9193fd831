import type { ProblemCode } from './problem'

/**
 * Warnings that a client which cannot be asked takes by itself, unless the store has chosen others: what is legal, usual
 * among ERPs, and can be put right by another call (doors §1).
 */
export const DOOR_ACCEPTS: readonly ProblemCode[] = [
  'VALUE_NOT_ITEMS',
  'VALUE_LEAVES_REMAINDER',
  'XML_REQUIRED',
  'TRACKING_REPLACES',
]

/** Every warning that a store may let the door take by itself. */
export const DOOR_MAY_ACCEPT: readonly ProblemCode[] = [
  ...DOOR_ACCEPTS,
  'ACCESS_KEY_INVALID',
  'DELIVERED_ALREADY',
  'ORDER_STATE_FORBIDS',
  'XML_DISAGREES',
  'XML_ITEMS_UNCLEAR',
  'XML_NOT_AUTHORIZED',
  'XML_RECIPIENT_DIFFERS',
  'XML_TEST_ENVIRONMENT',
  'XML_WRONG_TYPE',
]

/**
 * Warnings that only the call which they concern may take, whatever a store would like: each moves money, overwrites an
 * invoice, counts one twice or puts one document on two orders, and nothing takes that back (doors §1).
 */
export const DOOR_NEVER_ACCEPTS: readonly ProblemCode[] = [
  'DOCUMENT_ON_OTHER_ORDER',
  'INVOICE_NOT_SHOWN',
  'REPLACE_LOSES_FIELDS',
  'REPLACE_MAY_COUNT_TWICE',
  'RETURN_TRIGGERS_REFUND',
]
