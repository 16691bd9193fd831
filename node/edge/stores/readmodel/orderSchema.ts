import type { OrderDocument } from '../../../domain/readmodel/orderDocument'

/** Never change what stands under a name but by adding to it: all documents are judged anew then (masterdata §1.2). */
export const SCHEMA_NAME = 'read-model-v1'

const text = { type: ['string', 'null'] }
const moment = { type: ['string', 'null'], format: 'date-time' }
const number = { type: ['number', 'null'] }

const PROPERTIES: Readonly<Record<keyof OrderDocument, object>> = {
  orderId: text,
  stage: text,
  open: { type: ['boolean', 'null'] },
  reason: text,
  attention: { type: ['array', 'null'], items: { type: 'string' } },
  promise: moment,
  created: moment,
  authorized: moment,
  invoiced: moment,
  shipped: moment,
  lastEvent: moment,
  delivered: moment,
  closed: moment,
  carrier: text,
  marketplace: text,
  salesChannel: text,
  value: number,
  currency: text,
  parcelState: text,
  readAt: moment,
  refreshDue: moment,
}

/** What is filtered and sorted by, and what a write sets a condition on. Twelve at most: each costs every write (masterdata §1.2, §2). */
const INDEXED: readonly (keyof OrderDocument)[] = [
  'stage',
  'reason',
  'promise',
  'created',
  'value',
  'lastEvent',
  'readAt',
  'delivered',
  'carrier',
  'marketplace',
  'salesChannel',
  'refreshDue',
]

/** Nobody but who holds Master Data's own rights reads it, and no answer is older than the document. */
export const SCHEMA = {
  properties: PROPERTIES,
  'v-indexed': INDEXED,
  'v-default-fields': ['orderId', 'stage', 'readAt'],
  'v-cache': false,
  'v-immediate-indexing': true,
  'v-security': { allowGetAll: false, publicRead: [], publicWrite: [], publicFilter: [] },
}
