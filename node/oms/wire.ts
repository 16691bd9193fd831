// Bodies as they stand on the wire (oms §1). Answers are read loosely instead (decode*.ts): no type would hold.

export interface WireInvoice {
  type: 'Output' | 'Input'
  issuanceDate: string
  invoiceNumber: string
  /** Digits only: cents. */
  invoiceValue: string
  /** Empty texts where the invoice goes out without tracking, as the API reference asks for. */
  courier: string
  trackingNumber: string
  trackingUrl: string
  items: WireInvoiceItem[]
  invoiceKey?: string
  invoiceUrl?: string
  embeddedInvoice?: string
  dispatchedDate?: string
}

export interface WireInvoiceItem {
  id: string
  price: number
  quantity: number
  description?: string
}

/** Only the keys sent are overwritten. */
export interface WireTracking {
  trackingNumber?: string | null
  trackingUrl?: string | null
  courier?: string | null
  dispatchedDate?: string | null
}

export interface WireTrackingStatus {
  isDelivered: boolean
  /** `yyyy-mm-dd hh:mm`, UTC. */
  deliveredDate: string | null
  events: WireTrackingEvent[]
}

export interface WireTrackingEvent {
  city: string
  state: string
  description: string
  date: string
}

export interface WireInteraction {
  source: string
  message: string
}

/** Query of the order list (oms §4). */
export interface WireListQuery {
  page: number
  per_page: number
  orderBy: 'creationDate,desc'
  f_status?: string
  q?: string
  f_creationDate?: string
}
