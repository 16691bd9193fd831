import React, { useEffect, useRef } from 'react'

import { Stepper } from '../../../shared/components/Stepper'
import { announce } from '../../../shared/components/StatusLine'
import { sends } from '../../../shared/sending/sends'
import { useWords } from '../../../shared/words/useWords'
import type { Words } from '../../../shared/words/useWords'
import type { Order } from '../../../shared/order/orderTypes'
import { stepsOf } from './stepper'
import type { Step } from './stepper'
import { useOrderFormat } from '../../../shared/order/useOrderFormat'
import type { OrderFormat } from '../../../shared/order/useOrderFormat'

const nameOf = (step: Step, words: Words) => words(`order.step-${step.name.toLowerCase()}`)

function detailOf(step: Step, words: Words, format: OrderFormat): string | null {
  const { count, date } = step
  const done = count
    ? words(count.kind === 'UNITS' ? 'order.step-units' : 'order.step-invoices', {
        done: count.done,
        of: count.of,
      })
    : null
  const on = date && format.day(date.at)
  const day =
    date && on
      ? date.kind === 'ON'
        ? on
        : words(date.kind === 'DUE' ? 'order.step-due' : 'order.step-ordered', { date: on })
      : null

  return [done, day].filter(Boolean).join(', ') || null
}

/** From paid to delivered; says the step when the order moves on while it is open. */
export function OrderSteps({ order }: { order: Order }) {
  const words = useWords()
  const format = useOrderFormat(order)
  const steps = stepsOf(order)
  const current = steps.find((step) => step.isCurrent) || steps[steps.length - 1]
  const last = useRef(current.name)
  const name = nameOf(current, words)
  const isThrough = current.state === 'DONE'

  useEffect(() => {
    if (last.current === current.name) return
    last.current = current.name
    // The end of a send has its own sentence, and one is said at a time.
    if (sends.ofOrder(order.orderId).length > 0) return
    announce(
      words(isThrough ? 'order.step-done' : 'order.step-now', { orderId: order.orderId, name })
    )
  }, [current.name, isThrough, name, order.orderId, words])

  return (
    <div className="it-order__steps">
      <Stepper
        label={words('order.steps')}
        steps={steps.map((step) => ({
          id: step.name,
          label: nameOf(step, words),
          detail: detailOf(step, words, format),
          state: step.state.toLowerCase() as 'done' | 'partly' | 'open' | 'stopped',
          isCurrent: step.isCurrent,
        }))}
      />
      <p className="it-order__step-line t-small ma0" aria-hidden="true">
        {words(current.state === 'OPEN' ? 'order.step-next' : 'order.step-of', {
          step: steps.indexOf(current) + 1,
          steps: steps.length,
          name,
        })}
        <span className="it-tabular db">
          {words('order.sums-line', {
            invoiced: format.money(order.invoicedValue),
            value: format.money(order.value),
          })}
        </span>
      </p>
    </div>
  )
}
