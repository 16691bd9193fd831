import React from 'react'
import type { ReactNode } from 'react'

import type { OnRemedy } from '../../shared/components/ProblemText'
import type { Problem } from '../../shared/order/orderTypes'
import { ProblemsHere, problemsOrNothing } from '../../shared/problems/ProblemsHere'
import { PROBLEMS_OF } from './form/useFormFocus'
import { changesDocument } from './invoiceRemedy'
import type { Place } from './problemPlaces'
import type { InvoiceFormState } from './useInvoiceForm'

export interface ProblemsAt {
  node: (place: Place) => ReactNode
  isInvalid: (place: Place) => boolean
  list: (place: Place) => Problem[]
  /** Errors alone, for a field too narrow to hold a tick box. */
  errors: (place: Place) => ReactNode
  /** The warnings of several narrow fields, to stand below their row. */
  warnings: (places: Place[]) => ReactNode
}

/** What stands against each place of the form, ready to be put there. */
export function useProblemsAt(state: InvoiceFormState, onRemedy: OnRemedy): ProblemsAt {
  const { order, draft, ticks, isLocked, problemsAt } = state

  const show = (place: Place, problems: Problem[]) =>
    problemsOrNothing(
      problems,
      <div {...{ [PROBLEMS_OF]: `invoice-${place}` }}>
        <ProblemsHere
          place={`invoice-${place}`}
          problems={problems}
          ticks={ticks}
          currency={order.currency}
          timeZone={order.timeZone}
          onRemedy={onRemedy}
          canRemedy={({ action }) =>
            action !== 'FIND_CUSTOMER' || Boolean(draft.document?.read.recipientId)
          }
          hasRemedy={(problem) => !changesDocument(problem, draft)}
          isReadOnly={isLocked}
        />
      </div>
    )
  const isWarning = (problem: Problem) => problem.severity === 'WARNING'

  return {
    list: problemsAt,
    isInvalid: (place) => problemsAt(place).some((problem) => problem.severity === 'ERROR'),
    node: (place) => show(place, problemsAt(place)),
    errors: (place) =>
      show(
        place,
        problemsAt(place).filter((problem) => !isWarning(problem))
      ),
    warnings: (places) =>
      places.map((place) => (
        <React.Fragment key={place}>
          {show(place, problemsAt(place).filter(isWarning))}
        </React.Fragment>
      )),
  }
}
