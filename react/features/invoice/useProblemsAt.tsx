import React from 'react'
import type { ReactNode } from 'react'

import type { OnRemedy } from '../../shared/components/ProblemText'
import type { Problem } from '../../shared/order/orderTypes'
import { ProblemsHere, problemsOrNothing } from '../../shared/problems/ProblemsHere'
import type { Place } from './problemPlaces'
import type { InvoiceFormState } from './useInvoiceForm'

export interface ProblemsAt {
  node: (place: Place) => ReactNode
  isInvalid: (place: Place) => boolean
  list: (place: Place) => Problem[]
}

/** What stands against each place of the form, ready to be put there. */
export function useProblemsAt(state: InvoiceFormState, onRemedy: OnRemedy): ProblemsAt {
  const { order, ticks, isLocked, problemsAt } = state

  return {
    list: problemsAt,
    isInvalid: (place) => problemsAt(place).some((problem) => problem.severity === 'ERROR'),
    node: (place) =>
      problemsOrNothing(
        problemsAt(place),
        <ProblemsHere
          place={`invoice-${place}`}
          problems={problemsAt(place)}
          ticks={ticks}
          currency={order.currency}
          timeZone={order.timeZone}
          onRemedy={onRemedy}
          isReadOnly={isLocked}
        />
      ),
  }
}
