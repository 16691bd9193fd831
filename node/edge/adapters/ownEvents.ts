import type { Events } from '@vtex/api'
import { upstreamFault } from '../clients/upstreamFault'

export type EventSender = Pick<Events, 'sendEvent'>

/** An event of this app, to its own handlers and to whoever else listens to its key. @errors Fault EVENTS */
export async function sendOwnEvent(events: EventSender, key: string, body: unknown): Promise<void> {
  try {
    await events.sendEvent('', key, body)
  } catch (error) {
    throw upstreamFault(error, 'EVENTS', 'Send')
  }
}
