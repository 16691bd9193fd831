import { decideInvoice, type InvoiceDecision } from '../domain/decideInvoice'
import { bareAccessKey } from '../domain/fiscal/accessKey'
import type { FiscalDocument } from '../domain/fiscal/document'
import { documentHash } from '../domain/fiscal/identity'
import { readFiscalDocument } from '../domain/fiscal/readFiscalDocument'
import { isFault } from '../domain/fault'
import type { ChangeState, Order } from '../domain/order'
import { blocking } from '../domain/problems'
import type { Settings } from '../domain/settings'
import { givenText } from '../domain/texts'
import type { Accepted, InvoiceCommand } from './commands'
import { standingIntents, writingSince } from './journalEntries'
import { readChanges } from './liveReads'
import type { Journal, Ports } from './ports'

/** The document of a command, with the order that it was registered on before. */
export interface CommandDocument {
  readonly document: FiscalDocument | null
  readonly hash: string | null
  readonly otherOrder: string | null
}

/** Reads the document that a command carries. A zone is only needed for dates without offset. */
export function documentOf(
  command: InvoiceCommand,
  storeTimeZone: string | null
): FiscalDocument | null {
  const xml = givenText(command.embeddedInvoice)
  return xml === null ? null : readFiscalDocument(xml, { storeTimeZone })
}

/** By the document itself, else by the key that stands for it. */
export function documentHashOf(command: InvoiceCommand): string | null {
  const document = documentOf(command, null)
  if (document) return documentHash(document)
  const key = bareAccessKey(command.invoiceKey ?? '')
  return key.length === 44
    ? documentHash({ key, issuerId: null, series: null, number: null })
    : null
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
  readonly replaceVersion: string | null
  readonly otherOrder: string | null
}

export interface Decided {
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
): Promise<Decided> {
  const nowMs = ports.clock.now()
  const question = {
    ...parts,
    nowMs,
    changes: null,
    intents: standingIntents(parts.journal, parts.order, nowMs),
    records: parts.journal.invoices,
    document: documentOf(parts.command, parts.order.timeZone),
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
