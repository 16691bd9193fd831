import type { InvoiceCommand } from './command'
import { cleanInvoiceKey } from '../fiscal/accessKey'
import { readDocumentItems } from './documentItems'
import type { FiscalDocument } from '../fiscal/document'
import { instantAt, type Instant } from '../values/instant'
import type { InvoiceRecord } from '../journal/intent'
import { givenKey, givenTrackingNumber, givenUrl, type ReadCommand } from './invoiceGiven'
import { chosenUnits, everyRemainingUnit, noUnits, type ChosenItems } from './invoiceItems'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { decideValue, type ValueQuestion } from './invoiceValue'
import type { OrderLedger } from '../standing/ledger'
import { isAhead } from '../problem/moments'
import { atLeastZero, isCents, subtract, ZERO, type Cents } from '../values/money'
import type { Order, Package } from '../order/order'
import type { OutgoingInvoice, OutgoingItem, OutgoingTracking } from '../package/outgoing'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { storedItems } from './replaceInvoice'
import type { Settings } from '../values/settings'
import { givenText, isGiven } from '../problem/texts'

/** The invoice as it would go out, as far as it can be told, and what would remain. */
export interface InvoiceDraft {
  readonly invoiceNumber: string | null
  readonly invoiceValue: Cents | null
  readonly issuanceDate: Instant | null
  readonly items: readonly OutgoingItem[]
  readonly remainingAfter: Cents | null
  readonly completesOrder: boolean
}

interface DraftQuestion {
  /** The order without the package that is replaced, and its ledger. */
  readonly rest: Order
  readonly ledger: OrderLedger
  readonly command: InvoiceCommand
  readonly read: ReadCommand
  readonly invoiceNumber: string | null
  readonly replaces: Package | null
  readonly records: readonly InvoiceRecord[]
  readonly document: FiscalDocument | null
  readonly carries?: OutgoingTracking | null
  readonly settings: Settings
  readonly nowMs: number
}

interface Drafted {
  readonly draft: InvoiceDraft
  readonly invoice: OutgoingInvoice | null
  readonly problems: readonly Problem[]
}

/** Fills what was left out: from the document, of a replaced invoice from what is stored, else by the rules (design §2.2). */
export function draftInvoice(question: DraftQuestion): Drafted {
  const { rest, ledger, command, read, invoiceNumber, replaces, document } = question
  const record = recordOf(question)
  const listed = listedUnits(question)
  const units = listed.chosen ? 'NAMED' : unitsBasis(question)
  const chosen = listed.chosen ?? chooseItems(question, units, record)
  const decided = decideValue({
    order: rest,
    ledger,
    chosen,
    units,
    type: command.type,
    given: command.invoiceValue,
    read: document?.value ?? replaces?.invoiceValue ?? null,
    freightOn: question.settings.freightOn,
  })
  const issuanceDate =
    read.issuanceDate ??
    (isGiven(command.issuanceDate)
      ? null
      : (document?.issuanceDate ?? replaces?.issuanceDate ?? instantAt(question.nowMs)))
  const value = decided.value
  const draft: InvoiceDraft = {
    invoiceNumber,
    issuanceDate,
    invoiceValue: value,
    items: chosen.items,
    remainingAfter: remainingAfter(question, value),
    completesOrder:
      command.type === 'OUTPUT' &&
      value !== null &&
      value > 0 &&
      ledger.invoicedValue + value >= rest.value,
  }
  const problems = [
    ...(issuanceDate && isAhead(issuanceDate, question.nowMs)
      ? [problem('DATE_IN_FUTURE', { field: ['invoice', 'issuanceDate'] })]
      : []),
    ...listed.problems,
    ...chosen.problems,
    ...decided.problems,
    ...(command.type === 'INPUT' && value !== null && value > 0
      ? [problem('RETURN_TRIGGERS_REFUND', { facts: { amount: value } })]
      : []),
  ]
  if (invoiceNumber === null || value === null || issuanceDate === null)
    return { draft, problems, invoice: null }
  const carries = (!replaces && question.carries) || {}
  const courier = carries.courier ?? givenText(command.courier) ?? replaces?.courier ?? null
  const trackingNumber =
    carries.trackingNumber ?? givenTrackingNumber(command) ?? replaces?.trackingNumber ?? null
  return {
    draft,
    problems,
    invoice: {
      type: command.type,
      invoiceNumber,
      issuanceDate,
      invoiceValue: value,
      items: chosen.items,
      invoiceKey: givenKey(command) ?? document?.key ?? storedKey(replaces),
      invoiceUrl: givenUrl(command.invoiceUrl) ?? (replaces?.invoiceUrl || null),
      embeddedInvoice: givenText(command.embeddedInvoice) ?? (replaces?.embeddedInvoice || null),
      // A parcel without a carrier's name is what the default is for; an invoice without a parcel needs none.
      courier: courier || (trackingNumber && !replaces ? question.settings.defaultCourier : null),
      trackingNumber: trackingNumber || null,
      trackingUrl:
        carries.trackingUrl ?? givenUrl(command.trackingUrl) ?? (replaces?.trackingUrl || null),
      dispatchedDate:
        carries.dispatchedDate ?? read.dispatchedDate ?? record?.dispatchedDate ?? null,
    },
  }
}

