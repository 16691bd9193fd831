import type { InvoiceCommand } from './command'
import { documentProblems } from './documentRules'
import { draftInvoice, type InvoiceDraft } from './draftInvoice'
import type { FiscalDocument } from '../fiscal/document'
import type { Instant } from '../values/instant'
import type { Intent, InvoiceRecord } from '../journal/intent'
import { isShown, isUnanswered } from '../journal/intents'
import { differences, heldByIntent, heldByPackage } from '../package/invoiceContent'
import { readInvoiceCommand, type ReadCommand } from './invoiceGiven'
import {
  isSafeInvoiceNumber,
  isSameInvoiceNumber,
  suggestInvoiceNumber,
} from '../package/invoiceNumber'
import { invoiceStateProblems } from '../standing/invoiceState'
import { buildLedger } from '../standing/ledger'
import { invoiceNotShown } from '../standing/notShown'
import type { ChangeState, Order, Package } from '../order/order'
import type { OutgoingInvoice, OutgoingTracking } from '../package/outgoing'
import { packageVersion } from '../package/packageVersion'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { lostByReplacing, mayCountTwice } from './replaceInvoice'
import { bearerOf, namesOfCommand, namesOfIntent, namesOfPackage } from './sameDocument'
import type { Settings } from '../values/settings'
import { givenText, textTooLong } from '../problem/texts'
import { dispatchAfterDelivery } from '../tracking/trackingEdit'

/** Everything that an invoice is judged by. */
export interface InvoiceQuestion {
  readonly order: Order
  readonly intents: readonly Intent[]
  /** Taken by OMS long ago and never shown: not among the intents, and to be declared lost before anything else goes out. */
  readonly notShown?: readonly Intent[]
  readonly records: readonly InvoiceRecord[]
  readonly settings: Settings
  /** Null where nothing suggests a change. */
  readonly changes: ChangeState | null
  readonly command: InvoiceCommand
  /** Package.version that the caller has seen and wants replaced. */
  readonly replaceVersion: string | null
  readonly document: FiscalDocument | null
  /** Goes along where the invoice is new, over what the command says; what is stored is not compared with it. */
  readonly carries?: OutgoingTracking | null
  readonly otherOrder: string | null
  /** Since when an edit or a tracking status is on its way to the invoice of a number; null where none is. */
  readonly writingSince: (invoiceNumber: string) => Instant | null
  readonly nowMs: number
}

/**
 * SAME: OMS holds it already. ACCEPTED: our own earlier call brought it to OMS, which does not show it yet.
 * UNANSWERED: an earlier call has no answer yet. JUDGED: see problems; without one that blocks, `invoice` may be sent.
 */
export type InvoiceDecision =
  | { readonly verdict: 'SAME'; readonly stored: Package }
  | { readonly verdict: 'ACCEPTED' | 'UNANSWERED'; readonly intent: Intent }
  | {
      readonly verdict: 'JUDGED'
      readonly problems: readonly Problem[]
      readonly draft: InvoiceDraft
      /** Null where a problem leaves it incomplete. */
      readonly invoice: OutgoingInvoice | null
      readonly replaces: Package | null
    }

const EMPTY_DRAFT: InvoiceDraft = {
  invoiceNumber: null,
  invoiceValue: null,
  issuanceDate: null,
  items: [],
  remainingAfter: null,
  completesOrder: false,
}

