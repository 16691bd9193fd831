import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { begun, foundOut, lateEntry, told } from './activity'
import type { InvoiceEvent } from './event'
import type { Intent } from './intent'
import type { ActivityEntry, Journal } from './journal'
import { change, drop, put } from './listed'
import { recordFrom, withRecord } from './record'

/** What an event of an invoice's POST makes of a journal. */
export function stepInvoice(journal: Journal, event: InvoiceEvent): Journal {
  const { intents, invoices, activity, tracking } = journal
  switch (event.happened) {
    case 'INVOICE_WRITTEN': {
      const { intent, history } = event
      return {
        ...journal,
        intents: put(intents, intent),
        tracking: history ? put(tracking, history) : tracking,
        activity: told(activity, begunOf(intent)),
      }
    }
    case 'INVOICE_WRITTEN_AGAIN': {
      const { intent, history } = event
      return {
        ...journal,
        intents: put(intents, intent),
        tracking: history ? change(tracking, history.id, () => history) : tracking,
      }
    }
    case 'INVOICE_TAKEN_BACK':
      return {
        ...journal,
        intents: drop(intents, [event.id]),
        tracking: drop(tracking, [event.id]),
      }
    // Also where the file was emptied under us: what went out must not be forgotten.
    case 'INVOICE_ACCEPTED': {
      const { intent, receipt } = event
      return {
        ...journal,
        intents: put(intents, { ...intent, receipt, state: 'ACCEPTED' }),
        invoices: withRecord(invoices, recordFrom(intent)),
      }
    }
    case 'INVOICE_UNANSWERED':
      return { ...journal, intents: put(intents, { ...event.intent, state: 'UNKNOWN' }) }
    case 'INVOICE_SHOWN': {
      const { intent, at } = event
      return {
        ...journal,
        intents: drop(intents, [intent.id]),
        invoices: withRecord(invoices, { ...recordFrom(intent), shownAt: at }),
      }
    }
    case 'INVOICE_LEFT':
      return {
        ...journal,
        intents: change(intents, event.id, (intent) => ({ ...intent, isRecorded: true })),
      }
    case 'INVOICE_GIVEN_UP': {
      const entry = lateEntry(event.intent, 'FAILED', 'left no trace at OMS; may be sent again')
      return {
        ...journal,
        intents: drop(intents, [event.intent.id]),
        activity: foundOut(activity, entry),
      }
    }
    case 'INVOICE_DECLARED_LOST': {
      const { intent, actor, at } = event
      const { id: _id, ...entry } = lateEntry(intent, 'UNKNOWN', LOST)
      return {
        ...journal,
        intents: drop(intents, [intent.id]),
        // With it goes what was recorded of it.
        invoices: invoices.filter(
          ({ invoiceNumber, shownAt }) =>
            shownAt !== undefined || !isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
        ),
        activity: told(activity, { ...entry, actor, at }),
      }
    }
  }
}

const LOST = 'declared lost: OMS took it and never showed it'

function begunOf({ id, actor, invoiceNumber, summary, sentAt }: Intent): ActivityEntry {
  const what = { id, actor, invoiceNumber, summary: summary ?? '' }
  return begun({ ...what, operation: 'NOTIFY_INVOICE', at: sentAt })
}
