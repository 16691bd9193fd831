import React from 'react'

import { ProblemText } from '../components/ProblemText'
import type { Problem } from '../order/orderTypes'
import { tickOf } from './acceptance'
import { ProblemTick } from './ProblemTick'
import type { ProblemContext } from './ProblemTick'
import type { Ticks } from './ticks'

interface Props extends ProblemContext {
  /** Of the field or form at which they stand: names the tick boxes' ids. */
  place: string
  problems: readonly Problem[]
  ticks: Ticks
  isReadOnly?: boolean
}

export function tickId(place: string, position: number): string {
  return `${place}-tick-${position}`
}

/** What stands against one place: errors as sentences, warnings each with a tick box. */
export function ProblemsHere({ place, problems, ticks, isReadOnly, ...context }: Props) {
  return (
    <>
      {problems.map((problem, position) =>
        problem.severity === 'WARNING' ? (
          <ProblemTick
            key={tickOf(problem)}
            {...context}
            id={tickId(place, position)}
            problem={problem}
            isTicked={ticks.given.has(tickOf(problem))}
            onTick={() => ticks.toggle(problem)}
            isReadOnly={isReadOnly}
          />
        ) : (
          <div key={tickOf(problem)} className="it-error-line" tabIndex={-1}>
            <ProblemText
              {...context}
              problem={problem}
              isRemedyLeftOut={Boolean(context.hasRemedy && !context.hasRemedy(problem))}
            />
          </div>
        )
      )}
    </>
  )
}

/** For a field's frame: nothing where nothing stands against it. */
export function problemsOrNothing(problems: readonly Problem[], node: React.ReactNode) {
  return problems.length > 0 ? node : undefined
}
