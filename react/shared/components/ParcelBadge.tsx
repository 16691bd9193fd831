import React, { ReactNode } from 'react'
import { IconCheck, IconClock, IconFailure, IconWarning } from 'vtex.styleguide'
import type { ParcelSign } from '../order/parcelSign'
import { useWords } from '../words/useWords'
import { Badge } from './Badge'
import type { BadgeTone } from './Badge'

const SIGNS: Record<ParcelSign, { tone: BadgeTone; icon?: ReactNode }> = {
  INFO_RECEIVED: { tone: 'quiet' },
  IN_TRANSIT: { tone: 'plain', icon: <span className="it-arrow">→</span> },
  OUT_FOR_DELIVERY: { tone: 'open', icon: <span className="it-arrow">→</span> },
  ATTEMPT_FAILED: { tone: 'look', icon: <IconWarning size={12} /> },
  AVAILABLE_FOR_PICKUP: { tone: 'look', icon: <IconClock size={12} /> },
  DELIVERED: { tone: 'done', icon: <IconCheck size={10} /> },
  EXCEPTION: { tone: 'look', icon: <IconWarning size={12} /> },
  RETURNING: { tone: 'look', icon: <IconWarning size={12} /> },
  RETURNED: { tone: 'look', icon: <IconWarning size={12} /> },
  LOST: { tone: 'wrong', icon: <IconFailure size={12} /> },
  CANCELLED: { tone: 'quiet' },
}

/** Where a parcel is, by its carrier's code: a word, and the sign of what it means for the shop. */
export function ParcelBadge({ state }: { state: ParcelSign }) {
  const words = useWords()
  // A service newer than this panel may know more of them.
  const { tone, icon } = SIGNS[state] || { tone: 'plain' }

  return (
    <Badge tone={tone} icon={icon}>
      {words(`parcel.${state}`)}
    </Badge>
  )
}
