import { useCallback, useEffect, useMemo, useRef } from 'react'

import { afterPress } from '../../shared/components/afterPress'
import { announce } from '../../shared/components/StatusLine'
import { isInvoiceSend, lastOf } from '../../shared/order/orderSends'
import type { OrderSend } from '../../shared/order/orderSends'
import type { InvoiceType, Order, Problem } from '../../shared/order/orderTypes'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import { problemsOf } from '../../shared/order/useWrite'
import { drafts } from '../../shared/sending/drafts'
import { hasGoneWell, sends } from '../../shared/sending/sends'
import { isUnanswered } from '../../shared/sending/unanswered'
import { useWords } from '../../shared/words/useWords'
import { withCancelled } from './documents/cancellations'
import { documentId } from './documents/documentId'
import { documentWords } from './documents/documentWords'
import { startForm, step } from './form/formState'
import type { FormEvent, FormState } from './form/formState'
import { contentKey, judge, judged } from './form/judgement'
import { press, settle } from './form/press'
import type { Press } from './form/press'
import { useFocusAfterRead } from './form/useFormFocus'
import { useInvoiceSend } from './form/useInvoiceSend'
import { useMachine } from '../../shared/components/useMachine'
import {
  allUnits,
  chosenUnits,
  emptyInvoice,
  giveDocument,
  hasContent,
  openLines,
} from './invoiceDraft'
import type { InvoiceDocument, InvoiceDraft, TypedField } from './invoiceDraft'
import { filledByDocument, invoiceInput, shownField, underCursor } from './invoiceInput'
import type { HeldField } from './invoiceInput'
import { heldUnder, isNumber, takenNumber, withoutTaken } from './invoiceProblems'
import type { Place } from './problemPlaces'
import { useInvoicePreview } from './useInvoicePreview'

export interface InvoiceFormOptions {
  order: Order
  type: InvoiceType
  /** Names the draft: another one for a return, and for each invoice that is being replaced. */
  formName: string
  initial?: InvoiceDraft
  /** The stored invoice that the form was opened to replace. */
  replaces?: string
  /** The number of an invoice that left no trace: that it has no answer is known here. */
  again?: string
  isLocked: boolean
  /** Name of the file that is being read: what is sent without it is not what was meant. */
  reading: string | null
  onEnd: (send: OrderSend) => void
  onReload: () => unknown
}