function storedKey(replaces: Package | null): string | null {
  return replaces?.invoiceKey ? cleanInvoiceKey(replaces.invoiceKey) : null
}

function recordOf({ replaces, records }: DraftQuestion): InvoiceRecord | null {
  if (!replaces) return null
  return (
    records.find(({ invoiceNumber }) =>
      isSameInvoiceNumber(invoiceNumber, replaces.invoiceNumber)
    ) ?? null
  )
}

/**
 * The units that the document lists, where the caller names none and the document is not about everything that remains:
 * its value is theirs. Nothing is chosen where they are not all found, or not all open.
 */
function listedUnits({ rest, ledger, command, replaces, document }: DraftQuestion): {
  readonly chosen: ChosenItems | null
  readonly problems: readonly Problem[]
} {
  if (command.items !== null || replaces || document === null) return { chosen: null, problems: [] }
  const read = readDocumentItems(document.items, rest.lines)
  if (read.result === 'UNCLEAR') return { chosen: null, problems: [read.problem] }
  if (read.result === 'UNKNOWN') return { chosen: null, problems: [] }
  const chosen = chosenUnits(rest, ledger, command.type, read.items)
  const isPart = chosen.problems.length === 0 && !chosen.coversAll
  return { chosen: isPart ? chosen : null, problems: [] }
}

function unitsBasis({ command, replaces, ledger }: DraftQuestion): ValueQuestion['units'] {
  if (command.items !== null) return command.items.length === 0 ? 'NONE' : 'NAMED'
  if (replaces) return 'KEPT'
  const { type, invoiceValue, isByValueBelowRemaining } = command
  const isPart = type === 'OUTPUT' && isCents(invoiceValue) && invoiceValue < ledger.remainingValue
  return isByValueBelowRemaining && isPart ? 'NONE' : 'LEFT_OUT'
}

function chooseItems(
  { rest, ledger, command, replaces }: DraftQuestion,
  units: ValueQuestion['units'],
  record: InvoiceRecord | null
): ChosenItems {
  const { type } = command
  if (units === 'NONE') return noUnits(rest, ledger, type)
  if (units === 'NAMED') return chosenUnits(rest, ledger, type, command.items ?? [])
  if (units === 'LEFT_OUT' || !replaces) return everyRemainingUnit(rest, ledger, type)
  const items = storedItems(rest, replaces, record)
  const kept = new Map(items.map(({ id, quantity }) => [id, quantity]))
  const open = everyRemainingUnit(rest, ledger, type).items
  return {
    items,
    worth: ZERO,
    isPriced: false,
    coversAll: open.every(({ id, quantity }) => quantity <= (kept.get(id) ?? 0)),
    problems: [],
  }
}

/** Of the order, as OMS will count it: a return moves no Output sum. */
function remainingAfter({ ledger, command }: DraftQuestion, value: Cents | null): Cents | null {
  if (value === null || command.type === 'INPUT')
    return value === null ? null : ledger.remainingValue
  return atLeastZero(subtract(ledger.remainingValue, atLeastZero(value)))
}
