import { nudge } from './nudge'
import type { LanePorts } from './ports'

/** Messages that wait for an invoice of one of these names come back, and their lanes are worked off. */
export async function callBack(
  ports: Pick<LanePorts, 'messages' | 'events' | 'log'>,
  marks: readonly string[]
): Promise<void> {
  const lanes = new Set<number>()
  for (const mark of marks) for (const lane of await ports.messages.callBack(mark)) lanes.add(lane)
  await Promise.all([...lanes].map((lane) => nudge(ports, { lane })))
}
