import type { Events } from '@vtex/api'
import type { CarrierEventsPort } from '../../usecases/carriers/ports'
import { upstreamFault } from '../clients/upstreamFault'

/** Key of the event that calls a handler of carriers' messages. */
const EVENT_KEY = 'invoice-tracking.carriers'

export function carrierEventsOf(events: Pick<Events, 'sendEvent'>): CarrierEventsPort {
  return {
    async send(nudge) {
      try {
        await events.sendEvent('', EVENT_KEY, nudge)
      } catch (error) {
        throw upstreamFault(error, 'EVENTS', 'Send')
      }
    },
  }
}
