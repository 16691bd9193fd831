import type { Batch } from '../../domain/batch/batch'
import { freeLanes } from '../../domain/batch/lanes'
import { isFault } from '../../domain/problem/fault'
import type { BatchPorts, Nudge } from './ports'

/** An event that failed is as one that was lost: whoever looks at the batch next sends another. */
export async function nudge(ports: BatchPorts, what: Nudge): Promise<boolean> {
  try {
    await ports.events.send(what)
    return true
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Batch', detail: `event not sent: ${error.message}` })
    return false
  }
}

/** Wakes every lane that nobody is at work in. False where an event could not be sent. */
export async function nudgeLanes(ports: BatchPorts, batch: Batch): Promise<boolean> {
  const { batchId, pass } = batch
  const lanes = freeLanes(batch, ports.clock.now())
  const sent = await Promise.all(
    lanes.map((lane) => nudge(ports, { batchId, lane, pass: pass!.number }))
  )
  return sent.every(Boolean)
}
