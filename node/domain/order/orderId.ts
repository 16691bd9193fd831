/**
 * An id of OMS has some twenty characters (oms §2.1). By a longer text nothing is claimed, read or written down: a
 * caller could fill the file of claims that other orders share.
 */
export const LONGEST_ORDER_ID = 200

export function mayBeOrderId(text: string): boolean {
  return text.length <= LONGEST_ORDER_ID
}
