import React from 'react'
import { TickBox } from '../components/TickBox'

import { Sentence } from '../components/ProblemText'
import type { OnRemedy } from '../components/ProblemText'
import type { Currency, Problem } from '../order/orderTypes'
import { remedies } from '../words/remedies'
import type { Remedy } from '../words/remedies'
import { useProblemWords } from '../words/useProblemWords'

export interface ProblemContext {
  currency: Currency
  timeZone: string | null
  onRemedy?: OnRemedy
  canRemedy?: (remedy: Remedy) => boolean
  /** False where the remedy of a problem is not to be offered here at all. */
  hasRemedy?: (problem: Problem) => boolean
}

/** Warnings that mean the wrong document: whoever says yes to them should stop first. */
const GRAVE = ['XML_RECIPIENT_DIFFERS', 'XML_NOT_AUTHORIZED', 'DOCUMENT_ON_OTHER_ORDER']

export const isGrave = (code: string) => GRAVE.includes(code)

interface Props extends ProblemContext {
  id: string
  problem: Problem
  isTicked: boolean
  onTick: () => void
  isReadOnly?: boolean
}

/** A warning with its tick box: the sentence is the box's name, the remedy stands beside it. */
export function ProblemTick(props: Props) {
  const { id, problem, isTicked, onTick, isReadOnly, currency, timeZone } = props
  const { onRemedy, canRemedy, hasRemedy } = props
  const { sentenceOf, allTheSame } = useProblemWords({ currency, timeZone })
  const { sentence, remedy } = sentenceOf(problem)
  const known = remedies[problem.code]
  const act =
    known && onRemedy && (!canRemedy || canRemedy(known)) ? () => onRemedy(known, problem) : null

  return (
    <div className={isGrave(problem.code) ? 'it-tick it-tick--wrong' : 'it-tick'}>
      <TickBox
        id={id}
        isTicked={isTicked}
        isReadOnly={isReadOnly}
        label={`${sentence.replace(/\*/g, '')} ${allTheSame}`}
        onTick={onTick}
      />
      {remedy !== '' && (!hasRemedy || hasRemedy(problem)) && (
        <div className="it-tick__remedy t-small">
          <Sentence text={remedy} onAction={act} />
        </div>
      )}
    </div>
  )
}
