import { useEffect, useRef } from 'react'
import { liveRows } from './liveRows'
import { QueueRow } from './queueTypes'
import { ReadOne } from './useRefresh'

/** Rows older than this are looked at again when somebody comes back to them. @unit ms */
const OLD = 60000
const AT_ONCE = 4

/**
 * Somebody comes back to rows that have stood for a while: each order is read again, and its row corrected where it
 * stands. One that cannot be read stays as it was.
 */
export function useLiveCheck(rows: readonly QueueRow[], isStill: boolean, readOne: ReadOne) {
  const ids = rows.map(({ orderId }) => orderId).join(' ')
  const readAt = useRef(Date.now())
  useEffect(() => {
    readAt.current = Date.now()
  }, [ids])
  useEffect(() => {
    if (!isStill || ids === '') return undefined
    let isGone = false
    const look = async () => {
      if (document.hidden || Date.now() - readAt.current < OLD) return
      readAt.current = Date.now()
      const waiting = ids.split(' ')
      const worker = async () => {
        for (let orderId = waiting.shift(); orderId && !isGone; orderId = waiting.shift()) {
          const result = await readOne({ orderId })
          const order = result.ok ? result.data.order : null
          if (order && !isGone) liveRows.put(order)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
    }
    const comeBack = () => void look()
    document.addEventListener('visibilitychange', comeBack)
    window.addEventListener('focus', comeBack)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', comeBack)
      window.removeEventListener('focus', comeBack)
    }
  }, [ids, isStill, readOne])
}
