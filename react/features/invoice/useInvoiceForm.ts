import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { announce } from '../../shared/components/StatusLine'
import type {
  NotifyInvoiceMutation,
  NotifyInvoiceMutationVariables,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { isInvoiceSend, lastOf } from '../../shared/order/orderSends'
import type { OrderSend } from '../../shared/order/orderSends'
import type { InvoiceType, Order, Problem } from '../../shared/order/orderTypes'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import { problemsOf, toSettle, useWrite } from '../../shared/order/useWrite'
import type { WriteRequest } from '../../shared/order/useWrite'
import { acceptedCodes, openProblems } from '../../shared/problems/acceptance'
import { useTicks } from '../../shared/problems/useTicks'
import { drafts } from '../../shared/sending/drafts'
import { hasGoneWell, useSends } from '../../shared/sending/sends'
import { isUnanswered } from '../../shared/sending/unanswered'
import { useWords } from '../../shared/words/useWords'
import { documentId } from './documents/documentId'
import { documentWords } from './documents/documentWords'
import {
  allUnits,
  chosenUnits,
  emptyInvoice,
  giveDocument,
  hasContent,
  openLines,
} from './invoiceDraft'
import type { InvoiceDocument, InvoiceDraft, TypedField } from './invoiceDraft'
import {
  coversNothing,
  filledByDocument,
  invoiceInput,
  sentLines,
  shownField,
  underCursor,
} from './invoiceInput'
import type { HeldField } from './invoiceInput'
import {
  CONFIRMED_BY_DIALOG,
  nothingChosen,
  takenNumber,
  withoutConfirmed,
  withoutTaken,
  withoutUnanswered,
} from './invoiceProblems'
import NOTIFY_INVOICE from './notifyInvoice.graphql'
import { isSilent, placeProblems } from './problemPlaces'
import type { Place } from './problemPlaces'
import { useFocusAfterRead } from './useFocusAfterRead'
import { useInvoicePreview } from './useInvoicePreview'
import { useStillReading } from './documents/useStillReading'
import { useTakenNumber } from './useTakenNumber'

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

/** State of the invoice form: draft, check, ticks, send. Views read it and call it. */
export function useInvoiceForm(options: InvoiceFormOptions) {
  const { order, type, formName, initial, replaces, again, isLocked, reading, onEnd, onReload } =
    options
  const { orderId } = order
  const words = useWords()
  const format = useOrderFormat(order)
  const ticks = useTicks()
  const { write, pointAt } = useWrite()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<InvoiceDraft>(
    () => drafts.get<InvoiceDraft>(orderId, formName) || initial || emptyInvoice(type)
  )
  const [touched, setTouched] = useState<ReadonlySet<Place>>(() => new Set())
  const [hasTried, setTried] = useState(false)
  const { isStillReading, early } = useStillReading(reading)
  const [held, setHeld] = useState<HeldField | null>(null)
  const [replaceProblems, setReplaceProblems] = useState<Problem[]>([])
  const mutate = usePanelMutation<NotifyInvoiceMutation, NotifyInvoiceMutationVariables>(
    NOTIFY_INVOICE
  )

  const lines = useMemo(() => openLines(type, order.items), [type, order.items])
  const input = useMemo(() => invoiceInput(draft, lines, format), [draft, lines, format])
  const isEmpty = coversNothing(draft, lines)
  const key = JSON.stringify({
    ...input,
    embeddedInvoice: documentId(draft.document),
    order: `${order.status} ${order.invoicedValue} ${order.packages.length}`,
  })
  const check = useInvoicePreview(isEmpty ? null : { key, orderId, invoice: input }, isLocked)

  // Problems of a refusal stand until the form changes and its new check answers.
  const last = lastOf(useSends(), (send) => send.orderId === orderId && isInvoiceSend(send))
  const [answered, setAnswered] = useState<{ key: string; problems: Problem[] } | null>(() => {
    const problems = problemsOf(last)

    return problems.length > 0 ? { key, problems } : null
  })
  const all = useMemo(() => {
    if (isEmpty) return [nothingChosen]
    if (answered && answered.key === key) return withoutConfirmed(answered.problems)

    const judged = check.preview ? withoutConfirmed(check.preview.problems) : []

    return again ? withoutUnanswered(judged) : judged
  }, [isEmpty, answered, key, check.preview, again])
  // Sent by somebody else since this order was read: the order, read again, tells how that goes on.
  const isSentElsewhere = !again && !isLocked && all.some(isUnanswered)

  useEffect(() => {
    if (isSentElsewhere) void onReload()
  }, [isSentElsewhere, onReload])

  const isJudged = isEmpty || check.isFresh || Boolean(answered && answered.key === key)
  const sent = useMemo(() => sentLines(draft, lines), [draft, lines])
  const hasNumber = Boolean(input.invoiceNumber)
  const placed = useMemo(() => {
    const filled = new Set<Place>(hasNumber ? ['invoiceNumber'] : [])
    if (!isEmpty) filled.add('covers')

    return placeProblems(all, sent, lines).filter(
      ({ problem, place }) => !isSilent(problem, place, { tried: hasTried, touched, filled })
    )
  }, [all, sent, lines, hasTried, touched, hasNumber, isEmpty])

  const change = useCallback(
    (next: InvoiceDraft) => {
      setDraft(next)
      if (hasContent(next)) drafts.put(orderId, formName, next)
      else drafts.clear(orderId, formName)
    },
    [orderId, formName]
  )
  const leave = useCallback(
    (place: Place) => {
      setTouched((before) => (before.has(place) ? before : new Set(before).add(place)))
      if (!isEmpty && !isLocked) void check.checkNow()
    },
    [check, isEmpty, isLocked]
  )

  const number = (input.invoiceNumber || draft.document?.read.number || '').trim()
  const { taken, setTaken, compare } = useTakenNumber({
    order,
    number,
    onReload,
    checkNow: check.checkNow,
  })
  const units = chosenUnits(draft, lines)
  const amount = check.preview
    ? check.preview.invoiceValue
    : draft.covers === 'EVERYTHING' && type === 'OUTPUT' && !draft.document
      ? order.remainingValue
      : null

  const sendWith = (problems: readonly Problem[], replace?: { version: string }): boolean => {
    if (isStillReading()) return false
    const sentKey = key
    const request: WriteRequest = {
      orderId,
      object: { kind: type === 'INPUT' ? 'return' : 'invoice', number },
      about: {
        awaited: {
          operation: 'NOTIFY_INVOICE',
          invoiceNumber: number,
          type,
          replacedVersion: replace?.version,
        },
        units,
        amount,
        form: { name: formName, order, replaces, again },
        again: () => write(request),
      },
      problems,
      ticks: ticks.given,
      form: form.current,
      run: async () => {
        const answer = await mutate({
          orderId,
          invoice: input,
          accept: [
            ...acceptedCodes(problems, ticks.given),
            ...(type === 'INPUT' ? CONFIRMED_BY_DIALOG : []),
          ],
          replace,
        } as unknown as NotifyInvoiceMutationVariables)

        return answer.ok ? { ok: true, answer: answer.data.notifyInvoice } : answer
      },
      onEnd: (send) => {
        const problemsNow = problemsOf(send)

        setAnswered({ key: sentKey, problems: problemsNow })
        // A replacing call that asks for one more tick stays in the differences.
        const exists = takenNumber(problemsNow)

        if (exists) void compare(exists)
        else setTaken((before) => (replace && problemsNow.length > 0 ? before : null))
        setReplaceProblems(replace ? withoutTaken(problemsNow) : [])
        if (hasGoneWell(send)) drafts.clear(orderId, formName)
        onEnd(send)
      },
    }

    const isStarted = write(request)

    // What it holds was read of the first send, which the service may have given up by the time somebody comes back.
    if (isStarted && again) drafts.put(orderId, formName, draft)

    return isStarted
  }

  const isDeciding = useRef(false)
  /** One press. What is ticked is only said yes to while the same facts stand: an old check is asked again first. */
  const send = async (confirm?: () => void) => {
    if (isLocked || isDeciding.current || isStillReading()) return
    setTried(true)
    // What an answer said of no field may have passed by now: this press asks again.
    let problems = answered && answered.key === key ? toSettle(all) : all
    const mayHavePassed = !again && problems.some(isUnanswered)
    const needsCheck = !isJudged && !isEmpty && (ticks.given.size > 0 || Boolean(confirm))

    if (mayHavePassed || needsCheck) {
      isDeciding.current = true
      const fresh = await (mayHavePassed ? check.checkAnew() : check.checkNow())

      isDeciding.current = false
      if (fresh && mayHavePassed) setAnswered(null)
      // Without an answer nobody knows what a tick, or the dialog, would say yes to.
      if (!fresh) return
      problems = withoutConfirmed(fresh.problems)
      if (again) problems = withoutUnanswered(problems)
    } else if (!isJudged) {
      problems = []
    }
    const exists = takenNumber(problems)

    if (exists) {
      isDeciding.current = true
      await compare(exists)
      isDeciding.current = false

      return
    }
    const open = openProblems(problems, ticks.given)

    if (open.length > 0) {
      pointAt(open.length, form.current)

      return
    }
    if (confirm) {
      confirm()

      return
    }
    sendWith(problems)
  }

  const { lookAfterRead } = useFocusAfterRead({
    form,
    hasDocument: Boolean(draft.document),
    isSettled: isJudged || Boolean(check.failure),
    hasError: placed.some(
      ({ problem, place }) => problem.severity === 'ERROR' && place !== 'whole'
    ),
    askNow: check.checkNow,
  })

  const takeDocument = useCallback(
    (document: InvoiceDocument | null) => {
      const next = document ? giveDocument(draft, document) : { ...draft, document }

      change(next)
      setTaken(null)
      // The person gave it: it fills the field too in which the cursor stands.
      setHeld(null)
      if (!document) return
      lookAfterRead()
      announce(
        words('invoice.document-read', {
          document: documentWords(words, document),
          count: filledByDocument(next, format),
        })
      )
    },
    [draft, change, setTaken, words, format, lookAfterRead]
  )

  return {
    order,
    type,
    form,
    format,
    draft,
    change,
    leave,
    lines,
    units,
    of: allUnits(lines),
    number,
    amount,
    preview: check.preview,
    isJudged,
    isChecking: check.isChecking,
    checkFailure: check.failure,
    checkAgain: check.checkNow,
    placed,
    problemsAt: (place: Place) =>
      withoutTaken(placed.filter((one) => one.place === place).map((one) => one.problem)),
    numberTaken: takenNumber(all),
    ticks,
    taken,
    closeTaken: () => setTaken(null),
    replaceProblems,
    /** What was judged last: what the dialog of a return says yes to. */
    judged: all,
    shown: (field: TypedField) =>
      underCursor(draft, field, shownField(draft, field, check.preview, format), held),
    hold: setHeld,
    again,
    /** Under another number it would be another invoice. */
    isNumberFixed: Boolean(again || replaces),
    takeDocument,
    /** The file for which a press was held back. */
    early,
    send,
    sendWith,
    pointAt,
    isLocked,
  }
}

export type InvoiceFormState = ReturnType<typeof useInvoiceForm>
