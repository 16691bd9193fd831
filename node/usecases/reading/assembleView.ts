import { invoiceOf, NO_PARCELS, type OrderParcels } from '../../domain/carriers/orderParcels'
import { shipmentOf, type Shipment } from '../../domain/carriers/shipment'
import { judgeActions } from '../../domain/standing/actions'
import { attentionOf } from '../../domain/standing/attention'
import type { Instant } from '../../domain/values/instant'
import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import { buildLedger } from '../../domain/standing/ledger'
import type { ChangeState, Order } from '../../domain/order/order'
import type { Right } from '../../domain/problem/rights'
import type { Settings } from '../../domain/values/settings'
import { outputPackages, stageOf } from '../../domain/standing/stage'
import { newestMoment } from '../../domain/package/trackingEvents'
import type { OrderView } from '../commands'
import { standingIntents } from '../../domain/journal/intents'
import type { Journal } from '../ports'

/** Everything beside the order that decides how it is shown. */
export interface ViewParts {
  readonly journal: Journal
  readonly settings: Settings
  readonly changes: ChangeState | null
  readonly rights: ReadonlySet<Right>
  readonly nowMs: number
  /** Left out: no carrier told anything. */
  readonly parcels?: OrderParcels
}

export function assembleView(order: Order, parts: ViewParts): OrderView {
  const { journal, settings, changes, rights, nowMs, parcels = NO_PARCELS } = parts
  const ledger = buildLedger(order, standingIntents(journal, order, nowMs), journal.invoices)
  const stage = stageOf(order, ledger)
  const { allowed, blocked } = judgeActions({ order, ledger, stage, changes, rights })
  const shipments = shipmentsOf(order, parcels, nowMs)
  return {
    order,
    ledger,
    stage,
    blocked,
    shipments,
    allowedActions: allowed,
    attention: [
      ...attentionOf({
        order,
        ledger,
        stage,
        changes,
        settings,
        invoiceSentAt: lastInvoiceSentAt(journal),
        tracking: journal.tracking,
        nowMs,
      }),
      ...shipments.flatMap(({ attention }) => attention),
    ],
  }
}

function shipmentsOf(order: Order, parcels: OrderParcels, nowMs: number): readonly Shipment[] {
  return outputPackages(order.packages).map((stored) =>
    shipmentOf(stored, invoiceOf(parcels, stored.invoiceNumber), nowMs)
  )
}

/**
 * When an invoice last went out to OMS, as far as the journal knows. Asking for one that is on its way once more is no
 * send, so of these the intent tells.
 */
function lastInvoiceSentAt({ intents, activity }: Journal): Instant | null {
  const sent = activity.filter(
    ({ operation, outcome, invoiceNumber }) =>
      operation === 'NOTIFY_INVOICE' &&
      (outcome === 'APPLIED' || outcome === 'ACCEPTED') &&
      !intents.some((intent) => isSameInvoiceNumber(intent.invoiceNumber, invoiceNumber ?? ''))
  )
  return newestMoment([
    ...intents.map(({ sentAt }) => ({ date: sentAt })),
    ...sent.map(({ at }) => ({ date: at })),
  ])
}
