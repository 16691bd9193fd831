import { instantAt, type Instant } from '../domain/values/instant'
import { foundOut, told } from '../domain/journal/activity'
import { mergeRecords, recordFrom } from '../domain/journal/record'
import type { EditIntent, Intent, InvoiceRecord, TrackingIntent } from '../domain/journal/intent'
import { cameTooLate, isShown, showsAnother } from '../domain/journal/intents'
import { isPast } from '../domain/journal/waiting'
import { mergeEvents } from '../domain/package/trackingEvents'
import { isSameInvoiceNumber } from '../domain/package/invoiceNumber'
import type { Order, Package } from '../domain/order/order'
import { showsTexts } from '../domain/tracking/trackingEdit'
import { showsStatus } from '../domain/tracking/trackingStatus'
import type { ActivityEntry, Journal } from './ports'

// Changes of a journal. All pure: the store applies them again where another writer came between.

type Change = (journal: Journal) => Journal

export function inTurn(...changes: readonly Change[]): Change {
  return (journal) => changes.reduce((changed, change) => change(changed), journal)
}

/**
 * Intents that still count. Given up are a replacement that OMS took and never showed, for the stored invoice stands,
 * and an invoice that can no longer come.
 */
export function standingIntents(journal: Journal, order: Order, nowMs: number): readonly Intent[] {
  return journal.intents.filter((intent) => {
    const { isReplacement, state } = intent
    if (isReplacement && state === 'ACCEPTED' && isPast(intent, nowMs)) return false
    return !cameTooLate(intent, order, nowMs)
  })
}

export function addIntent(intent: Intent): Change {
  return (journal) => ({ ...journal, intents: [...journal.intents, intent] })
}

/** As it now is, also where it is not there any more: a file that was emptied under us must not forget what went out. */
export function putIntent(intent: Intent): Change {
  return (journal) =>
    journal.intents.some(({ id }) => id === intent.id)
      ? changeIntent(intent.id, () => intent)(journal)
      : addIntent(intent)(journal)
}

export function changeIntent(id: string, change: (intent: Intent) => Intent): Change {
  return (journal) => ({
    ...journal,
    intents: journal.intents.map((intent) => (intent.id === id ? change(intent) : intent)),
  })
}

export function dropIntent(id: string): Change {
  return (journal) => ({
    ...journal,
    intents: journal.intents.filter((intent) => intent.id !== id),
  })
}

export function addTracking(intent: TrackingIntent): Change {
  return (journal) => ({ ...journal, tracking: [...(journal.tracking ?? []), intent] })
}

export function changeTracking(changed: TrackingIntent): Change {
  return (journal) => ({
    ...journal,
    tracking: (journal.tracking ?? []).map((intent) =>
      intent.id === changed.id ? changed : intent
    ),
  })
}

/** Sent no more, and remembered: told again it is known. */
export function giveUpTracking(intent: TrackingIntent): Change {
  return (journal) => {
    const isOf = ({ invoiceNumber }: TrackingIntent): boolean =>
      isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
    const earlier = (journal.givenUp ?? []).filter(isOf).flatMap(({ events }) => events)
    const events = mergeEvents(earlier, intent.events).slice(-MOST_GIVEN_UP)
    return {
      ...dropTracking([intent.id])(journal),
      givenUp: [...(journal.givenUp ?? []).filter((one) => !isOf(one)), { ...intent, events }],
    }
  }
}

/** Newest events remembered of those that were given up on one invoice. */
const MOST_GIVEN_UP = 1_000

export function markUnseen(id: string, unseen: number): Change {
  return (journal) => ({
    ...journal,
    tracking: (journal.tracking ?? []).map((intent) =>
      intent.id === id ? { ...intent, unseen } : intent
    ),
  })
}

export function addEdit(edit: EditIntent): Change {
  return (journal) => ({ ...journal, edits: [...(journal.edits ?? []), edit] })
}

/** Its send is over: with a receipt, or without an answer. */
export function endEdit(id: string, endedAt: Instant | undefined, isAccepted: boolean): Change {
  return (journal) => ({
    ...journal,
    edits: (journal.edits ?? []).map((edit) =>
      edit.id === id ? { ...edit, endedAt, isAccepted } : edit
    ),
  })
}

export function dropEdit(id: string): Change {
  return (journal) => ({
    ...journal,
    edits: (journal.edits ?? []).filter((edit) => edit.id !== id),
  })
}

/** Since when something else than an invoice is on its way to this package; null where nothing is. */
export function writingSince(
  journal: Journal,
  order: Order,
  invoiceNumber: string,
  nowMs: number
): Instant | null {
  const { tracking, edits } = inStepWith(order, nowMs)(journal)
  const open = [...(tracking ?? []), ...(edits ?? [])].find((intent) =>
    isSameInvoiceNumber(intent.invoiceNumber, invoiceNumber)
  )
  return open?.sentAt ?? null
}

