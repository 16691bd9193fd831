import { laneOf, NOTHING_THROUGH, type CarrierMessage } from '../../domain/carriers/message'
import { unknownCodesIn } from '../../domain/carriers/unreadCodes'
import { momentId } from '../../domain/values/momentId'
import type { Decoded } from '../../domain/connectors/connector'
import type { CarrierPorts, MessagePlace } from './ports'

export interface Posted {
  readonly connector: string
  readonly decoded: Decoded
  /** As far as it names nobody. */
  readonly body: unknown
  readonly isTest: boolean
}

/**
 * Makes what a sender posted durable: once it resolves, it may be told that it was taken. Nothing is asked of OMS here;
 * whoever is to work it off is called by the event that the caller sends for the lane.
 * @errors Fault VBASE: nobody knows whether it is there, and sending it again is harmless
 */
export async function acceptMessage(
  { messages, clock, newId }: Pick<CarrierPorts, 'messages' | 'clock' | 'newId'>,
  { connector, decoded, body, isTest }: Posted
): Promise<MessagePlace> {
  const at = clock.now()
  const { parcels, problems } = decoded
  const unknownCodes = unknownCodesIn(problems)
  const message: CarrierMessage = {
    id: momentId(at, newId()),
    connector,
    at,
    parcels,
    count: parcels.length,
    problem: problems[0] ?? null,
    ...(unknownCodes.length > 0 && { unknownCodes }),
    through: NOTHING_THROUGH,
    isTest,
    notBefore: null,
    body,
  }
  const place: MessagePlace = { box: 'inbox', lane: laneOf(parcels), id: message.id, connector }
  await messages.put(place, message)
  return place
}
