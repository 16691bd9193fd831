import { attentionAt } from '../domain/readmodel/answersTo'
import type { OrderDocument } from '../domain/readmodel/orderDocument'
import type { OrderPageView } from '../usecases/commands'
import type { QueueRowsView } from '../usecases/readQueueRows'
import type * as GraphQL from './generated/schema'
import { presentOrder } from './present'

export function presentOrderPage(page: OrderPageView, nowMs: number): GraphQL.OrderPage {
  return {
    ...page,
    rows: page.rows.map(presentOrder),
    documents: page.documents.map((one) => presentDocument(one, nowMs)),
  }
}

export function presentQueueRows({ rows, ...rest }: QueueRowsView): GraphQL.QueueRows {
  return { ...rest, rows: rows.map(presentOrder) }
}

function presentDocument(document: OrderDocument, nowMs: number): GraphQL.OrderDocument {
  const { orderId, stage, carrier, parcelState, marketplace, value, currency, readAt } = document
  return {
    ...{ orderId, stage, carrier, parcelState, marketplace, value, currency, readAt },
    attention: attentionAt(document, nowMs).map(({ code }) => code),
    creationDate: document.created,
    paidDate: document.authorized,
    invoicedDate: document.invoiced,
    estimatedDelivery: document.promise,
    lastEventDate: document.lastEvent,
    deliveredDate: document.delivered,
  }
}
