import React, { useLayoutEffect, useRef, useState } from 'react'
import { LinkButton, SecondaryButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { Dialog } from '../../shared/components/Dialog'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { Notice } from '../../shared/components/Notice'
import { ProblemText } from '../../shared/components/ProblemText'
import { Skeleton } from '../../shared/components/Skeleton'
import { Switch } from '../../shared/components/Switch'
import { TextField } from '../../shared/components/TextField'
import { focusFirstProblem } from '../../shared/problems/focusFirstProblem'
import { useWords } from '../../shared/words/useWords'
import { isOfHook, OrderHookPart } from './OrderHookPart'
import { ReadModelState } from './ReadModelState'
import { useReadModel } from './useReadModel'

/** Orders kept in Master Data for complete queues: what it costs, its switch, how far it is, and its removal. */
export function ReadModelCard() {
  const words = useWords()
  const card = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [isAsked, ask] = useState(false)
  const control = useReadModel({
    onSaved: () => setTyped(null),
    onRefused: () => focusFirstProblem(card.current),
  })
  const { model, failure, refetch, problems, actFailure, isRunning, save, removeAll } = control
  // It comes after the settings were read: the browser has looked for what the address names by then.
  useLayoutEffect(() => {
    if (window.location.hash === '#read-model' && heading.current) heading.current.focus()
  }, [])
  const isRemoving = model && model.fill === 'REMOVING'
  // What asked for the removal is gone with it.
  useLayoutEffect(() => {
    if (isRemoving && document.activeElement === document.body && heading.current)
      heading.current.focus()
  }, [isRemoving])
  const days = typed === null ? String(model ? model.keepClosedDays : '') : typed
  const ofDays = problems.find(({ field }) => field.indexOf('keepClosedDays') >= 0)
  const others = problems.filter((problem) => problem !== ofDays && !isOfHook(problem))
  // What is no number is the service's to refuse, as 0 days are.
  const count = /^\d{1,4}$/.test(days.trim()) ? Number(days) : 0
  return (
    <Card id="read-model" title={words('readModel.card')} headingRef={heading}>
      <div ref={card}>
        <p className="mt0 mb4 t-small">{words('readModel.help')}</p>
        <p className="mt0 mb4 t-small">{words('readModel.price', { count })}</p>
        {!model && !failure && <Skeleton rows={2} height={40} />}
        {failure && <FailureNotice failure={failure} onRetry={refetch} />}
        {model && (
          <>
            {model.fill !== 'REMOVING' && (
              <>
                <Switch
                  id="read-model-on"
                  isOn={model.isOn}
                  label={words(model.isOn ? 'readModel.on' : 'readModel.off')}
                  onChange={(isOn) => void save(isOn, count)}
                />
                <TextField
                  id="keep-closed-days"
                  label={words('setting.keepClosedDays')}
                  hint={words('readModel.daysHint')}
                  width="short"
                  inputMode="numeric"
                  value={days}
                  problem={ofDays && <ProblemText problem={ofDays} />}
                  onChange={setTyped}
                />
                {model.isOn && days.trim() !== String(model.keepClosedDays) && (
                  <SecondaryButton isLoading={isRunning} onClick={() => void save(true, count)}>
                    {words('readModel.saveDays')}
                  </SecondaryButton>
                )}
              </>
            )}
            {others.map((problem) => (
              <Notice key={problem.code} tone="wrong">
                <ProblemText problem={problem} />
              </Notice>
            ))}
            {actFailure && (
              <FailureNotice failure={actFailure} forbidden={words('settings.noRight')} />
            )}
            <ReadModelState model={model} />
            <OrderHookPart model={model} control={control} />
            {(model.isOn || model.documents > 0) && model.fill !== 'REMOVING' && (
              <LinkButton onClick={() => ask(true)}>{words('readModel.remove')}</LinkButton>
            )}
          </>
        )}
      </div>
      {isAsked && (
        <Dialog
          id="read-model-remove"
          title={words('readModel.removeTitle')}
          onCancel={() => ask(false)}
          actions={
            <>
              <SecondaryButton onClick={() => ask(false)}>
                {words('readModel.removeNot')}
              </SecondaryButton>
              <LinkButton
                onClick={() => {
                  ask(false)
                  void removeAll()
                }}
              >
                {words('readModel.removeYes')}
              </LinkButton>
            </>
          }
        >
          {words('readModel.removeAsk')}
        </Dialog>
      )}
    </Card>
  )
}
