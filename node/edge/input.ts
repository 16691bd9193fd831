import { problem, QueryRefused } from '../domain/problem/problems'
import type {
  FulfillCommand,
  InvoiceCommand,
  OrdersQuery,
  TrackingCommand,
  TrackingStatusCommand,
} from '../usecases/commands'
import type { OverviewQuestion } from '../usecases/overview/readOverview'
import type { GivenReference } from '../usecases/matchOrders'
import type {
  FulfillInput,
  InvoiceInput,
  OrderReference,
  QueryOrdersArgs,
  QueryOverviewArgs,
  TrackingInput,
  TrackingStatusInput,
} from './generated/schema'

// A field left out and a null mean the same: not given.

export function ordersQuery(args: QueryOrdersArgs): OrdersQuery {
  return {
    queue: args.queue ?? 'TO_INVOICE',
    search: args.search ?? null,
    createdFrom: args.createdFrom ?? null,
    createdTo: args.createdTo ?? null,
    page: args.page ?? 1,
    perPage: args.perPage ?? 25,
    sort: args.sort ? { by: args.sort.by, descending: args.sort.descending ?? false } : null,
    carrier: named(args.carrier, 'carrier'),
    marketplace: named(args.marketplace, 'marketplace'),
    salesChannel: named(args.salesChannel, 'salesChannel'),
    fromDocuments: args.fromDocuments ?? false,
  }
}

export function overviewQuestion(args: QueryOverviewArgs): OverviewQuestion {
  return {
    from: args.from ?? null,
    to: args.to ?? null,
    carrier: named(args.carrier, 'carrier'),
    marketplace: named(args.marketplace, 'marketplace'),
  }
}

/** @errors QueryRefused: what Master Data's language of search cannot quote */
function named(given: string | null | undefined, field: string): string | null {
  const name = given?.trim() ?? ''
  if (name === '') return null
  if (name.length > LONGEST_NAME || /["\\*]/.test(name))
    throw new QueryRefused(problem('FILTER_INVALID', { field: [field] }))
  return name
}

const LONGEST_NAME = 100

export function givenReference(of: OrderReference): GivenReference {
  return {
    reference: of.reference ?? null,
    recipientId: of.recipientId ?? null,
    value: of.value ?? null,
    issuanceDate: of.issuanceDate ?? null,
    invoiceNumber: of.invoiceNumber ?? null,
    issuerId: of.issuerId ?? null,
    series: of.series ?? null,
  }
}

export function invoiceCommand(input: InvoiceInput): InvoiceCommand {
  return {
    type: input.type ?? 'OUTPUT',
    invoiceNumber: input.invoiceNumber ?? null,
    issuanceDate: input.issuanceDate ?? null,
    invoiceValue: input.invoiceValue ?? null,
    items:
      input.items?.map((item) => ({
        id: item.id ?? null,
        itemIndex: item.itemIndex ?? null,
        quantity: item.quantity,
        price: item.price ?? null,
        description: item.description ?? null,
      })) ?? null,
    invoiceKey: input.invoiceKey ?? null,
    invoiceUrl: input.invoiceUrl ?? null,
    embeddedInvoice: input.embeddedInvoice ?? null,
    courier: input.courier ?? null,
    trackingNumber: input.trackingNumber ?? null,
    trackingUrl: input.trackingUrl ?? null,
    dispatchedDate: input.dispatchedDate ?? null,
  }
}

export function trackingCommand(input: TrackingInput): TrackingCommand {
  return {
    trackingNumber: input.trackingNumber ?? null,
    trackingUrl: input.trackingUrl ?? null,
    courier: input.courier ?? null,
    dispatchedDate: input.dispatchedDate ?? null,
  }
}

export function trackingStatusCommand(input: TrackingStatusInput): TrackingStatusCommand {
  return {
    isDelivered: input.isDelivered,
    deliveredDate: input.deliveredDate ?? null,
    events: (input.events ?? []).map((event) => ({
      date: event.date,
      description: event.description,
      city: event.city ?? null,
      state: event.state ?? null,
    })),
  }
}

export function fulfillCommand(input: FulfillInput): FulfillCommand {
  return {
    invoice: input.invoice ? invoiceCommand(input.invoice) : null,
    invoiceNumber: input.invoiceNumber ?? null,
    tracking: input.tracking ? trackingCommand(input.tracking) : null,
    status: input.status ? trackingStatusCommand(input.status) : null,
  }
}
