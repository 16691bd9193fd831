import React from 'react'
import { ProblemText } from '../../shared/components/ProblemText'
import { ProblemLike } from '../../shared/words/problemFacts'
import { PlacedProblem } from './settingsModel'

export interface SettingsProblems {
  at: (key: string | null, name: string) => ProblemLike | null
  /** Those that stand at no field. */
  rest: ProblemLike[]
}

const fields = [
  'carriers',
  'defaultCourier',
  'xmlRequired',
  'freightOn',
  'noteOnOrder',
  'batchPace',
  'name',
  'urlTemplate',
  'numberPattern',
]

export function problemsOf(problems: readonly PlacedProblem[]): SettingsProblems {
  return {
    at: (key, name) => {
      const found = problems.find((place) => place.key === key && place.name === name)
      return found ? found.problem : null
    },
    rest: problems
      .filter(({ key, name }) => !fields.includes(name) || (key === null && name === 'carriers'))
      .map(({ problem }) => problem),
  }
}

export const ProblemAt = ({ problem }: { problem: ProblemLike }) => (
  <ProblemText problem={problem} />
)
