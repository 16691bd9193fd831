import React from 'react'

import { CopiedSign } from '../../../shared/components/CopiedSign'
import { useCopy } from '../../../shared/components/useCopy'
import { Notice } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { factOf } from '../../../shared/words/problemFacts'
import { remedies } from '../../../shared/words/remedies'
import type { Remedy } from '../../../shared/words/remedies'
import { useWords } from '../../../shared/words/useWords'
import { lacksXml, worstFirst } from '../orderModel'
import { attentionBeside } from '../sending/unsettled'
import { daysLate } from '../../../shared/format/moment'
import type { Order, Problem } from '../../../shared/order/orderTypes'
import { useOrderFormat } from '../../../shared/order/useOrderFormat'

interface Props {
  order: Order
  account: string
  onLookAgain: () => void
  /** Opens the chooser for the XML of this invoice. */
  onChooseFile: (invoiceNumber: string) => void
}

/** What a person should look at, worst first, each with its remedy. */
export function OrderAttention({ order, account, onLookAgain, onChooseFile }: Props) {
  const words = useWords()
  const format = useOrderFormat(order)
  const { isCopied, copy } = useCopy()
  const copySupportText = (problem: Problem) => {
    const { orderId } = order
    const text =
      problem.code === 'WRITE_NOT_SHOWN'
        ? words('order.support-text-write', {
            orderId,
            account,
            operation: factOf(problem, 'operation') || '',
            invoiceNumber: factOf(problem, 'invoiceNumber') || '',
            sentAt: factOf(problem, 'sentAt') || '',
          })
        : words('order.support-text', {
            orderId,
            account,
            status: factOf(problem, 'status') || order.status,
            since: factOf(problem, 'since') || '',
          })

    void copy(text, text)
  }
  const withoutXml = lacksXml(order)
  const act = (remedy: Remedy, problem: Problem) => {
    if (remedy.action === 'COPY_SUPPORT_TEXT') copySupportText(problem)
    else if (remedy.action !== 'CHOOSE_FILE') onLookAgain()
    else if (withoutXml) onChooseFile(withoutXml)
  }

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
            <span className="it-copy">
              <ProblemText
                problem={problem}
                currency={order.currency}
                timeZone={order.timeZone}
                onRemedy={(remedy) => act(remedy, problem)}
                canRemedy={({ action }) =>
                  ['COPY_SUPPORT_TEXT', 'LOOK_AGAIN', 'RELOAD_ORDER'].includes(action) ||
                  (action === 'CHOOSE_FILE' && withoutXml !== null)
                }
              />
              <CopiedSign
                isShown={isCopied && remedies[problem.code]?.action === 'COPY_SUPPORT_TEXT'}
              />
            </span>
          )}
        </Notice>
      ))}
    </div>
  )
}