export function dropTracking(ids: readonly string[]): Change {
  return (journal) => ({
    ...journal,
    tracking: (journal.tracking ?? []).filter(({ id }) => !ids.includes(id)),
  })
}

/** Tells how a write ended, or that something was done. */
export function addActivity(entry: ActivityEntry): Change {
  return (journal) => ({ ...journal, activity: told(journal.activity, entry) })
}

function addFound(entry: ActivityEntry): Change {
  return (journal) => ({ ...journal, activity: foundOut(journal.activity, entry) })
}

/** Merged with what is there: nothing newer is replaced. */
export function recordInvoice(record: InvoiceRecord): Change {
  return (journal) => {
    const known = recordOf(journal, record.invoiceNumber)
    return putRecord(known ? mergeRecords(known, record) : record)(journal)
  }
}

function putRecord(record: InvoiceRecord): Change {
  return (journal) => ({
    ...journal,
    invoices: [
      ...journal.invoices.filter(
        ({ invoiceNumber }) => !isSameInvoiceNumber(invoiceNumber, record.invoiceNumber)
      ),
      record,
    ],
  })
}

/** A dispatch date that this app is sending; whether OMS took it is not known yet. */
export function recordDispatch(
  invoiceNumber: string,
  dispatchedDate: Instant,
  sentAt: Instant
): Change {
  return (journal) =>
    putRecord({
      ...(recordOf(journal, invoiceNumber) ?? {
        invoiceNumber,
        wroteInvoice: false,
        descriptions: [],
      }),
      dispatchedDate,
      dispatchIsUnsure: true,
      dispatchWrittenAt: sentAt,
    })(journal)
}

/** OMS refused it: what was known of the dispatch before stands again, unless somebody has written another since. */
export function takeBackDispatch(
  invoiceNumber: string,
  sent: Instant,
  before: InvoiceRecord | null
): Change {
  return (journal) => {
    const record = recordOf(journal, invoiceNumber)
    if (!record?.dispatchIsUnsure || record.dispatchedDate !== sent) return journal
    if (before === null && record.writtenAt === undefined)
      return { ...journal, invoices: journal.invoices.filter((one) => one !== record) }
    const { dispatchedDate = null, dispatchIsUnsure, dispatchWrittenAt } = before ?? {}
    // Of an invoice that was recorded only since, nobody knows the dispatch any more.
    const wroteInvoice = record.wroteInvoice && before !== null
    return putRecord({
      ...record,
      wroteInvoice,
      dispatchedDate,
      dispatchIsUnsure,
      dispatchWrittenAt,
    })(journal)
  }
}

/** OMS took it; a later one that somebody else is sending meanwhile stays unsure. */
export function confirmDispatch(invoiceNumber: string, dispatchedDate: Instant): Change {
  return (journal) => {
    const record = recordOf(journal, invoiceNumber)
    return record?.dispatchedDate === dispatchedDate
      ? putRecord({ ...record, dispatchIsUnsure: false })(journal)
      : journal
  }
}

export function recordOf(journal: Journal, invoiceNumber: string): InvoiceRecord | null {
  return (
    journal.invoices.find((record) => isSameInvoiceNumber(record.invoiceNumber, invoiceNumber)) ??
    null
  )
}

/**
 * Puts a journal in step with what the order shows: intents whose invoice is there end, with their record and, where
 * whoever sent them died before saying so, their activity. `known` is the journal as it was before the order was read:
 * what came into it later the order cannot tell of.
 */
export function inStepWith(order: Order, nowMs: number, known?: Journal): Change {
  return (journal) => {
    const isKnown = known ? knownIn(known) : () => true
    const shown = journal.intents.filter((intent) => isKnown(intent) && isShown(intent, order))
    const isAnother = (intent: Intent): boolean => showsAnother(intent, order)
    const standing = standingIntents(journal, order, nowMs)
    const left = journal.intents.filter(
      (intent) => !isKnown(intent) || (standing.includes(intent) && !shown.includes(intent))
    )
    const shownAt = instantAt(nowMs)
    const ends = [
      ...shown
        .filter((intent) => !isAnother(intent))
        .map((intent) => recordInvoice({ ...recordFrom(intent), shownAt })),
      ...shown
        .filter(({ isRecorded, state }) => !isRecorded || state !== 'ACCEPTED')
        .map((intent) =>
          isAnother(intent)
            ? lateEntry(intent, 'UNKNOWN', 'the order shows other content under this number')
            : lateEntry(intent, 'APPLIED', FOUND)
        )
        .map(addFound),
      ...journal.intents
        .filter((intent) => isKnown(intent) && cameTooLate(intent, order, nowMs))
        .map((intent) => lateEntry(intent, 'FAILED', 'the order was invoiced without it'))
        .map(addFound),
      ...openEnds(journal, order, isKnown),
    ]
    return inTurn(...ends)({
      ...journal,
      intents: left,
      tracking: (journal.tracking ?? []).filter(
        (intent) => !isKnown(intent) || !isDone(intent, order, left, nowMs)
      ),
      edits: (journal.edits ?? []).filter(
        (edit) => !isKnown(edit) || !isEditDone(edit, order, nowMs)
      ),
    })
  }
}

