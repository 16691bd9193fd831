import { useCallback, useState } from 'react'

import type { InvoicePreview, Order, Problem } from '../../shared/order/orderTypes'
import { takenNumber } from './invoiceProblems'

interface Options {
  order: Order
  number: string
  onReload: () => unknown
  checkNow: () => Promise<InvoicePreview | null>
}

export function isNumber(one: string, other: string): boolean {
  return one.trim() === other.trim()
}

/** The problem that stands between the form and its differences, where the number is registered already. */
export function useTakenNumber({ order, number, onReload, checkNow }: Options) {
  const [taken, setTaken] = useState<Problem | null>(null)
  const isShown = order.packages.some((one) => isNumber(one.invoiceNumber, number))

  // An order read before that invoice came names no version of it: read first, and then compared, so that nothing is
  // replaced that the table does not show.
  const compare = useCallback(
    async (found: Problem) => {
      if (!isShown) {
        await onReload()
        const fresh = await checkNow()

        setTaken((fresh && takenNumber(fresh.problems)) || found)

        return
      }
      setTaken(found)
      // Somebody changed it: its own card is to show what the table compares with.
      if (found.code === 'INVOICE_CHANGED') void onReload()
    },
    [isShown, onReload, checkNow]
  )

  return { taken, setTaken, compare }
}
