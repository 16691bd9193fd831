import type { Receipt } from '../domain/order'
import { readInstant } from './decodeDates'
import { isObject, objectOf, textOf } from './loose'

/**
 * What OMS gives back for an accepted write. A 200 with an object is an acceptance, whatever of the three is missing;
 * null where it was no object at all, and then nobody knows (oms §1.1).
 */
export function decodeReceipt(json: unknown): Receipt | null {
  if (!isObject(json)) return null
  const answer = objectOf(json)
  return {
    date: readInstant(answer.date),
    orderId: textOf(answer.orderId),
    receipt: textOf(answer.receipt),
  }
}
