import { useEffect, useState } from 'react'
import { announce } from '../../shared/components/StatusLine'
import { OrderQueue, QueueRowsQuery, QueueRowsQueryVariables } from '../../shared/graphql/generated'
import { PanelResult } from '../../shared/graphql/usePanelMutation'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { useWords } from '../../shared/words/useWords'
import { liveRows } from './liveRows'
import QUEUE_ROWS from './queueRows.graphql'
import { KeptOrder, QueueRow, Standing } from './queueTypes'

/** One that hangs holds up no more than these. The service takes up to 25. */
const ROWS_A_CALL = 9
const CALLS_AT_ONCE = 3

export type Standings = Readonly<Record<string, Standing>>
export type ReadRows = (orderIds: string[]) => Promise<PanelResult<QueueRowsQuery>>

const nothing: Standings = {}

/**
 * Reads every order once, from the first on, a few calls at a time. A row that something else has read meanwhile (an
 * answer to a press, a second look) is the newer one and stays.
 */
export async function readLive(
  orderIds: readonly string[],
  read: ReadRows,
  tell: (standings: Standings) => boolean
): Promise<void> {
  const waiting = orderIds.slice()
  const worker = async () => {
    while (waiting.length > 0) {
      const asked = waiting.splice(0, ROWS_A_CALL)
      const before = liveRows.get()
      const result = await read(asked)
      const isNewer = (orderId: string) => liveRows.get()[orderId] !== before[orderId]
      const found = result.ok ? result.data.queueRows : { rows: [], left: [], unreadable: [] }
      // Without what only a search shows of an order, as the rows of every other page.
      const rows = found.rows as QueueRow[]
      const come = rows.map(({ orderId }) => orderId)
      const ends: Record<string, Standing> = {}
      for (const orderId of asked) {
        if (isNewer(orderId)) continue
        if (come.indexOf(orderId) < 0) ends[orderId] = 'UNREAD'
        else if (found.left.indexOf(orderId) >= 0) ends[orderId] = 'LEFT'
      }
      if (!tell(ends)) return
      liveRows.putAll(rows.filter(({ orderId }) => !isNewer(orderId)))
    }
  }
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker))
}

/**
 * Rows of a page that stand there as they were kept are read live behind it, and each corrected in its place.
 * @param queue that `documents` are of
 */
export function useRowsLive(queue: OrderQueue, documents: readonly KeptOrder[] | null): Standings {
  const words = useWords()
  const read = usePanelRead<QueueRowsQuery, QueueRowsQueryVariables>(QUEUE_ROWS)
  const [standings, setStandings] = useState<Standings>(nothing)
  useEffect(() => {
    setStandings(nothing)
    if (!documents || documents.length === 0) return undefined
    let isGone = false
    let left = 0
    const look = async () => {
      await readLive(
        documents.map(({ orderId }) => orderId),
        (orderIds) => read({ queue, orderIds }),
        (ends) => {
          if (isGone) return false
          left += Object.keys(ends).filter((orderId) => ends[orderId] === 'LEFT').length
          setStandings((all) => ({ ...all, ...ends }))
          return true
        }
      )
      if (!isGone && left > 0) announce(words('list.leftCount', { count: left }))
    }
    void look()
    return () => {
      isGone = true
    }
  }, [queue, documents, read, words])
  return standings
}