/** Judges one invoice in the order of design §2.1: own intents, number, state, changes, document, items, value. */
export function decideInvoice(asked: InvoiceQuestion): InvoiceDecision {
  const question = { ...asked, document: inCurrencyOf(asked.order, asked.document) }
  const { order, command, document, replaceVersion } = question
  const read = readInvoiceCommand(order, command, question.nowMs)
  const invoiceNumber = givenText(command.invoiceNumber)
    ? command.invoiceNumber
    : (document?.number ?? null)
  if (invoiceNumber === null)
    return judge(question, read, null, null, [
      problem('INVOICE_NUMBER_REQUIRED', { field: ['invoice', 'invoiceNumber'] }),
    ])

  const stored = order.packages.filter((one) =>
    isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)
  )
  const open = question.intents.find(
    (intent) => isSameInvoiceNumber(intent.invoiceNumber, invoiceNumber) && !isShown(intent, order)
  )
  if (open) return decideByIntent(question, read, open)
  const names = namesOfCommand(command, document)
  const isOnIt = bearerOf(names, command.type, stored, namesOfPackage) !== null
  const others = order.packages.filter((one) => !stored.includes(one))
  const bearer = isOnIt ? null : bearerOf(names, command.type, others, namesOfPackage)
  if (bearer) return decideByBearer(question, read, invoiceNumber, bearer)
  const sending = question.intents.filter((intent) => !isShown(intent, order))
  const sent = bearerOf(names, command.type, sending, namesOfIntent)
  if (sent) return decideByIntent(question, read, sent)
  if (stored.length > 1)
    return refused(
      invoiceNumber,
      problem('INVOICE_AMBIGUOUS', { ...numberField, facts: { count: stored.length } })
    )
  if (stored.length === 1) return decideByStored(question, read, invoiceNumber, stored[0])
  if (replaceVersion !== null)
    return refused(
      invoiceNumber,
      problem('INVOICE_NOT_FOUND', {
        field: ['replace'],
        facts: { invoiceNumbers: numbersOf(order) },
      })
    )
  return judge(question, read, invoiceNumber, null, numberProblems(invoiceNumber))
}

/** A total in another currency than the order's is no value of an invoice. */
function inCurrencyOf({ currency }: Order, document: FiscalDocument | null): FiscalDocument | null {
  if (!document?.currency || currency.assumed || document.currency === currency.code)
    return document
  return { ...document, value: null }
}

const numberField = { field: ['invoice', 'invoiceNumber'] }

export function numbersOf(order: Order): string[] {
  return order.packages.map(({ invoiceNumber }) => invoiceNumber)
}

function numberProblems(invoiceNumber: string): Problem[] {
  const tooLong = textTooLong('invoiceNumber', invoiceNumber, numberField.field)
  if (tooLong) return [tooLong]
  if (isSafeInvoiceNumber(invoiceNumber)) return []
  return [
    problem('INVOICE_NUMBER_UNSAFE', {
      ...numberField,
      facts: { suggestion: suggestInvoiceNumber(invoiceNumber) },
    }),
  ]
}

function decideByIntent(
  question: InvoiceQuestion,
  read: ReadCommand,
  intent: Intent
): InvoiceDecision {
  if (isUnanswered(intent)) return { verdict: 'UNANSWERED', intent }
  const found = intent.content ? differences(read.given, heldByIntent(intent.content)) : []
  const unread = [...read.problems, ...read.amountProblems]
  if (found.length === 0 && unread.length === 0) return { verdict: 'ACCEPTED', intent }
  if (found.length === 0) return refused(intent.invoiceNumber, ...unread)
  // The version that a replacing caller has seen is about to go: which one follows shows only when OMS has applied it.
  if (question.replaceVersion !== null)
    return refused(
      intent.invoiceNumber,
      problem('IN_PROGRESS', { facts: { since: intent.sentAt } })
    )
  return refused(
    intent.invoiceNumber,
    problem('INVOICE_EXISTS', { ...numberField, differences: found }),
    ...unread
  )
}

/**
 * The document stands on this order under another number: sent again, one sale would count twice, and nothing takes that
 * back. Whatever is named to be replaced: an invoice is not renamed, and two must not bear one document.
 */
