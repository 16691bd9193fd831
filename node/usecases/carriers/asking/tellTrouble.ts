import { laneOf, type MessageEnd } from '../../../domain/carriers/message'
import { momentId } from '../../../domain/values/momentId'
import type { Problem } from '../../../domain/problem/problem'
import type { CarrierPorts } from '../ports'

/** Stands among the carrier's last messages, where whoever set it up looks. */
export async function tellTrouble(
  { messages, clock, newId }: Pick<CarrierPorts, 'messages' | 'clock' | 'newId'>,
  connector: string,
  why: Problem
): Promise<void> {
  const at = clock.now()
  const id = momentId(at, newId())
  const end: MessageEnd = {
    id,
    connector,
    at,
    result: 'FAILED',
    parcels: 0,
    orderIds: [],
    problem: why,
    isTest: false,
    body: null,
  }
  await messages.finish({ box: 'inbox', lane: laneOf([]), id, connector }, end, [])
}
