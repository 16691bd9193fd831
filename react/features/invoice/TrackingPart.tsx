import React, { useState } from 'react'

import { Disclosure } from '../../shared/components/Disclosure'
import { TrackingDetailFields, TrackingNumberField } from '../../shared/tracking/TrackingFields'
import type { TrackingPlace } from '../../shared/tracking/TrackingFields'
import { useCarriers } from '../../shared/tracking/useCarriers'
import { useWords } from '../../shared/words/useWords'
import type { InvoiceFormState } from './useInvoiceForm'
import type { ProblemsAt } from './useProblemsAt'

const FOLDED: TrackingPlace[] = ['courier', 'trackingUrl', 'dispatchedDate']

/** Number always in view, so that two steps cost one; the rest unfolds when it has content or is faulty. */
export function TrackingPart({ state, at }: { state: InvoiceFormState; at: ProblemsAt }) {
  const words = useWords()
  const choices = useCarriers()
  const { draft, change, leave, format, isLocked } = state
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const { courier, trackingUrl, dispatched } = draft.tracking
  // Of what the customer collects no tracking is awaited.
  const emptyHint =
    state.order.deliveryChannel === 'pickup-in-point' ? 'order.pickup' : 'invoice.tracking-empty'
  const hasContent = Boolean(courier || trackingUrl || dispatched)
  const isFaulty = FOLDED.some((place) => at.list(place).length > 0)
  const fields = {
    idPrefix: 'invoice',
    draft: draft.tracking,
    choices,
    offset: format.offset,
    onChange: (tracking: typeof draft.tracking) => change({ ...draft, tracking }),
    onLeave: leave,
    problemAt: at.node,
    isInvalidAt: at.isInvalid,
    isReadOnly: isLocked,
  }

  return (
    <div className="it-tracking">
      <TrackingNumberField
        {...fields}
        hint={draft.tracking.trackingNumber ? undefined : words(emptyHint)}
      />
      <Disclosure
        id="invoice-tracking-details"
        title={words('tracking.unfold')}
        isOpen={isFaulty || (isOpened === null ? hasContent : isOpened)}
        onToggle={setOpened}
      >
        <TrackingDetailFields {...fields} />
      </Disclosure>
    </div>
  )
}
