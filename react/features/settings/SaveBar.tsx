import React, { useLayoutEffect, useRef } from 'react'
import { LinkButton, PrimaryButton } from '../../shared/components/ActionButton'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { Notice } from '../../shared/components/Notice'
import { ProblemText } from '../../shared/components/ProblemText'
import { StickyBar } from '../../shared/components/StickyBar'
import { useWords } from '../../shared/words/useWords'
import { SettingsProblems } from './problemAt'
import { useSettings } from './useSettings'

interface Props {
  settings: ReturnType<typeof useSettings>
  problems: SettingsProblems
}

/** Sticks at the bottom once something changed: what can be done with it, and how the last try ended. */
export function SaveBar({ settings, problems }: Props) {
  const words = useWords()
  const { submit, undo, isChanged, isSaving, saveFailure } = settings
  const isSaved = settings.isSaved && !isChanged
  const toSettle = settings.problems.length + settings.conflicts.length
  const failed = useRef<HTMLDivElement>(null)
  const saved = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone or busy: how it ended takes its place.
  useLayoutEffect(() => {
    if (saveFailure && failed.current) failed.current.focus()
  }, [saveFailure])
  useLayoutEffect(() => {
    if (isSaved && saved.current) saved.current.focus()
  }, [isSaved])
  return (
    <StickyBar className="it-settings__end">
      {saveFailure && (
        <FailureNotice
          failure={saveFailure}
          forbidden={words('settings.noRight')}
          focusRef={failed}
        />
      )}
      {problems.rest.map((problem, position) => (
        <Notice key={position} tone="wrong">
          <ProblemText problem={problem} />
        </Notice>
      ))}
      {isSaved && (
        <Notice tone="done" focusRef={saved}>
          {words('settings.saved')}
        </Notice>
      )}
      {isChanged && (
        <div className="it-savebar bg-base">
          <PrimaryButton isLoading={isSaving} onClick={submit}>
            {words('settings.save')}
          </PrimaryButton>
          <LinkButton
            onClick={() => {
              undo()
              // The bar goes with the link; the next Tab is the form's first field.
              const form = document.getElementById('form')
              if (form) form.focus({ preventScroll: true })
            }}
          >
            {words('settings.undo')}
          </LinkButton>
          {toSettle > 0 && <span>{words('outcome.REFUSED', { count: toSettle })}</span>}
        </div>
      )}
    </StickyBar>
  )
}
