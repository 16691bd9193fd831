import { tickOf } from '../../shared/problems/acceptance'
import { stepPackageForm } from './packageFormState'
import type { PackageFormEvent, PackageFormState } from './packageFormState'

const problem = (code: string, severity: string) =>
  ({ code, severity, field: [], message: '', facts: [], differences: [] }) as any
const error = problem('DATE_INVALID', 'ERROR')
const warning = problem('TRACKING_REPLACES', 'WARNING')
const before: PackageFormState<string> = {
  draft: 'a',
  answered: [error, warning],
  ticks: new Set(),
}

test.each<[string, PackageFormEvent<string>, Partial<PackageFormState<string>>]>([
  [
    'what is typed settles the errors, and no warning',
    { type: 'changed', draft: 'b' },
    { draft: 'b', answered: [warning] },
  ],
  [
    'a tick says yes to its warning',
    { type: 'ticked', problem: warning },
    { ticks: new Set([tickOf(warning)]) },
  ],
  ['an answer takes the place of the last', { type: 'ended', problems: [] }, { answered: [] }],
  ['what is left over stands in the form', { type: 'leftOver', draft: 'rest' }, { draft: 'rest' }],
])('%s', (_says, event, change) => {
  expect(stepPackageForm(before, event)).toEqual({ ...before, ...change })
})
