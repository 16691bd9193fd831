import React from 'react'

import { copyText } from '../../../shared/components/CopyButton'
import { Notice } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { announce } from '../../../shared/components/StatusLine'
import { factOf } from '../../../shared/words/problemFacts'
import type { Remedy } from '../../../shared/words/remedies'
import { useWords } from '../../../shared/words/useWords'
import { worstFirst } from '../orderModel'
import { attentionBeside } from '../sending/unsettled'
import { daysLate } from '../../../shared/format/moment'
import type { Order, Problem } from '../../../shared/order/orderTypes'
import { useOrderFormat } from '../../../shared/order/useOrderFormat'

interface Props {
  order: Order
  account: string
  onLookAgain: () => void
}

/** What a person should look at, worst first, each with its remedy. */
export function OrderAttention({ order, account, onLookAgain }: Props) {
  const words = useWords()
  const format = useOrderFormat(order)
  const copySupportText = (problem: Problem) => {
    const text = words('order.support-text', {
      orderId: order.orderId,
      account,
      status: factOf(problem, 'status') || order.status,
      since: factOf(problem, 'since') || '',
    })

    copyText(text).then(
      () => announce(words('copy.done', { name: text })),
      () => announce(words('copy.failed', { name: text }))
    )
  }
  const act = (remedy: Remedy, problem: Problem) =>
    remedy.action === 'COPY_SUPPORT_TEXT' ? copySupportText(problem) : onLookAgain()

  const late = order.estimatedDelivery
    ? daysLate(order.estimatedDelivery, { timeZone: format.timeZone, now: Date.now() })
    : 0

  const attention = attentionBeside(order)

  if (attention.length === 0) return null

  return (
    <div className="it-order__attention">
      {worstFirst(attention).map((problem, place) => (
        <Notice key={`${problem.code}-${place}`} tone={problem.code === 'LATE' ? 'wrong' : 'look'}>
          {problem.code === 'LATE' && order.estimatedDelivery && late > 0 ? (
            words('order.late', { date: format.day(order.estimatedDelivery), days: late })
          ) : (
            <ProblemText
              problem={problem}
              currency={order.currency}
              timeZone={order.timeZone}
              onRemedy={(remedy) => act(remedy, problem)}
              canRemedy={({ action }) =>
                action === 'COPY_SUPPORT_TEXT' ||
                action === 'LOOK_AGAIN' ||
                action === 'RELOAD_ORDER'
              }
            />
          )}
        </Notice>
      ))}
    </div>
  )
}
