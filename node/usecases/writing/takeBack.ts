import { isFault } from '../../domain/problem/fault'
import type { Journal, Ports } from '../ports'
import type { Flow } from './step'

/**
 * Takes what was written down for a send out of the journal again, because nothing went out or OMS refused it. To be done
 * while the order is still held: what stays in there is taken for under way, and the next call sends it along.
 * False where it stays, or where somebody has taken it up already: then nobody may say that nothing will come of it.
 */
export async function takeBack(
  ports: Ports,
  { orderId, name }: Flow,
  isThere: (journal: Journal) => boolean,
  change: (journal: Journal) => Journal
): Promise<boolean> {
  let wasThere = false
  try {
    await ports.journals.update(orderId, (journal) => {
      wasThere = isThere(journal)
      return change(journal)
    })
    return wasThere
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.error({ flow: name, orderId, detail: error.message })
    return false
  }
}
