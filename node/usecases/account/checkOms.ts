import type { Verdict } from '../../domain/account/check'
import {
  judgeAppToken,
  judgeList,
  judgeOrders,
  judgeRights,
  ORDER_RIGHTS,
  type OwnAccess,
  type SeenOrder,
} from '../../domain/account/omsVerdicts'
import { isFault, type Fault } from '../../domain/problem/fault'
import type { OrderList } from '../../domain/package/outgoing'
import type { ListQuery } from '../ports'
import type { AccountCheckPorts } from './ports'

/** One page is enough to see what rows look like, and no more people's orders are read than that takes. */
const ORDERS_READ = 3
const NEWEST: ListQuery = {
  statuses: [],
  search: null,
  createdFrom: null,
  createdTo: null,
  page: 1,
  perPage: ORDERS_READ,
}

export async function checkRights({ caller }: Pick<AccountCheckPorts, 'caller'>): Promise<Verdict> {
  const answers = await Promise.all(ORDER_RIGHTS.map((right) => caller.has(right)))
  return judgeRights(new Set(ORDER_RIGHTS.filter((_, position) => answers[position])))
}

/** The list, and some orders that it names: the second is nothing without the first. */
export async function checkOrders({
  oms,
}: Pick<AccountCheckPorts, 'oms'>): Promise<{ readonly list: Verdict; readonly order: Verdict }> {
  const listed = await faultOr(oms.list(NEWEST))
  if (isFault(listed)) return { list: judgeList(listed), order: judgeOrders(null) }
  return {
    list: judgeList({ rows: listed.rows.length, total: listed.total }),
    order: judgeOrders(await readEach(oms, listed)),
  }
}

async function readEach(
  oms: AccountCheckPorts['oms'],
  { rows }: OrderList
): Promise<readonly SeenOrder[]> {
  return Promise.all(
    rows.slice(0, ORDERS_READ).map(async ({ orderId }): Promise<SeenOrder> => {
      const order = await faultOr(oms.get(orderId))
      if (order === null) return { orderId, read: 'not found' }
      return { orderId, read: isFault(order) ? order : 'read' }
    })
  )
}

export async function checkAppToken({ own }: Pick<AccountCheckPorts, 'own'>): Promise<Verdict> {
  const seen = await faultOr(own.firstOrder().then((orderId): OwnAccess => ({ orderId })))
  return judgeAppToken(seen)
}

/** A fault is what was seen here, not what went wrong. */
async function faultOr<T>(asked: Promise<T>): Promise<T | Fault> {
  try {
    return await asked
  } catch (error) {
    if (isFault(error)) return error
    throw error
  }
}
