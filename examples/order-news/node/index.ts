import { IOClients, Service, type EventContext } from '@vtex/api'
import { InvoiceTracking } from './invoiceTracking'

class Clients extends IOClients {
  public get invoiceTracking(): InvoiceTracking {
    return this.getOrSet('invoiceTracking', InvoiceTracking)
  }
}

/** What Invoices & Tracking says; the event's key is `order-invoiced`, `tracking-updated` or `order-delivered`. */
interface News {
  /** The same for the same news, however often and whenever it comes. */
  readonly id: string
  readonly orderId: string
  readonly invoiceNumber: string
  readonly stage: string
  readonly at: string
}

const BUCKET = 'news'

/**
 * News come at least once, and in no promised order. So what was heard before is left, what counts is what the order
 * says now, and an error has the platform deliver the event again.
 */
async function news(ctx: EventContext<Clients>): Promise<void> {
  const { id, orderId, invoiceNumber } = ctx.body as News
  const { invoiceTracking, vbase } = ctx.clients
  if (await vbase.getJSON(BUCKET, id, true)) return
  const order = await invoiceTracking.order(orderId)
  const parcel = order?.packages.find((one) => one.invoiceNumber === invoiceNumber)
  // Here a mail would be sent, or points be given.
  ctx.vtex.logger.info({
    news: ctx.key,
    orderId,
    invoiceNumber,
    stage: order?.stage,
    trackingNumber: parcel?.trackingNumber,
  })
  await vbase.saveJSON(BUCKET, id, { orderId, invoiceNumber })
}

export default new Service({
  clients: {
    implementation: Clients,
    options: { default: { retries: 0, timeout: 5_000 }, vbase: { memoizable: false } },
  },
  events: { news },
})
