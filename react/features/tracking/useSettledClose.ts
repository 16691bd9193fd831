import { useEffect, useRef } from 'react'

import type { OrderSend } from '../../shared/order/orderSends'

/** A send that nobody had an answer for is found done by a later look at the order: its form is done with it. */
export function useSettledClose(last: OrderSend | null, close: () => void) {
  const wasUnknown = useRef(false)
  const state = last?.state
  const latest = useRef(close)

  latest.current = close
  useEffect(() => {
    if (state === 'done' && wasUnknown.current) latest.current()
    wasUnknown.current = state === 'unknown'
  }, [state])
}
