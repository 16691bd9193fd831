import { mayPass } from '../../domain/problem/fault'
import type { CarrierMessage } from '../../domain/carriers/message'
import { withUnread, type UnreadCodes } from '../../domain/carriers/unreadCodes'
import type { CarrierPorts } from './ports'

/**
 * Writes down which codes came that nobody has read, for whoever answers for the connector. It keeps no message from
 * being told: what is not written down now comes again with the carrier's next one.
 */
export async function noteUnreadCodes(
  { unreadCodes, clock, log }: Pick<CarrierPorts, 'unreadCodes' | 'clock' | 'log'>,
  messages: readonly Pick<CarrierMessage, 'connector' | 'unknownCodes'>[]
): Promise<void> {
  const came = messages.filter(({ unknownCodes = [] }) => unknownCodes.length > 0)
  if (came.length === 0) return
  const now = clock.now()
  try {
    await unreadCodes.change((known) =>
      came.reduce<UnreadCodes | null>(
        (all, { connector, unknownCodes = [] }) =>
          withUnread(all ?? known, connector, unknownCodes, now) ?? all,
        null
      )
    )
  } catch (error) {
    if (!mayPass(error)) throw error
    log.warn({ flow: 'UnreadCodes', outcome: 'FAILED' })
  }
}
