import { begun, told } from './activity'
import type { EditEvent } from './event'
import type { EditIntent, InvoiceRecord } from './intent'
import type { Journal } from './journal'
import { change, drop, put } from './listed'
import {
  withConfirmedDispatch,
  withoutDispatch,
  withSentDispatch,
  type SentDispatch,
} from './record'

/** What an event of a PATCH of tracking fields makes of a journal. */
export function stepEdit(journal: Journal, event: EditEvent): Journal {
  const { edits, invoices, activity } = journal
  const { edit } = event
  switch (event.happened) {
    // No read can ever show a dispatch date: it is written down before it goes out, and taken back if it did not.
    case 'EDIT_WRITTEN': {
      const { id, invoiceNumber, sentAt } = edit
      const { actor, summary } = event
      const what = { id, actor, invoiceNumber, summary }
      return {
        ...journal,
        edits: put(edits, edit),
        invoices: dispatched(invoices, edit, withSentDispatch),
        activity: told(
          activity,
          begun({ ...what, operation: 'UPDATE_PARTIAL_INVOICE', at: sentAt })
        ),
      }
    }
    case 'EDIT_WRITTEN_AGAIN':
      return {
        ...journal,
        edits: put(drop(edits, [edit.id]), edit),
        invoices: dispatched(invoices, edit, withSentDispatch),
      }
    case 'EDIT_TAKEN_BACK':
      return {
        ...journal,
        edits: drop(edits, [edit.id]),
        invoices: dispatched(invoices, edit, (all, sent) =>
          withoutDispatch(all, sent, event.before)
        ),
      }
    case 'EDIT_SHOWN':
      return {
        ...journal,
        edits: drop(edits, [edit.id]),
        invoices: dispatched(invoices, edit, withConfirmedDispatch),
      }
    case 'EDIT_LEFT': {
      const { endedAt, isAccepted } = event
      return {
        ...journal,
        edits: change(edits, edit.id, (one) => ({ ...one, endedAt, isAccepted })),
        invoices: isAccepted ? dispatched(invoices, edit, withConfirmedDispatch) : invoices,
      }
    }
  }
}

/** Records with what an edit does to the dispatch date, where it names one. */
function dispatched(
  records: readonly InvoiceRecord[],
  { invoiceNumber, sentAt, tracking }: EditIntent,
  change: (records: readonly InvoiceRecord[], sent: SentDispatch) => readonly InvoiceRecord[]
): readonly InvoiceRecord[] {
  const { dispatchedDate } = tracking
  return dispatchedDate ? change(records, { invoiceNumber, dispatchedDate, sentAt }) : records
}
