import React from 'react'
import { Moment } from '../../shared/components/Moment'
import { Notice } from '../../shared/components/Notice'
import { ReadModelQuery } from '../../shared/graphql/generated'
import { useWords } from '../../shared/words/useWords'

/** How far the documents are, how many there are, and how fresh they are. */
export function ReadModelState({ model }: { model: ReadModelQuery['readModel'] }) {
  const words = useWords()
  return (
    <>
      {model.fill !== 'IDLE' && (
        <Notice tone={model.fill === 'FAILED' ? 'wrong' : 'wait'}>
          {words(`readModel.fill.${model.fill}`)}
        </Notice>
      )}
      {model.isOn && model.fill !== 'IDLE' && model.toFill !== null && (
        <p className="t-small">
          {words('readModel.filled', { filled: model.filled, toFill: model.toFill })}
        </p>
      )}
      <p className="t-small">{words('readModel.documents', { count: model.documents })}</p>
      {model.asOf && (
        <p className="t-small">
          {words('readModel.asOf')} <Moment at={String(model.asOf)} />
        </p>
      )}
    </>
  )
}
