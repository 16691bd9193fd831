import { newsOf } from '../../domain/following/news'
import type { Order } from '../../domain/order/order'
import { isFault } from '../../domain/problem/fault'
import type { Stage } from '../../domain/standing/stage'
import { instantAt } from '../../domain/values/instant'
import type { Clock, Log } from '../ports'
import type { NewsPort } from './ports'

export interface Telling {
  /** Ids of what was known before, and of what went out now. */
  readonly known: readonly string[]
  /** False where something could not be sent: it is still to be told. */
  readonly isAll: boolean
}

/**
 * Tells other apps what an order shows that was not known, invoice by invoice in the order of its way. One that fails
 * keeps those after it back, and never fails its caller.
 */
export async function tellNews(
  ports: { readonly news: NewsPort; readonly clock: Clock; readonly log: Log },
  order: Order,
  stage: Stage,
  knownBefore: readonly string[]
): Promise<Telling> {
  const { orderId } = order
  const known = [...knownBefore]
  for (const one of newsOf(order)) {
    if (known.includes(one.id)) continue
    try {
      await ports.news.send({ ...one, orderId, stage, at: instantAt(ports.clock.now()) })
    } catch (error) {
      if (!isFault(error)) throw error
      ports.log.warn({ flow: 'News', orderId, detail: `not sent: ${error.message}` })
      return { known, isAll: false }
    }
    known.push(one.id)
  }
  return { known, isAll: true }
}
