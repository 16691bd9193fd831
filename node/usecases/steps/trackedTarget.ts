import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import type { Package } from '../../domain/order/order'
import type { Problem } from '../../domain/problem/problem'
import type { Ports } from '../ports'
import {
  refuse,
  type Attempt,
  type Flow,
  type Judged,
  type OpenedOrder,
  type Step,
} from '../writing/step'

/** Which invoice a tracking or a status is for, by its number; or why that cannot be said. */
export type Target = { readonly invoiceNumber: string } | { readonly problem: Problem }

/** Said once the order is there, and how the step before ended. */
export type TargetOf = (opened: OpenedOrder, before: Attempt | null) => Target

/** The caller has named it. */
export function named(invoiceNumber: string): TargetOf {
  return () => ({ invoiceNumber })
}

/** A step about one invoice: judged once it is known which, refused where that cannot be said. */
export function trackedStep(
  flow: Flow,
  targetOf: TargetOf,
  judge: (ports: Ports, opened: OpenedOrder, invoiceNumber: string) => Judged
): Step {
  return {
    flow,
    judge: async (ports, opened, before) => {
      const target = targetOf(opened, before)
      const { order, journal } = opened
      if ('problem' in target) return { ended: { ...refuse(order, target.problem), journal } }
      return judge(ports, opened, target.invoiceNumber)
    },
  }
}

/** Of what is written down, that which is about this invoice. */
export function underWayTo<T extends { readonly invoiceNumber: string }>(
  stored: Package,
  written: readonly T[] | undefined
): readonly T[] {
  return (written ?? []).filter(({ invoiceNumber }) =>
    isSameInvoiceNumber(invoiceNumber, stored.invoiceNumber)
  )
}
