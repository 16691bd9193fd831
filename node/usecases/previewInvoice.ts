import { asPackageItem } from '../domain/journal/intents'
import { outcomeUnknown } from '../domain/journal/waiting'
import { buildLedger } from '../domain/standing/ledger'
import type { Order, PackageItem } from '../domain/order/order'
import { mayBeOrderId } from '../domain/order/orderId'
import type { ProblemCode } from '../domain/problem/problem'
import { CATALOGUE, problem } from '../domain/problem/problems'
import type { InvoiceCommand, InvoicePreview } from './commands'
import { askInvoice, otherOrderOf, readDocument, type JudgedInvoice } from './invoiceQuestion'
import { readForShowing, readSettings } from './reading/liveReads'
import type { Journal, Ports } from './ports'

const NOTHING: InvoicePreview = {
  invoiceNumber: null,
  invoiceValue: null,
  issuanceDate: null,
  items: [],
  remainingAfter: null,
  completesOrder: false,
  problems: [],
}

/** A preview goes on past every warning, as a caller does who accepts them all. */
const EVERY_CODE = Object.keys(CATALOGUE) as ProblemCode[]

/**
 * What notifyInvoice would send and every problem it would meet, without sending anything.
 * @errors Fault where the order cannot be read
 */
export async function previewInvoice(
  ports: Ports,
  orderId: string,
  command: InvoiceCommand,
  replaceVersion: string | null
): Promise<InvoicePreview> {
  if (!mayBeOrderId(orderId)) return unknownOrder(orderId)
  const { document, hash } = readDocument(command)
  const [{ order, journal }, settings, otherOrder] = await Promise.all([
    readForShowing(ports, orderId),
    readSettings(ports),
    otherOrderOf(ports, hash),
  ])
  if (order === null) return unknownOrder(orderId)
  const parts = { order, journal, settings, command, document, replaceVersion, otherOrder }
  const { decision } = await askInvoice(ports, parts, EVERY_CODE)
  const preview = previewOf(order, journal, decision)
  return { ...preview, items: preview.items.map((item) => named(order, item)) }
}

function unknownOrder(orderId: string): InvoicePreview {
  return { ...NOTHING, problems: [problem('ORDER_NOT_FOUND', { facts: { orderId } })] }
}

/** With the name of its line, which a preview shows where no order stands beside it. */
function named(order: Order, item: PackageItem): PackageItem {
  const line =
    order.lines.find(({ itemIndex }) => itemIndex === item.itemIndex) ??
    order.lines.find(({ id }) => id === item.id)
  return { ...item, description: line?.name ?? item.description }
}

function previewOf(
  order: Order,
  journal: Journal,
  decision: JudgedInvoice['decision']
): InvoicePreview {
  switch (decision.verdict) {
    case 'JUDGED':
      return {
        ...decision.draft,
        items: decision.draft.items.map((item) => asPackageItem(order, item)),
        problems: decision.problems,
      }
    case 'SAME': {
      const { invoiceNumber, invoiceValue, issuanceDate, items } = decision.stored
      const { remainingValue } = buildLedger(order, journal.intents, journal.invoices)
      return {
        ...NOTHING,
        invoiceNumber,
        invoiceValue,
        issuanceDate,
        items,
        remainingAfter: remainingValue,
      }
    }
    default: {
      const { invoiceNumber, value, content } = decision.intent
      return {
        ...NOTHING,
        invoiceNumber,
        invoiceValue: value,
        issuanceDate: content?.issuanceDate ?? null,
        items: (content?.items ?? []).map((item) => asPackageItem(order, item)),
        problems: decision.verdict === 'UNANSWERED' ? [outcomeUnknown(decision.intent)] : [],
      }
    }
  }
}
