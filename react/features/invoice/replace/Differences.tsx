import React, { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { TickBox } from '../../../shared/components/TickBox'

import { PrimaryButton, SecondaryButton } from '../../../shared/components/ActionButton'
import { Notice } from '../../../shared/components/Notice'
import { announce } from '../../../shared/components/StatusLine'
import type { Problem } from '../../../shared/order/orderTypes'
import { ProblemsHere } from '../../../shared/problems/ProblemsHere'
import { factOf } from '../../../shared/words/problemFacts'
import { useWords } from '../../../shared/words/useWords'
import { documentWords } from '../documents/documentWords'
import { changesFiscalDocument, DIFFERENCE_WORDS, differenceText } from './differenceWords'
import type { InvoiceFormState } from '../useInvoiceForm'
import { isNumber } from '../invoiceProblems'

interface Props {
  state: InvoiceFormState
  problem: Problem
  /** What the last try to replace it left to tick. */
  left: Problem[]
  /** Why nothing can be sent right now, in the button's place. */
  blockedBy?: ReactNode
  onKeep: () => void
}

/** What is stored beside what the form holds; replaced only by somebody who has seen both. */
export function Differences({ state, problem, left, blockedBy, onKeep }: Props) {
  const words = useWords()
  const { order, format, number, type, ticks, isLocked, early, sendWith } = state
  const stored = order.packages.find(
    (one) => isNumber(one.invoiceNumber, number) && one.type === type
  )
  // The version as it was when this table was made, whatever is read meanwhile.
  const [seen, setSeen] = useState({ problem, version: stored ? stored.version : '' })
  const [isCompared, setCompared] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const isChanged = problem.code === 'INVOICE_CHANGED'
  const title = stored?.issuanceDate
    ? words('invoice.exists', { number, date: format.moment(stored.issuanceDate) })
    : words('invoice.exists-undated', { number })

  useLayoutEffect(() => {
    const button = box.current?.querySelector<HTMLElement>('#invoice-keep')

    if (button) button.focus()
    announce(title)
    // The table is another one with each problem, not with each reading of the order.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem])

  useEffect(() => {
    if (seen.problem === problem) return
    setSeen({
      problem,
      version: factOf(problem, 'version') || (stored ? stored.version : seen.version),
    })
    setCompared(false)
  }, [problem, seen, stored])

  const replace = () => {
    if (!isCompared) {
      setAsked(true)
      announce(words('invoice.tick-first'))
      const tick = box.current?.querySelector<HTMLElement>('#invoice-compared')

      if (tick) tick.focus()

      return
    }
    sendWith(left, { version: seen.version })
  }
  const { document } = state.draft
  const cell = (field: string, value: string | null, isGiven: boolean) => {
    // Of a document the service keeps a hash: what it is called tells a person more.
    if (field === 'embeddedInvoice' && isGiven && document) return documentWords(words, document)
    if (field === 'embeddedInvoice' && !isGiven && !value) return words('invoice.difference-no-xml')

    return value === null || value === ''
      ? words(isGiven ? 'invoice.difference-stays' : 'invoice.difference-nothing')
      : differenceText(field, value, format)
  }

  return (
    <div ref={box} className="it-differences">
      {isChanged && <Notice tone="look">{words('invoice.exists-changed')}</Notice>}
      <p className="mt0 mb4">{title}</p>
      <table className="it-differences__table t-small">
        <thead>
          <tr>
            <th scope="col">{words('invoice.difference-field')}</th>
            <th scope="col">{words('invoice.difference-stored')}</th>
            <th scope="col">{words('invoice.difference-given')}</th>
          </tr>
        </thead>
        <tbody>
          {problem.differences.map(({ field, stored: was, given }) => (
            <tr key={field}>
              <th scope="row">
                {DIFFERENCE_WORDS[field] ? words(DIFFERENCE_WORDS[field]) : field}
              </th>
              <td className="it-tabular">{cell(field, was, false)}</td>
              <td className="it-tabular">{cell(field, given, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changesFiscalDocument(problem.differences, stored?.invoiceKey ?? null) && (
        <Notice tone="look">{words('invoice.exists-fiscal')}</Notice>
      )}
      <TickBox
        id="invoice-compared"
        isTicked={isCompared}
        isReadOnly={isLocked}
        label={words('invoice.compared')}
        onTick={setCompared}
      />
      {isAsked && !isCompared && (
        <p className="ma0 t-small it-field__problem">{words('invoice.tick-first')}</p>
      )}
      <ProblemsHere
        place="invoice-replace"
        problems={left}
        ticks={ticks}
        currency={order.currency}
        timeZone={order.timeZone}
        isReadOnly={isLocked}
      />
      {early && (
        <p className="ma0 t-small">{words('invoice.still-reading', { fileName: early })}</p>
      )}
      <div className="it-form__end">
        {!isLocked && (
          <PrimaryButton id="invoice-keep" buttonRef={keep} onClick={onKeep}>
            {words('invoice.keep')}
          </PrimaryButton>
        )}
        {blockedBy || (
          <SecondaryButton onClick={replace} isLoading={isLocked}>
            {words('invoice.replace', { number })}
          </SecondaryButton>
        )}
      </div>
    </div>
  )
}
