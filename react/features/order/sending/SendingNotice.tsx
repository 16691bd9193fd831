import React, { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { hasFocus } from '../../../shared/components/hasFocus'
import { Notice } from '../../../shared/components/Notice'
import type { OrderSend } from '../../../shared/order/orderSends'
import { useWords } from '../../../shared/words/useWords'

interface Props {
  send: OrderSend
  /** Next order: nobody has to wait for VTEX. */
  children?: ReactNode
}

/**
 * What is on its way. It takes the focus of who has sent it, so that the next Tab is the way on, not what stands behind
 * the form. Not the way on itself: a second press of the keys that sent would follow it.
 */
export function SendingNotice({ send, children }: Props) {
  const words = useWords()
  const sentence = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    // Where the person reads further down, the page stays.
    if (sentence.current && hasFocus(document.getElementById('open'))) {
      sentence.current.focus({ preventScroll: true })
    }
  }, [send.id])

  return (
    <Notice tone="wait" focusRef={sentence} action={children}>
      {words(send.object.kind === 'return' ? 'invoice.sending-return' : 'invoice.sending', {
        number: send.object.number,
      })}
    </Notice>
  )
}
