import { useCallback, useEffect, useRef, useState } from 'react'

import { useOnline } from '../../shared/components/OfflineLine'
import type { Failure } from '../../shared/graphql/failure'
import type {
  PreviewInvoiceQuery,
  PreviewInvoiceQueryVariables,
} from '../../shared/graphql/generated'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import type { InvoiceInput, InvoicePreview } from '../../shared/order/orderTypes'
import PREVIEW_INVOICE from './previewInvoice.graphql'

const PAUSE = 500

export interface PreviewRequest {
  /** Says whether two requests are the same; without the document's text, which is long. */
  key: string
  orderId: string
  invoice: InvoiceInput
  replace?: { version: string }
}

interface Checked {
  key: string
  preview: InvoicePreview | null
  failure: Failure | null
}

export interface InvoiceCheck {
  /** The newest answer, of whatever request: old amounts stay while new ones are on their way. */
  preview: InvoicePreview | null
  /** True where the shown answer is the one to what the form holds now. */
  isFresh: boolean
  isChecking: boolean
  failure: Failure | null
  /** Asks at once, without waiting for the pause in typing; answers with the preview, or null where it failed. */
  checkNow: () => Promise<InvoicePreview | null>
  /** The same, also where what the form holds was answered for: for what passes by itself. */
  checkAnew: () => Promise<InvoicePreview | null>
}

/**
 * What would be sent and what stands against it, asked 500 ms after the last change; older answers are dropped. Without
 * a connection nothing is asked, which the line on top says, and the check follows when it is back.
 */
export function useInvoicePreview(request: PreviewRequest | null, isPaused: boolean): InvoiceCheck {
  const read = usePanelRead<PreviewInvoiceQuery, PreviewInvoiceQueryVariables>(PREVIEW_INVOICE)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [last, setLast] = useState<InvoicePreview | null>(null)
  const [isChecking, setChecking] = useState(false)
  const asked = useRef<{ key: string; answer: Promise<InvoicePreview | null> } | null>(null)
  const newest = useRef(request)
  const isMounted = useRef(true)
  const isOnline = useOnline()

  newest.current = request

  useEffect(
    () => () => {
      isMounted.current = false
    },
    []
  )

  const ask = useCallback((): Promise<InvoicePreview | null> => {
    const current = newest.current

    if (!current) return Promise.resolve(null)
    if (asked.current && asked.current.key === current.key) return asked.current.answer
    const { key, orderId, invoice, replace } = current
    const variables = { orderId, invoice, replace } as unknown as PreviewInvoiceQueryVariables

    setChecking(true)
    const answer = read(variables).then((result) => {
      const isStale = !asked.current || asked.current.key !== key

      if (isStale || !isMounted.current) return result.ok ? result.data.previewInvoice : null
      setChecking(false)
      if (!result.ok) {
        asked.current = null
        setChecked({ key, preview: null, failure: result.failure })

        return null
      }
      setChecked({ key, preview: result.data.previewInvoice, failure: null })
      setLast(result.data.previewInvoice)

      return result.data.previewInvoice
    })

    asked.current = { key, answer }

    return answer
  }, [read])

  const askAnew = useCallback(() => {
    asked.current = null

    return ask()
  }, [ask])

  const key = request ? request.key : null

  useEffect(() => setChecked((before) => (before && before.failure ? null : before)), [isOnline])

  useEffect(() => {
    if (key === null || isPaused || !isOnline) return undefined
    if (asked.current && asked.current.key === key) return undefined
    const timer = setTimeout(ask, PAUSE)

    return () => clearTimeout(timer)
  }, [key, isPaused, isOnline, ask])

  return {
    preview: last,
    isFresh: Boolean(checked && checked.key === key && checked.preview),
    isChecking,
    failure: isOnline && checked && checked.key === key ? checked.failure : null,
    checkNow: ask,
    checkAnew: askAnew,
  }
}
