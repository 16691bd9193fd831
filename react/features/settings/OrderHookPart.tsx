import React, { useState } from 'react'
import { LinkButton, SecondaryButton } from '../../shared/components/ActionButton'
import { ProblemText } from '../../shared/components/ProblemText'
import { TextField } from '../../shared/components/TextField'
import { ReadModelQuery } from '../../shared/graphql/generated'
import { ProblemLike } from '../../shared/words/problemFacts'
import { useWords } from '../../shared/words/useWords'
import { OrderHookState } from './OrderHookState'
import { useReadModel } from './useReadModel'

interface Props {
  model: ReadModelQuery['readModel']
  control: ReturnType<typeof useReadModel>
}

/** Of one of the two fields here. */
export function isOfHook({ field }: ProblemLike): boolean {
  return field[0] === 'orderHook' && field.length > 1
}

/** Has VTEX tell of changes, by an app key of the store; and no more. */
export function OrderHookPart({ model, control }: Props) {
  const words = useWords()
  const [appKey, setAppKey] = useState('')
  const [appToken, setAppToken] = useState('')
  const { state } = model.orderHook
  const isOff = state === 'OFF'
  if (isOff && !model.isOn) return null
  const problemOf = (name: string) => {
    const found = control.problems.find(({ field }) => field.join('.') === `orderHook.${name}`)
    return found && <ProblemText problem={found} />
  }
  return (
    <section aria-labelledby="order-hook">
      <h3 id="order-hook" className="mt5 mb3 f5 fw6">
        {words('orderHook.title')}
      </h3>
      <p className="mt0 mb3 t-small">{words('orderHook.help')}</p>
      <OrderHookState hook={model.orderHook} />
      {isOff && (
        <>
          <TextField
            id="hook-key"
            label={words('orderHook.appKey')}
            value={appKey}
            problem={problemOf('appKey')}
            onChange={setAppKey}
          />
          <TextField
            id="hook-token"
            label={words('orderHook.appToken')}
            hint={words('orderHook.kept')}
            type="password"
            value={appToken}
            problem={problemOf('appToken')}
            onChange={setAppToken}
          />
          <SecondaryButton
            isLoading={control.isRunning}
            onClick={() => void control.setUpHook({ appKey, appToken })}
          >
            {words('orderHook.setUp')}
          </SecondaryButton>
        </>
      )}
      {!isOff && state !== 'LEAVING' && (
        <LinkButton
          onClick={() => {
            setAppKey('')
            setAppToken('')
            void control.takeDownHook()
          }}
        >
          {words('orderHook.takeDown')}
        </LinkButton>
      )}
    </section>
  )
}
