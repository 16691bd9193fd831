import React from 'react'
import { ProblemText } from '../../shared/components/ProblemText'
import { ProblemLike } from '../../shared/words/problemFacts'
import { placeOf, SettingsDraft } from './settingsModel'

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
  'name',
  'urlTemplate',
  'numberPattern',
]

export function problemsOf(problems: ProblemLike[], draft: SettingsDraft): SettingsProblems {
  const placed = problems
    .filter(({ code }) => code !== 'SETTINGS_CHANGED')
    .map((problem) => ({ problem, ...placeOf(problem.field, draft) }))
  return {
    at: (key, name) => {
      const found = placed.find((place) => place.key === key && place.name === name)
      return found ? found.problem : null
    },
    rest: placed
      .filter(({ key, name }) => !fields.includes(name) || (key === null && name === 'carriers'))
      .map(({ problem }) => problem),
  }
}

export const ProblemAt = ({ problem }: { problem: ProblemLike }) => (
  <ProblemText problem={problem} />
)
