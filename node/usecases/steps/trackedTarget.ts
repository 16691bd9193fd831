import type { Problem } from '../../domain/problem/problem'
import type { Attempt, OpenedOrder } from '../writing/step'

/** Which invoice a tracking or a status is for, by its number; or why that cannot be said. */
export type Target = { readonly invoiceNumber: string } | { readonly problem: Problem }

/** Said once the order is there, and how the step before ended. */
export type TargetOf = (opened: OpenedOrder, before: Attempt | null) => Target

/** The caller has named it. */
export function named(invoiceNumber: string): TargetOf {
  return () => ({ invoiceNumber })
}