const FOUND = 'found by reading the order'

function knownIn({ intents, tracking, edits }: Journal): (one: { readonly id: string }) => boolean {
  const ids = new Set([...intents, ...(tracking ?? []), ...(edits ?? [])].map(({ id }) => id))
  return ({ id }) => ids.has(id)
}

/** Edits and events whose caller died, and which the order shows. */
function openEnds(
  journal: Journal,
  order: Order,
  isKnown: (one: { readonly id: string }) => boolean
): Change[] {
  const isThere = (intent: EditIntent | TrackingIntent): boolean => {
    const stored = packageOf(order, intent.invoiceNumber)
    if (stored === null) return false
    return 'tracking' in intent
      ? showsTexts(stored, intent.tracking) && !intent.tracking.dispatchedDate
      : showsStatus(stored, intent)
  }
  return [...(journal.edits ?? []), ...(journal.tracking ?? [])].flatMap((intent) => {
    const entry = journal.activity.find(({ id, isOpen }) => isOpen && id === intent.id)
    if (!entry || !isKnown(intent) || !isThere(intent)) return []
    return [addFound({ ...entry, outcome: 'APPLIED', summary: FOUND })]
  })
}

/** An unanswered intent that left no trace, given up: the invoice may be sent again, and the activity says so. */
export function giveUp(intent: Intent): Change {
  return inTurn(
    dropIntent(intent.id),
    addFound(lateEntry(intent, 'FAILED', 'left no trace at OMS; may be sent again'))
  )
}

/** A person says that what OMS took will not come: it counts no more, and with it goes what was recorded of it. */
export function declareLost(intent: Intent, actor: string, at: Instant): Change {
  const { id: _id, ...entry } = lateEntry(intent, 'UNKNOWN', LOST)
  return (journal) =>
    inTurn(
      dropIntent(intent.id),
      addActivity({ ...entry, actor, at })
    )({
      ...journal,
      invoices: journal.invoices.filter(
        ({ invoiceNumber, shownAt }) =>
          shownAt !== undefined || !isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
      ),
    })
}

const LOST = 'declared lost: OMS took it and never showed it'

export function lateEntry(
  { id, sentAt, actor, invoiceNumber, type, receipt, summary }: Intent,
  outcome: ActivityEntry['outcome'],
  words: string
): ActivityEntry {
  return {
    id,
    actor,
    invoiceNumber,
    type,
    outcome,
    at: sentAt,
    operation: 'NOTIFY_INVOICE',
    receipt: receipt?.receipt ?? null,
    summary: [summary, words].filter(Boolean).join('; '),
  }
}

/** A tracking status that the package shows is done, but not while a replacement may still take it away. */
function isDone(
  intent: TrackingIntent,
  order: Order,
  open: readonly Intent[],
  nowMs: number
): boolean {
  const stored = packageOf(order, intent.invoiceNumber)
  if (stored === null) return false
  if (!showsStatus(stored, intent)) return isKeptDelivered(stored, intent, nowMs)
  const isThreatened = open.some(
    ({ invoiceNumber, isReplacement }) =>
      isReplacement && isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
  )
  return !isThreatened || isPast(intent, nowMs)
}

/** OMS took that a delivery is taken back, and keeps it all the same (oms §12): sending it again changes nothing. */
function isKeptDelivered(stored: Package, intent: TrackingIntent, nowMs: number): boolean {
  const { state, isDelivered } = intent
  const isTakenBack = state === 'ACCEPTED' && !isDelivered && isPast(intent, nowMs)
  return isTakenBack && showsStatus(stored, { ...intent, isDelivered: true })
}

function isEditDone(edit: EditIntent, order: Order, nowMs: number): boolean {
  if (isPast(edit, nowMs)) return true
  const stored = packageOf(order, edit.invoiceNumber)
  return stored !== null && showsTexts(stored, edit.tracking)
}

/** The package of a number; the sale where a return bears the same. */
export function packageOf(order: Order, invoiceNumber: string): Package | null {
  const bearing = order.packages.filter((one) =>
    isSameInvoiceNumber(one.invoiceNumber, invoiceNumber)
  )
  return bearing.find(({ type }) => type === 'OUTPUT') ?? bearing[0] ?? null
}
