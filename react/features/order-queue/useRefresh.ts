import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '../../shared/components/StatusLine'
import {
  OrdersQuery,
  QueueOrderQuery,
  QueueOrderQueryVariables,
} from '../../shared/graphql/generated'
import { PanelResult } from '../../shared/graphql/usePanelMutation'
import { OutcomeObject } from '../../shared/sending/outcome'
import { sends } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { startedIds } from '../../shared/sending/tickedRun'
import { QueueRow } from './queueTypes'
import { rowRun } from './rowRun'
import { selection } from './selection'

export type ReadOne = (variables: QueueOrderQueryVariables) => Promise<PanelResult<QueueOrderQuery>>

interface Reading {
  refetch: () => Promise<OrdersQuery | null>
  stop: () => void
  readOne: ReadOne
}

const AT_ONCE = 4
let made = 0

/** Reads the page again, then every ticked order that this page does not show, and what a start left open. */
export function useRefresh({ refetch, stop: stopReading, readOne }: Reading) {
  const words = useWords()
  const running = useRef(0)
  const [isRefreshing, setRefreshing] = useState(false)
  /** Ticked orders that could not be read again, as of the last refresh. */
  const [notRead, setNotRead] = useState<string[]>([])
  const [refreshes, setRefreshes] = useState(0)

  // Given up, or the page was left: what still comes ends in nothing, and the next press is not kept waiting.
  const abandon = useCallback(() => {
    running.current = 0
  }, [])
  useEffect(() => abandon, [abandon])
  const stop = useCallback(() => {
    abandon()
    setRefreshing(false)
    stopReading()
  }, [abandon, stopReading])

  const refresh = useCallback(async () => {
    if (running.current) return
    made += 1
    const mine = made
    running.current = mine
    setRefreshing(true)
    setNotRead([])
    selection.drop(startedIds(rowRun.get()))
    rowRun.forget()
    const [page] = await Promise.all([refetch(), settleUnknown(readOne)])
    const shown = page
      ? [...page.orders.rows, ...page.orders.documents].map(({ orderId }) => orderId)
      : []
    const missed =
      running.current === mine
        ? await rereadTicked(
            selection.ids().filter((orderId) => !shown.includes(orderId)),
            readOne
          )
        : []
    if (running.current !== mine) return
    running.current = 0
    if (missed.length > 0) announce(words('selection.notRead', { count: missed.length }))
    setNotRead(missed)
    setRefreshing(false)
    setRefreshes((count) => count + 1)
  }, [refetch, readOne, words])

  return { refresh, stop, isRefreshing, notRead, refreshes }
}

/** A few at a time, so that forty ticked orders do not fall upon VTEX at once. Answers which could not be read. */
export async function rereadTicked(
  orderIds: readonly string[],
  readOne: ReadOne
): Promise<string[]> {
  const waiting = [...orderIds]
  const missed: string[] = []
  const worker = async () => {
    for (let orderId = waiting.shift(); orderId !== undefined; orderId = waiting.shift()) {
      const result = await readOne({ orderId })
      const row: QueueRow | null = result.ok ? result.data.order : null
      if (row) selection.refresh([row])
      else missed.push(orderId)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return missed
}

/** Starts that ended without a clear answer are looked at once more: an order that has moved on needs nobody. */
async function settleUnknown(readOne: ReadOne) {
  const open = sends
    .list()
    .filter(({ object, state }) => isOfRun(object.kind) && state === 'unknown')
  await Promise.all(
    open.map(async ({ id, orderId, object }) => {
      const result = await readOne({ orderId })
      const order = result.ok ? result.data.order : null
      if (order && hasArrived(object, order)) sends.dismiss(id)
    })
  )
}

const isOfRun = (kind: OutcomeObject['kind']) => kind === 'handling' || kind === 'delivery'

/** VTEX shows what the send was for. One that takes a delivery back is the order page's own. */
function hasArrived({ kind, number, isUndone }: OutcomeObject, order: QueueRow): boolean {
  if (kind === 'handling') return order.stage !== 'TO_HANDLE' && order.stage !== 'NOT_READY'
  const parcel = order.packages.find(({ invoiceNumber }) => invoiceNumber === number)
  return !isUndone && parcel !== undefined && parcel.isDelivered
}
