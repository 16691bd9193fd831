import type { Problem } from '../../shared/order/orderTypes'
import { toggled } from '../../shared/problems/ticks'

/** A form of one package; whether its send is in the air the list of sends knows. */
export interface PackageFormState<D> {
  draft: D
  /** What the last answer left to settle. */
  answered: readonly Problem[]
  ticks: ReadonlySet<string>
}

export type PackageFormEvent<D> =
  | { type: 'changed'; draft: D }
  | { type: 'ticked'; problem: Problem }
  | { type: 'ended'; problems: readonly Problem[] }
  /** Sent, and something of it is still to do. */
  | { type: 'leftOver'; draft: D }

export function warningsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'WARNING')
}

export function stepPackageForm<D>(
  state: PackageFormState<D>,
  event: PackageFormEvent<D>
): PackageFormState<D> {
  switch (event.type) {
    case 'changed':
      // An error belongs to what was sent; a tick still answers its warning.
      return { ...state, draft: event.draft, answered: warningsOf(state.answered) }
    case 'ticked':
      return { ...state, ticks: toggled(state.ticks, event.problem) }
    case 'ended':
      return { ...state, answered: event.problems }
    default:
      return { ...state, draft: event.draft }
  }
}
