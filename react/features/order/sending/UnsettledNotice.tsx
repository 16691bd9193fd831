import React, { useEffect, useState } from 'react'

import { LinkButton, SecondaryButton } from '../../../shared/components/ActionButton'
import { Notice } from '../../../shared/components/Notice'
import { looks, nextLook, resultState } from '../../../shared/order/resultModel'
import { useLooks } from '../../../shared/order/useLooks'
import type { OutcomeObject } from '../../../shared/sending/outcome'
import { useOutcomeWords } from '../../../shared/sending/useOutcomeWords'
import { useWords } from '../../../shared/words/useWords'
import type { Unsettled } from './unsettled'

interface Props {
  unsettled: Unsettled
  onLook: () => void
  /** Opens a form for the same number; null where one is open already. */
  onEnterAgain: (() => void) | null
}

/** An invoice that this app sent before the page was loaded, and nobody knows yet whether VTEX has it. */
export function UnsettledNotice({ unsettled, onLook, onEnterAgain }: Props) {
  const words = useWords()
  const { outcomeWords, objectWords } = useOutcomeWords()
  const [now, setNow] = useState(() => Date.now())
  const kind: OutcomeObject['kind'] = unsettled.type === 'INPUT' ? 'return' : 'invoice'
  const object = { kind, number: unsettled.invoiceNumber }
  const { sentAt, retryAt } = unsettled
  const sent = { sentAt, retryAt, outcome: 'UNKNOWN' as const, shown: false }
  const isOpen = resultState(sent, now) === 'UNKNOWN'
  const next = nextLook(sent, now)

  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setInterval(() => setNow(Date.now()), 1000)

    return () => clearInterval(timer)
  }, [isOpen])

  useLooks(looks(sent), now, onLook)

  return (
    <Notice
      tone="look"
      action={
        <>
          <LinkButton onClick={onLook}>{words('result.look-now')}</LinkButton>
          {!isOpen && onEnterAgain && (
            <SecondaryButton size="small" onClick={onEnterAgain}>
              {words('result.enter-again')}
            </SecondaryButton>
          )}
        </>
      }
    >
      {isOpen
        ? outcomeWords('UNKNOWN', object)
        : words('result.nothing-arrived', { object: objectWords(object) })}
      {isOpen && next !== null && (
        <div className="t-small it-tabular">
          {words('result.next-look', { seconds: Math.max(1, Math.ceil((next - now) / 1000)) })}
        </div>
      )}
    </Notice>
  )
}
