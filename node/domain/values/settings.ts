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
}

export const DEFAULT_SETTINGS: Settings = {
  version: '0',
  defaultCourier: null,
  carriers: [],
  xmlRequired: 'CERTIFIED_MARKETPLACES',
  freightOn: 'LAST_INVOICE',
  noteOnOrder: false,
}
