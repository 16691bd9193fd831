import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { mergeEvents } from '../package/trackingEvents'
import { begun, told } from './activity'
import type { StatusEvent } from './event'
import type { TrackingIntent } from './intent'
import { isUnderWay, type Journal } from './journal'
import { change, drop, put } from './listed'

/** Newest events remembered of those that were given up on one invoice. */
const MOST_GIVEN_UP = 1_000

/** What an event of a PUT of tracking events makes of a journal. */
export function stepStatus(journal: Journal, event: StatusEvent): Journal {
  const { tracking, activity } = journal
  switch (event.happened) {
    case 'STATUS_WRITTEN': {
      const { intent, instead, summary } = event
      const { id, actor, invoiceNumber, sentAt } = intent
      const what = { id, actor, invoiceNumber, summary }
      return {
        ...journal,
        tracking: put(drop(tracking, instead), intent),
        activity: told(
          activity,
          begun({ ...what, operation: 'UPDATE_TRACKING_STATUS', at: sentAt })
        ),
      }
    }
    case 'STATUS_WRITTEN_AGAIN':
    case 'STATUS_LEFT':
      return { ...journal, tracking: change(tracking, event.intent.id, () => event.intent) }
    case 'STATUS_SENT_AGAIN':
      return {
        ...journal,
        tracking: change(tracking, event.intent.id, () => event.intent),
        activity: event.entry ? told(activity, event.entry) : activity,
      }
    case 'STATUS_TAKEN_BACK':
      // Where it is not there it stands for nothing: it was never written, or somebody has taken it up.
      if (!isUnderWay(journal, event.id)) return journal
      return {
        ...journal,
        tracking: event.restored.reduce<readonly TrackingIntent[]>(put, drop(tracking, [event.id])),
      }
    case 'STATUS_UNSEEN': {
      const { id, unseen, isTaken } = event
      const marked = (intent: TrackingIntent): TrackingIntent => ({
        ...intent,
        unseen,
        state: isTaken ? 'ACCEPTED' : intent.state,
      })
      return { ...journal, tracking: change(tracking, id, marked) }
    }
    case 'STATUS_SHOWN':
      return { ...journal, tracking: drop(tracking, [event.id]) }
    case 'STATUS_GIVEN_UP':
      return {
        ...journal,
        tracking: drop(tracking, [event.intent.id]),
        givenUp: remembered(journal.givenUp ?? [], event.intent),
      }
  }
}

/** One of an invoice, with the newest of all the events that were given up on it. */
function remembered(
  givenUp: readonly TrackingIntent[],
  intent: TrackingIntent
): readonly TrackingIntent[] {
  const isOf = ({ invoiceNumber }: TrackingIntent): boolean =>
    isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
  const earlier = givenUp.filter(isOf).flatMap(({ events }) => events)
  const events = mergeEvents(earlier, intent.events).slice(-MOST_GIVEN_UP)
  return [...givenUp.filter((one) => !isOf(one)), { ...intent, events }]
}
