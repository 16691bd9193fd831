import { useCallback } from 'react'

import { announce, announceAlert } from '../components/StatusLine'
import { openProblems } from '../problems/acceptance'
import { focusFirstProblem } from '../problems/focusFirstProblem'
import type { OutcomeObject } from '../sending/outcome'
import { sends } from '../sending/sends'
import type { SendResult } from '../sending/sends'
import { useWords } from '../words/useWords'
import { learnOrder, noteLeft } from './learnedOrders'
import type { AboutSend, OrderSend } from './orderSends'
import type { Problem, WritePayload } from './orderTypes'
import { useEndWords } from './useEndWords'

export interface WriteRequest {
  orderId: string
  object: OutcomeObject
  about: AboutSend
  /** What is known to stand against it before it is sent. */
  problems: readonly Problem[]
  ticks: ReadonlySet<string>
  form: HTMLElement | null
  run: () => Promise<SendResult<WritePayload>>
  onEnd: (send: OrderSend) => void
}

/**
 * One press of a send button: with open points it sends nothing and goes to the first of them; else it sends
 * once, whatever is mounted when the answer comes, and says how it ended.
 */
export function useWrite() {
  const words = useWords()
  const endWords = useEndWords()

  const pointAt = useCallback(
    (count: number, form: HTMLElement | null) => {
      announce(words('invoice.points', { count }))
      focusFirstProblem(form)
    },
    [words]
  )

  const write = useCallback(
    (request: WriteRequest): boolean => {
      const { orderId, object, about, problems, ticks, form, run, onEnd } = request
      const open = openProblems(problems, ticks)

      if (open.length > 0) {
        pointAt(open.length, form)

        return false
      }
      // Nothing leaves this machine: better said now than as an outcome that nobody knows.
      if (navigator.onLine === false) {
        announce(words('offline'))

        return false
      }
      const started = sends.start<WritePayload>({
        orderId,
        object,
        about: about as unknown as Record<string, unknown>,
        run: () => run().then((result) => learnOrder(noteLeft(result, about.form?.order?.stage))),
      })

      if (!started) {
        // A second press of the same is no news.
        if (sends.isBusyBeside(orderId, object)) announce(words('sends.busy'))

        return false
      }
      void started.then((settled) => {
        const send = settled as unknown as OrderSend
        const say = send.state === 'failed' || send.state === 'unknown' ? announceAlert : announce

        say(endWords(send))
        onEnd(send)
      })

      return true
    },
    [endWords, pointAt, words]
  )

  return { write, pointAt }
}

/** Problems of the last answer, where the send did not go through; that VTEX had no room for it the result says. */
export function problemsOf(send: OrderSend | null): Problem[] {
  return answeredProblems(send).filter(({ code }) => code !== 'RATE_LIMITED')
}

/**
 * What an answer left to settle in the form: a tick, or a field to correct. An error that names no field may have passed
 * by now, so it keeps nobody from pressing again.
 */
export function toSettle(answered: readonly Problem[]): Problem[] {
  return answered.filter(({ severity, field }) => severity === 'WARNING' || field.length > 0)
}

function answeredProblems(send: OrderSend | null): Problem[] {
  if (!send || (send.state !== 'refused' && send.state !== 'failed')) return []
  if (send.failure?.kind === 'REFUSED') {
    return [{ ...send.failure.problem, differences: [] } as unknown as Problem]
  }

  return (send.answer?.problems as Problem[] | undefined) ?? []
}
