/**
 * Where a parcel is, in the words of this app: every carrier's codes are read into these. The closed list of the
 * contract. @source carriers §3
 */
export const PARCEL_STATES = [
  'INFO_RECEIVED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'ATTEMPT_FAILED',
  'AVAILABLE_FOR_PICKUP',
  'DELIVERED',
  'EXCEPTION',
  'RETURNING',
  'RETURNED',
  'LOST',
  'CANCELLED',
  'UNKNOWN',
] as const

export type ParcelState = (typeof PARCEL_STATES)[number]

/** Nothing comes after these by itself. */
const FINAL: readonly ParcelState[] = ['DELIVERED', 'RETURNED', 'LOST', 'CANCELLED']

export function isFinal(state: ParcelState): boolean {
  return FINAL.includes(state)
}

/** On the way back to the sender, or there: what is "delivered" from here on is delivered to the sender. */
export function isOnReturn(state: ParcelState): boolean {
  return state === 'RETURNING' || state === 'RETURNED'
}
