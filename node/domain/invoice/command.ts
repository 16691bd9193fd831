// What a caller asks for. Scalars arrive as they were sent (unknown): the rules answer what is no money
// or no moment as a problem with its field, never as an exception.

export interface InvoiceCommand {
  readonly type: 'OUTPUT' | 'INPUT'
  readonly invoiceNumber: string | null
  readonly issuanceDate: unknown
  readonly invoiceValue: unknown
  /** Null: every unit that remains. Empty: by value. */
  readonly items: readonly InvoiceItemCommand[] | null
  /** Of a client that names no units and cannot be asked: a value below what remains is invoiced by value. */
  readonly isByValueBelowRemaining?: boolean
  readonly invoiceKey: string | null
  readonly invoiceUrl: string | null
  readonly embeddedInvoice: string | null
  readonly courier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly dispatchedDate: unknown
}

export interface InvoiceItemCommand {
  readonly id: string | null
  readonly itemIndex: number | null
  readonly quantity: number
  readonly price: unknown
  readonly description: string | null
}

export interface TrackingCommand {
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly courier: string | null
  readonly dispatchedDate: unknown
}

export interface TrackingStatusCommand {
  readonly isDelivered: boolean
  readonly deliveredDate: unknown
  readonly events: readonly TrackingEventCommand[]
}

export interface TrackingEventCommand {
  readonly date: unknown
  readonly description: string
  readonly city: string | null
  readonly state: string | null
}
