import { isFault } from '../../domain/problem/fault'
import { faultProblem } from '../../domain/problem/faultProblem'
import type { ListedOrder } from '../../domain/order/order'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import type { OrderPageView, OrderView } from '../commands'
import { CHANGE_READS_A_PAGE, ROWS_AT_ONCE } from '../limits'
import type { Ports } from '../ports'
import type { EarlyReads } from './earlyReads'
import { inParallel } from './inParallel'
import { readRights, readSettings } from './liveReads'
import { readRow, type RowParts } from './readRow'

export type Row =
  { readonly view: OrderView } | { readonly unreadable: { orderId: string; problem: Problem } }

export async function rowParts(ports: Ports): Promise<RowParts> {
  const [settings, rights] = await Promise.all([readSettings(ports), readRights(ports)])
  return { settings, rights, changeBudget: { left: CHANGE_READS_A_PAGE } }
}

/** An order that OMS's list did not name. */
export function unlisted(orderId: string): ListedOrder {
  return { orderId, status: '', creationDate: null, lastChange: null }
}

/** Each as its order is now, in the order that was given; one that cannot be read costs only itself. */
export function readRows(
  ports: Ports,
  listed: readonly ListedOrder[],
  parts: RowParts,
  early: EarlyReads
): Promise<Row[]> {
  return inParallel(listed, ROWS_AT_ONCE, async (row): Promise<Row> => {
    const { orderId } = row
    try {
      const view = await readRow(ports, row, parts, early.get(orderId))
      if (view) return { view }
      return {
        unreadable: { orderId, problem: problem('ORDER_NOT_FOUND', { facts: { orderId } }) },
      }
    } catch (error) {
      const isOutside = isFault(error)
      const detail = isOutside ? error.message : 'the answer could not be understood'
      ports.log.warn({ flow: 'GetOrder', orderId, detail })
      const found = isOutside ? faultProblem(error, 'OMSViewer') : problem('OMS_UNAVAILABLE')
      return { unreadable: { orderId, problem: found } }
    }
  })
}

export function split(rows: readonly Row[]): Pick<OrderPageView, 'rows' | 'unreadable'> {
  return {
    rows: rows.flatMap((row) => ('view' in row ? [row.view] : [])),
    unreadable: rows.flatMap((row) => ('unreadable' in row ? [row.unreadable] : [])),
  }
}
