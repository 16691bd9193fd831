import type { Receipt } from '../domain/order/order'
import { readInstant } from './decodeDates'
import { isObject, textOf, type Loose } from '../domain/values/loose'

/**
 * What OMS gives back for an accepted write. A 200 with an object is an acceptance, whatever of the three is missing;
 * null where it was no object at all, or an error under a 200, and then nobody knows (oms §1.1, §1.5).
 */
export function decodeReceipt(json: unknown): Receipt | null {
  if (!isObject(json) || isError(json)) return null
  return {
    date: readInstant(json.date),
    orderId: textOf(json.orderId),
    receipt: textOf(json.receipt),
  }
}

function isError({ error, receipt }: Loose): boolean {
  return textOf(receipt) === null && (isObject(error) || textOf(error) !== null)
}
