/** Parts of the operations' answers under the names that screens and models use. */
import type {
  ActivityQuery,
  InvoiceInput as ContractInvoiceInput,
  NotifyInvoiceMutation,
  OrderQuery,
  PreviewInvoiceQuery,
  ReadFiscalDocumentQuery,
} from '../graphql/generated'

export type {
  InvoiceType,
  OrderAction,
  ProblemCode,
  Stage,
  TrackingInput,
  TrackingStatusInput,
} from '../graphql/generated'

export type Order = NonNullable<OrderQuery['order']>
export type OrderItem = Order['items'][number]
export type Package = Order['packages'][number]
export type TrackingEvent = Package['events'][number]
export type Currency = Order['currency']
export type Problem = Order['attention'][number]
export type Difference = Problem['differences'][number]

export type InvoicePreview = PreviewInvoiceQuery['previewInvoice']
export type FiscalDocument = ReadFiscalDocumentQuery['readFiscalDocument']
export type FiscalItem = FiscalDocument['items'][number]
export type ActivityEntry = ActivityQuery['activity'][number]

/** What the three writes of an invoice answer. */
export type WritePayload = NotifyInvoiceMutation['notifyInvoice']

/** A text that is no amount goes as it was typed, so that the answer names its field: the scalar takes anything. */
export type InvoiceInput = Omit<ContractInvoiceInput, 'invoiceValue'> & {
  invoiceValue?: number | string
}
