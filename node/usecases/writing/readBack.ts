import { isFault } from '../../domain/problem/fault'
import type { Order } from '../../domain/order/order'
import { READ_BACK_MS, READ_PAUSES_MS, RECORD_MS } from '../limits'
import type { Ports } from '../ports'
import { getOrder } from '../reading/readMoments'

export interface ReadBack {
  readonly isShown: boolean
  /** The last order read; null where no read came through. */
  readonly order: Order | null
}

/**
 * Until when a call waits for OMS to show what it took.
 * @param longestMs less where nobody said that it was taken, and others wait for the place of whoever looks
 */
export function readBackDeadline({ clock, answerBy }: Ports, longestMs = READ_BACK_MS): number {
  return Math.min(clock.now() + longestMs, answerBy - RECORD_MS)
}

/**
 * Reads until the order shows it: at once, then with growing pauses, until the deadline. A failed read is one more pause,
 * and where reading takes long the next one is not begun that would end too late.
 */
export async function readUntilShown(
  ports: Ports,
  orderId: string,
  deadline: number,
  isShown: (order: Order) => boolean
): Promise<ReadBack> {
  let last: Order | null = null
  for (let read = 0; ; read += 1) {
    const startedAt = ports.clock.now()
    const order = await readOnce(ports, orderId)
    const took = ports.clock.now() - startedAt
    last = order ?? last
    if (order && isShown(order)) return { isShown: true, order }
    const pause = READ_PAUSES_MS[Math.min(read, READ_PAUSES_MS.length - 1)]
    if (ports.clock.now() + pause + took > deadline) return { isShown: false, order: last }
    await ports.clock.sleep(pause)
  }
}

async function readOnce(ports: Ports, orderId: string): Promise<Order | null> {
  try {
    return await getOrder(ports, orderId)
  } catch (error) {
    if (!isFault(error)) throw error
    return null
  }
}