/** The invoice form: the machine of form/formState with the check, the sends and the drafts around it. */
export function useInvoiceForm(options: InvoiceFormOptions) {
  const { order, type, formName, initial, replaces, again, isLocked, reading, onEnd, onReload } =
    options
  const { orderId } = order
  const isAgain = again !== undefined
  const isNumberFixed = isAgain || replaces !== undefined
  const words = useWords()
  const format = useOrderFormat(order)
  const { send: sendInvoice, pointAt } = useInvoiceSend()
  const form = useRef<HTMLFormElement>(null)
  const lines = useMemo(() => openLines(type, order.items), [type, order.items])

  const { state, now, tell } = useMachine<FormState, FormEvent>(step, () => {
    const draft = drafts.get<InvoiceDraft>(orderId, formName) || initial || emptyInvoice(type)
    const problems = problemsOf(lastOf(sends.ofOrder(orderId), isInvoiceSend))
    const key = contentKey(draft, invoiceInput(draft, lines, format), order)

    return startForm(draft, problems.length > 0 ? { key, problems } : null)
  })
  const { draft, phase, answered, hasTried, touched, held, ticks } = state

  const input = useMemo(() => invoiceInput(draft, lines, format), [draft, lines, format])
  const key = contentKey(draft, input, order)
  const hasNumber = Boolean(input.invoiceNumber)
  const isChosen = draft.covers !== 'ITEMS' || chosenUnits(draft, lines) > 0
  const check = useInvoicePreview(isChosen ? { key, orderId, invoice: input } : null, isLocked)
  const { preview, isFresh } = check
  const { known, problems, placed } = useMemo(
    () =>
      judge({
        state: { draft, answered, hasTried, touched },
        lines,
        key,
        hasNumber,
        check: { preview, isFresh },
        isAgain,
      }),
    [draft, answered, hasTried, touched, lines, key, hasNumber, preview, isFresh, isAgain]
  )
  // Sent by somebody else since this order was read: the order, read again, tells how that goes on.
  const isSentElsewhere = !isAgain && !isLocked && problems.some(isUnanswered)

  useEffect(() => {
    if (isSentElsewhere) void onReload()
  }, [isSentElsewhere, onReload])

  const readingNow = useRef(reading)

  readingNow.current = reading
  useEffect(() => {
    if (reading === null) tell({ type: 'filesRead' })
  }, [reading, tell])

  const keep = useCallback(
    (next: InvoiceDraft) => {
      if (hasContent(next)) drafts.put(orderId, formName, next)
      else drafts.clear(orderId, formName)
    },
    [orderId, formName]
  )
  const change = useCallback(
    (next: InvoiceDraft) => {
      tell({ type: 'changed', draft: next })
      keep(next)
    },
    [tell, keep]
  )
  const leave = useCallback(
    (place: Place, isOutside = false) => {
      afterPress(() => tell({ type: 'left', place, isOutside }))
      if (isChosen && !isLocked) void check.checkNow()
    },
    [tell, check, isChosen, isLocked]
  )

  const number = (input.invoiceNumber || draft.document?.read.number || '').trim()
  /** The invoice that the order holds under this number, unless it is the one that is to be replaced or sent again. */
  const stored = isNumberFixed ? null : heldUnder(order.packages, type, number)
  // Of a document the service takes the units that it lists: the button says what goes.
  const listed = draft.covers === 'EVERYTHING' && draft.document && isFresh && preview
  const units = listed
    ? listed.items.reduce((total, { quantity }) => total + quantity, 0)
    : chosenUnits(draft, lines)
  const amount = preview
    ? preview.invoiceValue
    : draft.covers === 'EVERYTHING' && type === 'OUTPUT' && !draft.document
      ? order.remainingValue
      : null

  // An order read before that invoice came names no version of it: read first, and then compared, so that nothing is
  // replaced that the table does not show.
  const compare = async (found: Problem): Promise<Problem> => {
    if (order.packages.some((one) => isNumber(one.invoiceNumber, number))) {
      // Somebody changed it: its own card is to show what the table compares with.
      if (found.code === 'INVOICE_CHANGED') void onReload()

      return found
    }
    await onReload()
    const fresh = await check.checkNow()

    return (fresh && takenNumber(fresh.problems)) || found
  }

  const sayStillReading = (fileName: string) => {
    tell({ type: 'pressedEarly' })
    announce(words('invoice.still-reading', { fileName }))
  }
  const sendWith = (standing: readonly Problem[], replace?: { version: string }): boolean => {
    // Between a press and its send a file may have been given.
    if (readingNow.current !== null) {
      sayStillReading(readingNow.current)

      return false
    }
    const isStarted = sendInvoice(
      {
        ...{ order, type, number, input, units, amount, formName, replaces, again, ticks, form },
        onEnd: (ended, left, isReplacing) => {
          const taken = takenNumber(left)

          tell({ type: 'ended', key, problems: left, isReplacing })
          if (taken) void compare(taken).then((one) => tell({ type: 'compared', taken: one }))
          if (hasGoneWell(ended)) drafts.clear(orderId, formName)
          onEnd(ended)
        },
      },
      standing,
      replace
    )

    // What it holds was read of the first send, which the service may have given up by the time somebody comes back.
    if (isStarted && isAgain) drafts.put(orderId, formName, draft)

    return isStarted
  }

  /** Does what a press came to. A press whose content has changed meanwhile is over. */
  const follow = async (next: Press): Promise<void> => {
    const isOver = () => now.current.phase.name !== 'deciding'

    switch (next.kind) {
      case 'WAIT':
        if (next.for === 'FILE' && readingNow.current !== null) sayStillReading(readingNow.current)

        return
      case 'CHECK': {
        tell({ type: 'asked' })
        const fresh = await (next.isAnew ? check.checkAnew() : check.checkNow())

        if (isOver()) return
        tell({ type: 'decided' })
        // Without an answer nobody knows what a tick, or the dialog, would say yes to.
        if (!fresh) return
        if (next.isAnew) tell({ type: 'passed' })

        return follow(
          settle(judged(fresh, isAgain, draft.document), { ticks, asksFirst: type === 'INPUT' })
        )
      }
      case 'COMPARE': {
        tell({ type: 'asked' })
        const taken = await compare(next.taken)

        if (!isOver()) tell({ type: 'compared', taken })

        return
      }
      case 'POINT':
        return pointAt(next.count, form.current)
      case 'CONFIRM':
        // The dialog gives the focus back to what opened it, which a mouse has not moved it to.
        document.getElementById('invoice-send')?.focus()

        return tell({ type: 'confirmationAsked', problems: next.problems })
      default:
        sendWith(next.problems)
    }
  }
  const send = () => {
    const next = press({
      phase: now.current.phase.name,
      isLocked,
      isReading: readingNow.current !== null,
      known,
      problems,
      own: withCancelled([], draft.document),
      ticks,
      isAgain,
      asksFirst: type === 'INPUT',
    })

    if (next.kind !== 'WAIT') tell({ type: 'pressed' })
    void follow(next)
  }

  const lookAfterRead = useFocusAfterRead(Boolean(draft.document))

  // What a file says is checked at once: nobody is typing it.
  const given = documentId(draft.document)

  useEffect(() => {
    if (given > 0 && !isLocked) void check.checkNow()
    // Once a document.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [given])

  const takeDocument = useCallback(
    (document: InvoiceDocument | null) => {
      const next = document ? giveDocument(draft, document) : { ...draft, document }

      tell({ type: 'documentTaken', draft: next })
      keep(next)
      if (!document) return
      lookAfterRead()
      announce(
        words('invoice.document-read', {
          document: documentWords(words, document),
          count: filledByDocument(next, format),
        })
      )
    },
    [draft, tell, keep, words, format, lookAfterRead]
  )

  return {
    order,
    type,
    form,
    format,
    draft,
    phase,
    change,
    leave,
    lines,
    units,
    of: allUnits(lines),
    number,
    stored,
    amount,
    preview,
    known,
    isChecking: check.isChecking,
    checkFailure: check.failure,
    checkAgain: check.checkNow,
    placed,
    problemsAt: (place: Place) =>
      withoutTaken(placed.filter((one) => one.place === place).map((one) => one.problem)),
    ticks: {
      given: ticks,
      toggle: (problem: Problem) => tell({ type: 'ticked', problem }),
    },
    /** Ends the dialog, or the differences. */
    close: () => tell({ type: 'closed' }),
    shown: (field: TypedField) =>
      underCursor(draft, field, shownField(draft, field, preview, format, stored !== null), held),
    enter: (field: HeldField) => tell({ type: 'entered', field }),
    again,
    /** Under another number it would be another invoice. */
    isNumberFixed,
    takeDocument,
    /** The file for which a press was held back. */
    early: state.isEarly ? reading : null,
    send,
    sendWith,
    isLocked,
  }
}

export type InvoiceFormState = ReturnType<typeof useInvoiceForm>
