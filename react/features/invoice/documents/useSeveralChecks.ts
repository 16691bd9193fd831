import { useEffect, useRef, useState } from 'react'

import type {
  PreviewInvoiceQuery,
  PreviewInvoiceQueryVariables,
} from '../../../shared/graphql/generated'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import type { Order } from '../../../shared/order/orderTypes'
import { useProblemWords } from '../../../shared/words/useProblemWords'
import type { InvoiceDocument } from '../invoiceDraft'
import PREVIEW_INVOICE from '../previewInvoice.graphql'
import { plannedInput } from './documentPlan'
import type { PlannedInvoice } from './documentPlan'

/** What makes it the wrong document, whatever it covers: said before anything is sent. */
const GRAVE = ['XML_RECIPIENT_DIFFERS', 'XML_NOT_AUTHORIZED', 'DOCUMENT_ON_OTHER_ORDER']

/** Asks of each document of a list, one after the other, whether it is one of this order; answers by document. */
export function useSeveralChecks(
  order: Pick<Order, 'orderId' | 'currency' | 'timeZone'>,
  plan: ReadonlyArray<PlannedInvoice & { state: string }>
): ReadonlyMap<InvoiceDocument, string> {
  const { orderId, currency, timeZone } = order
  const read = usePanelRead<PreviewInvoiceQuery, PreviewInvoiceQueryVariables>(PREVIEW_INVOICE)
  const { sentenceOf } = useProblemWords({ currency, timeZone })
  const [found, setFound] = useState<ReadonlyMap<InvoiceDocument, string>>(() => new Map())
  const asked = useRef(new Set<InvoiceDocument>())
  const isMounted = useRef(true)
  const isIdle = plan.every(({ state }) => state !== 'SENDING')
  const next = plan.find(
    ({ document, state }) => state === 'UNSENT' && !asked.current.has(document)
  )
  const [turn, setTurn] = useState(0)

  useEffect(
    () => () => {
      isMounted.current = false
    },
    []
  )

  useEffect(() => {
    if (!next || !isIdle) return
    const { document } = next

    asked.current.add(document)
    void read({
      orderId,
      invoice: plannedInput(next),
    } as unknown as PreviewInvoiceQueryVariables).then((answer) => {
      if (!isMounted.current) return
      const problem = answer.ok
        ? answer.data.previewInvoice.problems.find(({ code }) => GRAVE.includes(code))
        : undefined

      if (problem) setFound((before) => new Map(before).set(document, sentenceOf(problem).sentence))
      setTurn((count) => count + 1)
    })
    // One after the other: the next turn looks for the next document.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [turn, next?.document, isIdle])

  return found
}
