import { documentOf, type OrderDocument } from '../readmodel/orderDocument'
import { someOrder } from './someOrder'

/** What the read model keeps of someOrder, but for what the test says. */
export function someOrderDocument(changes: Partial<OrderDocument> = {}): OrderDocument {
  const standing = {
    order: someOrder(),
    stage: 'TO_INVOICE',
    attention: [],
    shipments: [],
  } as const
  const readAtMs = Date.parse('2026-03-10T12:00:00Z')
  return {
    ...documentOf(standing, { readAtMs, keepClosedDays: 30, carriers: [] }),
    ...changes,
  }
}
