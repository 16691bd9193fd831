import { useEffect, useState } from 'react'

import { announce } from '../../../shared/components/StatusLine'
import { nextTurn } from '../../../shared/graphql/turns'
import { isUnderWay, sends, useSends } from '../../../shared/sending/sends'
import type { Send } from '../../../shared/sending/sends'
import { useOutcomeWords } from '../../../shared/sending/useOutcomeWords'
import { useWords } from '../../../shared/words/useWords'
import { hasArrived } from '../../../shared/order/arrival'
import { drafts } from '../../../shared/sending/drafts'
import { aboutOf, isAwaited } from '../../../shared/order/orderSends'
import type { Order } from '../../../shared/order/orderTypes'
import { looks, nextLook } from '../../../shared/order/resultModel'
import type { Sent } from '../../../shared/order/resultModel'
import { useLooks } from '../../../shared/order/useLooks'

function sentOf({ state, sentAt, retryAt }: Send): Sent {
  return { sentAt, retryAt, outcome: state === 'unknown' ? 'UNKNOWN' : 'ACCEPTED', shown: false }
}

export interface SendWatch {
  /** Milliseconds; moves once a second while something is awaited, so that countdowns move. */
  now: number
  /** Seconds until the order is looked at again for this send; null where no look is planned. */
  lookIn: (send: Send) => number | null
  /** Ended while this page was open: nobody has come upon it later. */
  isNews: (send: Send) => boolean
}

/** Looks at the order until it shows what was sent. */
export function useSendWatch(order: Order | null, orderId: string, read: () => void): SendWatch {
  const words = useWords()
  const { objectWords } = useOutcomeWords()
  const list = useSends().filter((send) => send.orderId === orderId)
  const awaited = list.filter(isAwaited)
  const [opened] = useState(nextTurn)
  const [now, setNow] = useState(() => Date.now())
  // Also while a countdown to the next try is shown.
  const ticks = list.some((send) => isAwaited(send) || isUnderWay(send))

  useEffect(() => {
    if (!ticks) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)

    return () => clearInterval(timer)
  }, [ticks])

  useLooks(awaited.map(sentOf).map(looks).flat(), now, read)

  useEffect(() => {
    if (!order) return
    awaited.forEach((send) => {
      const { awaited: what, form } = aboutOf(send)

      if (!what || !hasArrived(order.packages, what)) return
      sends.settle(send.id, 'done')
      // Kept while nobody knew; now the order has it, unless it holds more than what was sent.
      if (form && (!form.isOver || form.isOver())) drafts.clear(orderId, form.name)
      announce(words('result.shows', { object: objectWords(send.object) }))
    })
    // Only another reading of the order can show something.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [order, awaited.length])

  const lookIn = (send: Send) => {
    const at = nextLook(sentOf(send), now)

    return at === null ? null : Math.max(1, Math.ceil((at - now) / 1000))
  }

  return { now, lookIn, isNews: (send) => send.turn > opened }
}
