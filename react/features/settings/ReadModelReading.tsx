import React from 'react'
import { Card } from '../../shared/components/Card'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { Skeleton } from '../../shared/components/Skeleton'
import { useWords } from '../../shared/words/useWords'
import { OrderHookState } from './OrderHookState'
import { ReadModelState } from './ReadModelState'
import { useReadModel } from './useReadModel'

/** Without the right to change it: whether queues are complete, and how fresh they are. */
export function ReadModelReading() {
  const words = useWords()
  const { model, failure, refetch } = useReadModel()
  return (
    <Card id="read-model" title={words('readModel.card')}>
      {!model && !failure && <Skeleton rows={2} height={40} />}
      {failure && <FailureNotice failure={failure} onRetry={refetch} />}
      {model && (
        <>
          <p className="mt0 mb4 t-small">{words(model.isOn ? 'readModel.on' : 'readModel.off')}</p>
          <ReadModelState model={model} />
          <OrderHookState hook={model.orderHook} />
        </>
      )}
    </Card>
  )
}
