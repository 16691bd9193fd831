import { useCallback, useEffect, useRef, useState } from 'react'
import { useRuntime } from 'vtex.render-runtime'

import { readQueueState } from '../../shared/navigation/urls'
import type { FormName, QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'

export interface OpenForm {
  do: FormName
  /** Invoice number, for the forms of a package. */
  n?: string
}

const FORMS: FormName[] = ['invoice', 'track', 'events', 'deliver', 'undo', 'return', 'replace']

function readForm(query: Record<string, string | undefined>): OpenForm | null {
  const name = FORMS.find((form) => form === query.do)

  return name ? { do: name, n: query.n } : null
}

/** Which form is open: the address says it, so that reload and share find the same screen. */
export function useOpenForm(orderId: string) {
  const { query } = useRuntime()
  const { toOrder } = usePanelNavigation()
  const [form, setForm] = useState<OpenForm | null>(() => readForm(query))
  const queueState: QueueState | null = query.queue ? readQueueState(query) : null
  const asked = `${query.do || ''} ${query.n || ''}`

  useEffect(() => {
    setForm(readForm(query))
    // Back and forward change the address under an open page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])

  // What was sent ends whenever it does: by then the person may be at another form, or another order.
  const isHere = useRef(true)
  const shown = useRef(form)

  shown.current = form
  useEffect(
    () => () => {
      isHere.current = false
    },
    []
  )

  const open = useCallback(
    (next: OpenForm | null) => {
      setForm(next)
      toOrder(orderId, queueState, next || undefined).go()
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [orderId, toOrder, JSON.stringify(queueState)]
  )

  /** Closes this form where it is still the one that is open; true where it was. */
  const close = useCallback(
    (own: OpenForm | null): boolean => {
      const { current } = shown

      if (!isHere.current || !own || current?.do !== own.do || current.n !== own.n) return false
      open(null)

      return true
    },
    [open]
  )

  return { form, open, close, isHere, queueState }
}
