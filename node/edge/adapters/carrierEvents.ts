import type { CarrierEventsPort } from '../../usecases/carriers/ports'
import { sendOwnEvent, type EventSender } from './ownEvents'

/** Key of the event that calls a handler of carriers' messages. */
const EVENT_KEY = 'invoice-tracking.carriers'

export function carrierEventsOf(events: EventSender): CarrierEventsPort {
  return { send: (nudge) => sendOwnEvent(events, EVENT_KEY, nudge) }
}
