import React, { useLayoutEffect, useRef } from 'react'
import { LinkButton, PrimaryButton } from '../../../shared/components/ActionButton'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Notice } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { StickyBar } from '../../../shared/components/StickyBar'
import { useWords } from '../../../shared/words/useWords'
import type { ConnectionState } from './connectionState'
import type { ConnectionControl } from './useConnection'

/** Names of places that stand in the form; a problem elsewhere is said here. */
const PLACES = ['secret', 'timeZone', 'codes', 'code', 'state']

interface Props {
  connection: ConnectionControl
  state: Extract<ConnectionState, { kind: 'EDITING' }>
}

/** Sticks at the bottom: what can be done with what was typed, and how the last press ended. */
export function SaveBar({ connection, state }: Props) {
  const words = useWords()
  const { isChanged, problems, send, undo, form } = connection
  const { saving, shownSecret } = state
  const failure = saving.kind === 'FAILED' ? saving.failure : null
  const done = saving.kind === 'DONE' ? saving.act : null
  const elsewhere = problems.filter(({ name }) => !PLACES.includes(name))
  const isTheirs = saving.kind === 'OVERTAKEN'
  const end = useRef<HTMLDivElement>(null)

  // The button that was pressed is gone or busy: how it ended takes its place, or the secret that has to be copied.
  useLayoutEffect(() => {
    if ((failure || isTheirs || (done && !shownSecret)) && end.current) end.current.focus()
  }, [failure, isTheirs, done, shownSecret])

  return (
    <StickyBar className="it-connection-end">
      {failure && (
        <FailureNotice failure={failure} forbidden={words('connections.noRight')} focusRef={end} />
      )}
      {isTheirs && (
        <Notice tone="look" focusRef={end}>
          {words('connections.changed')}
        </Notice>
      )}
      {elsewhere.map(({ problem }, place) => (
        <Notice key={place} tone="wrong">
          <ProblemText problem={problem} />
        </Notice>
      ))}
      {done && (
        <Notice tone="done" focusRef={end}>
          {words(done === 'SAVE' ? 'connections.saved' : 'connections.dropped')}
        </Notice>
      )}
      {isChanged && (
        <div className="it-connection-bar bg-base">
          <PrimaryButton isLoading={saving.kind === 'RUNNING'} onClick={() => void send('SAVE')}>
            {words('connections.save')}
          </PrimaryButton>
          <LinkButton
            onClick={() => {
              undo()
              // The bar goes with the link; the next Tab is the form's first field.
              if (form.current) form.current.focus({ preventScroll: true })
            }}
          >
            {words('settings.undo')}
          </LinkButton>
          {problems.length > 0 && (
            <span>{words('outcome.REFUSED', { count: problems.length })}</span>
          )}
        </div>
      )}
    </StickyBar>
  )
}
