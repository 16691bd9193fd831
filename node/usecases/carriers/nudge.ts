import { momentOfId } from '../../domain/values/momentId'
import { isFault } from '../../domain/problem/fault'
import type { CarrierNudge, CarrierPorts } from './ports'

/** An event that failed is as one that was lost: whoever looks next sends another. */
export async function nudge(
  { events, log }: Pick<CarrierPorts, 'events' | 'log'>,
  what: CarrierNudge
): Promise<void> {
  try {
    await events.send(what)
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'Carriers', detail: `event not sent: ${error.message}` })
  }
}

/** For this long the event of a message that has just come may be on its way. */
const STILL_COMING_MS = 30_000

/** Wakes the lanes in which something lies whose event seems lost. Whoever looks at carriers' news calls it. */
export async function nudgeForgotten(
  ports: Pick<CarrierPorts, 'messages' | 'events' | 'clock' | 'log' | 'isDue'>
): Promise<void> {
  if (!ports.isDue('forgotten messages', STILL_COMING_MS)) return
  const before = ports.clock.now() - STILL_COMING_MS
  const places = await ports.messages.list('inbox')
  const lanes = places.filter(({ id }) => momentOfId(id) <= before).map(({ lane }) => lane)
  await Promise.all([...new Set(lanes)].map((lane) => nudge(ports, { lane })))
}
