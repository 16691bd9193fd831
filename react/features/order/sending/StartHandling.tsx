import React from 'react'

import { SecondaryButton } from '../../../shared/components/ActionButton'
import { announce, announceAlert } from '../../../shared/components/StatusLine'
import type {
  StartHandlingMutation,
  StartHandlingMutationVariables,
} from '../../../shared/graphql/generated'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import { learnOrder, noteLeft } from '../../../shared/order/learnedOrders'
import { lastOf } from '../../../shared/order/orderSends'
import type { OrderSend } from '../../../shared/order/orderSends'
import type { Order } from '../../../shared/order/orderTypes'
import { useEndWords } from '../../../shared/order/useEndWords'
import { WaitingLine } from '../../../shared/order/WaitingLine'
import { sends, useSends } from '../../../shared/sending/sends'
import { useWords } from '../../../shared/words/useWords'
import START_HANDLING from './startHandling.graphql'

/** One press and no question: it can always be done, and is done daily. */
export function StartHandling({
  order,
  onEnd,
}: {
  order: Order
  onEnd: (send: OrderSend) => void
}) {
  const words = useWords()
  const endWords = useEndWords()
  const { orderId } = order
  const mutate = usePanelMutation<StartHandlingMutation, StartHandlingMutationVariables>(
    START_HANDLING
  )
  const last = lastOf(
    useSends(),
    (send) => send.orderId === orderId && send.object.kind === 'handling'
  )

  const start = () => {
    const started = sends.start({
      orderId,
      object: { kind: 'handling', number: orderId },
      about: { awaited: null },
      run: async () => {
        const answer = await mutate({ orderId })

        if (!answer.ok) return answer
        const result = { ok: true as const, answer: answer.data.startHandling }

        return learnOrder(noteLeft(result, order.stage))
      },
    })

    if (!started) return
    void started.then((settled) => {
      const send = settled as unknown as OrderSend
      const say = send.state === 'failed' || send.state === 'unknown' ? announceAlert : announce

      say(endWords(send))
      onEnd(send)
    })
  }

  return (
    <div className="it-handling">
      {last?.state === 'waiting' ? (
        <WaitingLine send={last} />
      ) : (
        <SecondaryButton size="small" onClick={start} isLoading={last?.state === 'sending'}>
          {words('order.start-handling')}
        </SecondaryButton>
      )}
      <span className="t-small c-muted-1">{words('order.handling-hint')}</span>
    </div>
  )
}
