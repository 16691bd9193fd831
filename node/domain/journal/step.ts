import { told } from './activity'
import { stepEdit } from './editSends'
import type { JournalEvent } from './event'
import { inStepWith } from './inStepWith'
import { stepInvoice } from './invoiceSends'
import type { Journal } from './journal'
import { stepStatus } from './statusSends'

/**
 * The journal of an order as one machine: the only way in which anything comes into it or leaves it. Pure, so that the store
 * may apply it again where another writer came between. docs/architecture.md has the table of its states;
 * transitions.test.ts holds it.
 */
export function step(journal: Journal, event: JournalEvent): Journal {
  switch (event.happened) {
    case 'INVOICE_WRITTEN':
    case 'INVOICE_WRITTEN_AGAIN':
    case 'INVOICE_TAKEN_BACK':
    case 'INVOICE_ACCEPTED':
    case 'INVOICE_UNANSWERED':
    case 'INVOICE_SHOWN':
    case 'INVOICE_LEFT':
    case 'INVOICE_GIVEN_UP':
    case 'INVOICE_DECLARED_LOST':
      return stepInvoice(journal, event)
    case 'STATUS_WRITTEN':
    case 'STATUS_WRITTEN_AGAIN':
    case 'STATUS_SENT_AGAIN':
    case 'STATUS_TAKEN_BACK':
    case 'STATUS_LEFT':
    case 'STATUS_UNSEEN':
    case 'STATUS_SHOWN':
    case 'STATUS_GIVEN_UP':
      return stepStatus(journal, event)
    case 'EDIT_WRITTEN':
    case 'EDIT_WRITTEN_AGAIN':
    case 'EDIT_TAKEN_BACK':
    case 'EDIT_SHOWN':
    case 'EDIT_LEFT':
      return stepEdit(journal, event)
    case 'ORDER_READ':
      return inStepWith(journal, event.order, event.nowMs, event.known)
    case 'TOLD':
      return { ...journal, activity: told(journal.activity, event.entry) }
  }
}

export function stepThrough(journal: Journal, events: readonly JournalEvent[]): Journal {
  return events.reduce(step, journal)
}
