import type { ParcelState } from '../../parcel/parcelState'
import type { CodeTable } from '../connector'

type Types = readonly (number | string)[]

/** Types of the deliveries' codes BDE, BDI and BDR, by what they come to. */
const DELIVERIES: Partial<Record<ParcelState, Types>> = {
  DELIVERED: [0, 1, 67, 70, 79],
  ATTEMPT_FAILED: [
    2, 4, 5, 6, 7, 8, 10, 19, 20, 21, 25, 30, 33, 34, 35, 36, 38, 39, 46, 47, 48, 49,
  ],
  AVAILABLE_FOR_PICKUP: [3, 12, 24, 26, 68],
  RETURNING: [62],
  RETURNED: [23],
  LOST: [9, 13, 29, 50, 51, 52, 80, 86, 89, 98],
  // Back at Correios from an agency of another is no end (22); damaged, at customs, seized.
  EXCEPTION: [
    22, 28, 37, 40, 43, 44, 54, 55, 56, 57, 58, 59, 60, 61, 71, 72, 73, 74, 75, 76, 77, 83,
  ],
}
const OTHERS: Partial<Record<ParcelState, Types>> = {
  DELIVERED: ['CO/8', 'PAR/15'],
  IN_TRANSIT: ['RO', 'DO', 'PO', 'TRI'],
  OUT_FOR_DELIVERY: ['OEC/0', 'OEC/1'],
  ATTEMPT_FAILED: ['FC/7', 'FC/9'],
  AVAILABLE_FOR_PICKUP: ['LDI'],
  // OEC 9 is on the vehicle to the sender. BDE 14, BDR 63 and 64 stand for the one code that has them.
  RETURNING: ['OEC/9', 'BDE/14', 'BDR/63', 'BDR/64', 'BLQ/5', 'BLQ/22', 'PAR/13'],
  RETURNED: ['CO/9', 'CO/10', 'CO/13'],
}

/** Takes the entry before it back. */
export const ANNULS = 'EST'

const CODES_OF_DELIVERIES = ['BDE', 'BDI', 'BDR']
const all = (types: Types) =>
  CODES_OF_DELIVERIES.flatMap((code) => types.map((type) => `${code}/${type}`))
const pairs = (states: Partial<Record<ParcelState, Types>>, keysOf: (types: Types) => Types) =>
  Object.entries(states).flatMap(([state, types]) =>
    keysOf(types).map((key): [string, ParcelState] => [String(key), state as ParcelState])
  )

export const CORREIOS_CODES: CodeTable = {
  source: 'olist/correios@5494d74 correios/models/data.py (carriers §1.5)',
  states: Object.fromEntries([...pairs(DELIVERIES, all), ...pairs(OTHERS, (types) => types)]),
  needsPerson: all([4, 10, 33, 48]),
}
