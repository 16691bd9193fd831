import { decideInvoice, type InvoiceDecision } from '../domain/invoice/decideInvoice'
import { bareAccessKey } from '../domain/fiscal/accessKey'
import type { FiscalDocument } from '../domain/fiscal/document'
import { documentHash } from '../domain/fiscal/identity'
import { readFiscalDocument } from '../domain/fiscal/readFiscalDocument'
import { isFault } from '../domain/problem/fault'
import type { ChangeState, Order } from '../domain/order/order'
import { blocking } from '../domain/problem/problems'
import { mayBeLost } from '../domain/standing/notShown'
import type { Settings } from '../domain/values/settings'
import { givenText } from '../domain/problem/texts'
import type { TrackingRead } from '../domain/tracking/trackingEdit'
import type { Accepted, InvoiceCommand } from './commands'
import { standingIntents } from '../domain/journal/intents'
import { writingSince } from '../domain/journal/writingSince'
import { readChanges } from './reading/liveReads'
import type { Journal, Ports } from './ports'

/** The document that a command carries, read once: a large file takes its time. */
export interface CommandDocument {
  readonly document: FiscalDocument | null
  /** By the document itself, else by the key that stands for it; null where neither tells. */
  readonly hash: string | null
}

export function readDocument({ embeddedInvoice, invoiceKey }: InvoiceCommand): CommandDocument {
  const xml = givenText(embeddedInvoice)
  const document = xml === null ? null : readFiscalDocument(xml, { storeTimeZone: null })
  const key = bareAccessKey(invoiceKey ?? '')
  const byKey = { key, issuerId: null, series: null, number: null }
  return {
    document,
    hash: (document && documentHash(document)) ?? (key.length === 44 ? documentHash(byKey) : null),
  }
}

/** Again with the store's zone, where only that can tell which moment a date without offset means. */
function inStoreZone(
  document: FiscalDocument | null,
  { embeddedInvoice }: InvoiceCommand,
  storeTimeZone: string | null
): FiscalDocument | null {
  const xml = givenText(embeddedInvoice)
  const isClear = document === null || document.issuanceDate !== null || storeTimeZone === null
  return isClear || xml === null ? document : readFiscalDocument(xml, { storeTimeZone })
}

/** Another order that this document is on, by our own register. The register only warns, so its failure stops nothing. */
export async function otherOrderOf(ports: Ports, hash: string | null): Promise<string | null> {
  if (hash === null) return null
  try {
    return await ports.documents.orderOf(hash)
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Documents', detail: error.message })
    return null
  }
}

export interface QuestionParts {
  readonly order: Order
  readonly journal: Journal
  readonly settings: Settings
  readonly command: InvoiceCommand
  readonly document: FiscalDocument | null
  readonly replaceVersion: string | null
  readonly otherOrder: string | null
  /** Tracking that goes along where the invoice is new; null where none does. */
  readonly carried?: TrackingRead | null
}

export interface JudgedInvoice {
  readonly decision: InvoiceDecision
  readonly changes: ChangeState | null
}

/**
 * Judges an invoice. OMS is asked for changes only where nothing else stops the call already.
 * @errors Fault where OMS does not say whether the order is being changed
 */
export async function askInvoice(
  ports: Ports,
  parts: QuestionParts,
  accept: Accepted
): Promise<JudgedInvoice> {
  const nowMs = ports.clock.now()
  const standing = standingIntents(parts.journal, parts.order, nowMs)
  const records = parts.journal.invoices
  const notShown = standing.filter((intent) => mayBeLost(intent, parts.order, records, nowMs))
  const question = {
    ...parts,
    nowMs,
    records,
    notShown,
    changes: null,
    carries: parts.carried && parts.carried.problems.length === 0 ? parts.carried.tracking : null,
    intents: standing.filter((intent) => !notShown.includes(intent)),
    document: inStoreZone(parts.document, parts.command, parts.order.timeZone),
    writingSince: (invoiceNumber: string) =>
      writingSince(parts.journal, parts.order, invoiceNumber, nowMs),
  }
  const decision = decideInvoice(question)
  if (decision.verdict !== 'JUDGED' || blocking(decision.problems, accept).length > 0)
    return { decision, changes: null }
  const changes = await readChanges(ports, parts.order, true)
  return changes?.inProgress
    ? { decision: decideInvoice({ ...question, changes }), changes }
    : { decision, changes }
}