function decideByBearer(
  question: InvoiceQuestion,
  read: ReadCommand,
  invoiceNumber: string,
  bearer: Package
): InvoiceDecision {
  const decision = decideByStored(
    { ...question, replaceVersion: null },
    read,
    bearer.invoiceNumber,
    bearer
  )
  if (decision.verdict !== 'JUDGED') return decision
  const renamed = { field: 'invoiceNumber', stored: bearer.invoiceNumber, given: invoiceNumber }
  const problems = decision.problems.map((found) =>
    found.code === 'INVOICE_EXISTS'
      ? { ...found, differences: [renamed, ...found.differences] }
      : found
  )
  return { ...decision, problems }
}

function decideByStored(
  question: InvoiceQuestion,
  read: ReadCommand,
  invoiceNumber: string,
  stored: Package
): InvoiceDecision {
  const { order, command, records, replaceVersion } = question
  const record =
    records.find((one) => isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)) ?? null
  const found = differences(read.given, heldByPackage(order, stored, record))
  const unread = [...read.problems, ...read.amountProblems]
  if (found.length === 0 && unread.length === 0) return { verdict: 'SAME', stored }
  if (found.length === 0) return refused(invoiceNumber, ...unread)
  if (replaceVersion === null || stored.type !== command.type)
    return refused(
      invoiceNumber,
      problem('INVOICE_EXISTS', { ...numberField, differences: found }),
      ...unread
    )
  // A replacing body would carry the fields as they were before the edit.
  const since = question.writingSince(stored.invoiceNumber)
  if (since !== null) return refused(invoiceNumber, problem('IN_PROGRESS', { facts: { since } }))
  const version = packageVersion(stored)
  if (version !== replaceVersion)
    return refused(
      invoiceNumber,
      problem('INVOICE_CHANGED', {
        field: ['replace', 'version'],
        facts: { version },
        differences: found,
      })
    )
  return judge(question, read, stored.invoiceNumber, stored, [
    ...numberProblems(stored.invoiceNumber),
    ...lostByReplacing(order, stored, record, read.dispatchedDate !== null, command.items !== null),
  ])
}

function judge(
  question: InvoiceQuestion,
  read: ReadCommand,
  invoiceNumber: string | null,
  replaces: Package | null,
  numberFound: readonly Problem[]
): InvoiceDecision {
  const { order, command, document, changes, intents, records } = question
  const rest = replaces ? without(order, replaces) : order
  const ledger = buildLedger(rest, intents, records)
  const stateFound = invoiceStateProblems(
    order,
    buildLedger(order, intents, records),
    command.type,
    changes,
    replaces !== null
  )
  const drafted = draftInvoice({ ...question, rest, ledger, read, invoiceNumber, replaces })
  const stopped = stateFound.some(({ severity }) => severity === 'ERROR')
  const problems = stopped
    ? [...numberFound, ...stateFound]
    : [
        ...numberFound,
        ...(replaces ? [] : (question.notShown ?? []).map(invoiceNotShown)),
        ...(replaces ? mayCountTwice(order, replaces, drafted.draft.invoiceValue) : []),
        ...stateFound,
        ...documentProblems({
          order,
          command,
          document,
          issuanceDate: read.issuanceDate,
          stored: replaces,
          xmlRequired: question.settings.xmlRequired,
          otherOrder: question.otherOrder,
        }),
        ...read.problems,
        ...(replaces
          ? dispatchAfterDelivery(replaces, read.dispatchedDate, ['invoice', 'dispatchedDate'])
          : []),
        ...drafted.problems,
      ]
  return { verdict: 'JUDGED', problems, replaces, draft: drafted.draft, invoice: drafted.invoice }
}

function without(order: Order, stored: Package): Order {
  return { ...order, packages: order.packages.filter((one) => one !== stored) }
}

function refused(invoiceNumber: string, ...problems: Problem[]): InvoiceDecision {
  const draft = { ...EMPTY_DRAFT, invoiceNumber }
  return { verdict: 'JUDGED', problems, draft, invoice: null, replaces: null }
}
