import React from 'react'
import { TickBox } from '../../../shared/components/TickBox'
import { isGrave } from '../../../shared/problems/ProblemTick'
import { useProblemWords } from '../../../shared/words/useProblemWords'
import { useWords } from '../../../shared/words/useWords'
import { useRowName } from './useRowName'
import type { Accepting } from './useAccepting'

/** Warnings of a batch by their kind: each is accepted for all rows at once. */
export function AcceptWarnings({ accepting }: { accepting: Accepting }) {
  const words = useWords()
  const { sentenceOf } = useProblemWords({ isOfBatch: true })
  const nameOf = useRowName()
  const { kinds, accepted, toggle, isSending } = accepting

  if (kinds.length === 0) return null

  return (
    <fieldset className="it-batch-warnings">
      <legend className="t-small">{words('batches.accept')}</legend>
      {kinds.map(({ code, rows, problem }) => (
        <div key={code} className={isGrave(code) ? 'it-tick it-tick--wrong' : 'it-tick'}>
          <TickBox
            id={`batch-accept-${code}`}
            isTicked={accepted.includes(code)}
            isReadOnly={isSending}
            label={words('batches.accept.kind', {
              count: rows.length,
              row: nameOf(rows[0]),
              sentence: sentenceOf(problem).sentence.replace(/\*/g, ''),
            })}
            onTick={() => toggle(code)}
          />
        </div>
      ))}
    </fieldset>
  )
}
