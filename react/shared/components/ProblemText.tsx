import React from 'react'
import { ProblemContext, useProblemWords } from '../words/useProblemWords'
import { ProblemLike } from '../words/problemFacts'
import { partsOf, remedies, Remedy } from '../words/remedies'
import { LinkButton } from './ActionButton'

export type OnRemedy = (remedy: Remedy, problem: ProblemLike) => void

interface Props extends ProblemContext {
  problem: ProblemLike
  /** Without it the remedy is plain words. */
  onRemedy?: OnRemedy
  /** Narrows what this place can do; the rest is plain words. */
  canRemedy?: (remedy: Remedy) => boolean
  /** Adds "Send anyway." for the words beside a warning's tick box. */
  isTick?: boolean
  /** Its sentence alone. */
  isRemedyLeftOut?: boolean
}

interface SentenceProps {
  text: string
  onAction: (() => void) | null
}

/** Words whose starred part is a link where somebody can follow it. */
export function Sentence({ text, onAction }: SentenceProps) {
  return (
    <>
      {partsOf(text).map((part, position) =>
        part.isAction && onAction ? (
          <LinkButton key={position} onClick={onAction}>
            {part.text}
          </LinkButton>
        ) : (
          <React.Fragment key={position}>{part.text}</React.Fragment>
        )
      )}
    </>
  )
}

/** One problem in the admin's language: sentence, then its remedy. */
export function ProblemText(props: Props) {
  const { problem, onRemedy, canRemedy, isTick, isRemedyLeftOut, currency, timeZone, isOfBatch } =
    props
  const { sentenceOf, allTheSame } = useProblemWords({ currency, timeZone, isOfBatch })
  const { sentence, remedy } = sentenceOf(problem)
  const known = remedies[problem.code]
  const canDo = Boolean(known && onRemedy && (!canRemedy || canRemedy(known)))
  const act = canDo && onRemedy ? () => onRemedy(known, problem) : null
  return (
    <span className="it-problem">
      <Sentence text={sentence} onAction={act} />
      {remedy !== '' && !isRemedyLeftOut && (
        <>
          {' '}
          <span className="it-problem__remedy">
            <Sentence text={remedy} onAction={act} />
          </span>
        </>
      )}
      {isTick && ` ${allTheSame}`}
    </span>
  )
}
