import React, { useState } from 'react'

import { LinkButton } from '../../shared/components/ActionButton'
import { Disclosure } from '../../shared/components/Disclosure'
import { TrackingDetailFields, TrackingNumberField } from '../../shared/tracking/TrackingFields'
import type { TrackingPlace } from '../../shared/tracking/TrackingFields'
import { isGuessed, isOwn } from '../../shared/tracking/trackingDraft'
import { useCarriers } from '../../shared/tracking/useCarriers'
import { useWords } from '../../shared/words/useWords'
import type { InvoiceFormState } from './useInvoiceForm'
import type { ProblemsAt } from './useProblemsAt'

const FOLDED: TrackingPlace[] = ['courier', 'trackingUrl', 'dispatchedDate']

/** VTEX's name of the channel whose orders the customer collects. */
const PICKUP = 'pickup-in-point'

/**
 * Number always in view, so that two steps cost one. What it told of carrier and link stands beside it in one line; the
 * fields unfold for who wants them, typed into them, or has to correct them.
 */
export function TrackingPart({ state, at }: { state: InvoiceFormState; at: ProblemsAt }) {
  const words = useWords()
  const choices = useCarriers()
  const { order, draft, change, leave, format, isLocked } = state
  const { tracking } = draft
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const [isWanted, setWanted] = useState(false)
  const isFaulty = FOLDED.some((place) => at.list(place).length > 0)
  const isOpen = isFaulty || (isOpened === null ? isOwn(tracking) : isOpened)
  const isEmpty = !tracking.trackingNumber && !isOwn(tracking)

  // Who collects an order follows no parcel.
  if (order.deliveryChannel === PICKUP && isEmpty && !isWanted && !isFaulty) {
    return (
      <p className="ma0 t-small">
        {words('order.pickup')}{' '}
        {!isLocked && (
          <LinkButton onClick={() => setWanted(true)}>
            {words('invoice.tracking-pickup-add')}
          </LinkButton>
        )}
      </p>
    )
  }
  const isLine = !isOpen && isGuessed(tracking)
  const open = () => {
    setOpened(true)
    setTimeout(() => {
      const field = document.getElementById('invoice-courier')

      if (field) field.focus()
    }, 0)
  }
  const fields = {
    idPrefix: 'invoice',
    draft: tracking,
    choices,
    offset: format.offset,
    onChange: (next: typeof tracking) => change({ ...draft, tracking: next }),
    onLeave: leave,
    problemAt: at.node,
    isInvalidAt: at.isInvalid,
    isReadOnly: isLocked,
  }

  return (
    <div className="it-tracking">
      <TrackingNumberField
        {...fields}
        hint={tracking.trackingNumber ? undefined : words('invoice.tracking-empty')}
        onOpen={isLine && !isLocked ? open : undefined}
      />
      {!isLine && (
        <Disclosure
          id="invoice-tracking-details"
          title={words('tracking.unfold')}
          isOpen={isOpen}
          onToggle={setOpened}
        >
          <TrackingDetailFields {...fields} />
        </Disclosure>
      )}
    </div>
  )
}
