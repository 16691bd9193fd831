import React from 'react'
import { Moment } from '../../shared/components/Moment'
import { Notice } from '../../shared/components/Notice'
import { ReadModelQuery } from '../../shared/graphql/generated'
import { useWords } from '../../shared/words/useWords'

type Hook = ReadModelQuery['readModel']['orderHook']

const TONES = {
  UNCONFIRMED: 'wait',
  GONE: 'wait',
  LEAVING: 'wait',
  TAKEN: 'wrong',
  REFUSED: 'wrong',
}

/** Whether VTEX tells of changes, since when, and when it last did. */
export function OrderHookState({ hook }: { hook: Hook }) {
  const words = useWords()
  const { state, appKey, since, lastNotificationAt, takenBy } = hook
  const told = words(`orderHook.state.${state}`, { url: takenBy || '' })
  return (
    <>
      {state === 'ON' || state === 'OFF' ? (
        <p className="mt0 mb3 t-small">{told}</p>
      ) : (
        <Notice tone={TONES[state] as 'wait' | 'wrong'}>{told}</Notice>
      )}
      {appKey && (
        <p className="mt0 mb3 t-small">
          {words('orderHook.ofKey', { appKey })} {since && <Moment at={String(since)} />}
          {'. '}
          {words(lastNotificationAt ? 'orderHook.last' : 'orderHook.lastNone')}{' '}
          {lastNotificationAt && <Moment at={String(lastNotificationAt)} />}
        </p>
      )}
    </>
  )
}
