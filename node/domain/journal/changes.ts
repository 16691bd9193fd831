import type { Instant } from '../values/instant'
import { mergeEvents } from '../package/trackingEvents'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { foundOut, lateEntry, told } from './activity'
import type { EditIntent, Intent, InvoiceRecord, TrackingIntent } from './intent'
import type { ActivityEntry, Journal } from './journal'
import { mergeRecords } from './record'

// Changes of a journal. All pure: the store applies them again where another writer came between.

export type Change = (journal: Journal) => Journal

export function inTurn(...changes: readonly Change[]): Change {
  return (journal) => changes.reduce((changed, change) => change(changed), journal)
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

export function addFound(entry: ActivityEntry): Change {
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
