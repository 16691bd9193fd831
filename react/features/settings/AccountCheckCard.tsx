import React, { useLayoutEffect, useRef } from 'react'
import { SecondaryButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { hasFocus } from '../../shared/components/hasFocus'
import { Moment } from '../../shared/components/Moment'
import { Notice } from '../../shared/components/Notice'
import { useWords } from '../../shared/words/useWords'
import { summaryOf, toneOf } from './accountCheckModel'
import { CheckRow } from './CheckRow'
import { useAccountCheck } from './useAccountCheck'

/** What the app relies on, tried on this very account at the press of a button. */
export function AccountCheckCard() {
  const words = useWords()
  const { check, failure, isRunning, run } = useAccountCheck()
  const part = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  // How it ended is read where it stands, unless the person has gone on meanwhile.
  useLayoutEffect(() => {
    if ((check || failure) && end.current && hasFocus(part.current)) end.current.focus()
  }, [check, failure])
  return (
    <Card
      id="account-check"
      title={words('check.card')}
      aside={check && <Moment at={String(check.checkedAt)} />}
    >
      <div ref={part}>
        <p className="mt0 mb4 t-small">{words('check.help')}</p>
        <SecondaryButton isLoading={isRunning} onClick={run}>
          {words(check ? 'check.again' : 'check.run')}
        </SecondaryButton>
        {isRunning && <p className="mb0 mt4 t-small">{words('check.running')}</p>}
        {failure && (
          <div className="mt4">
            <FailureNotice
              failure={failure}
              forbidden={words('settings.noRight')}
              focusRef={end}
              onRetry={run}
            />
          </div>
        )}
        {check && !failure && (
          <div className="mt4" aria-busy={isRunning}>
            <Notice tone={toneOf(check.checks)} focusRef={end}>
              {summaryOf(check.checks, words)}
            </Notice>
            <ul className="it-checks">
              {check.checks.map((one) => (
                <CheckRow key={one.name} {...one} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  )
}
