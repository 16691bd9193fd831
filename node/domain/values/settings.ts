import { DOOR_ACCEPTS } from '../problem/doorAccepts'
import type { ProblemCode } from '../problem/problem'

export type XmlRequirement = 'NEVER' | 'CERTIFIED_MARKETPLACES' | 'ALWAYS'
export type FreightPosition = 'FIRST_INVOICE' | 'LAST_INVOICE'

export interface Carrier {
  readonly name: string
  /** {trackingNumber} stands for the number, encoded. */
  readonly urlTemplate: string | null
  /** Regular expression that its numbers match. */
  readonly numberPattern: string | null
}

export interface Settings {
  readonly version: string
  readonly defaultCourier: string | null
  readonly carriers: readonly Carrier[]
  readonly xmlRequired: XmlRequirement
  readonly freightOn: FreightPosition
  readonly noteOnOrder: boolean
  /** Of all batches together. @unit reads of OMS a minute */
  readonly batchPace: number
  /** Warnings that the OMS door takes by itself. */
  readonly doorAccepts: readonly ProblemCode[]
}

/** "6000 requests per minute per account" (batches §3), and what is left of it for people. */
export const MOST_BATCH_PACE = Math.floor(6_000 * 0.97)
export const LEAST_BATCH_PACE = 60

export const DEFAULT_SETTINGS: Settings = {
  version: '0',
  defaultCourier: null,
  carriers: [],
  xmlRequired: 'CERTIFIED_MARKETPLACES',
  freightOn: 'LAST_INVOICE',
  noteOnOrder: false,
  batchPace: MOST_BATCH_PACE,
  doorAccepts: DOOR_ACCEPTS,
}
