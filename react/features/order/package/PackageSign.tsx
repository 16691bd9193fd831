import React from 'react'
import { IconCheck } from 'vtex.styleguide'

import { Badge } from '../../../shared/components/Badge'
import type { BadgeTone } from '../../../shared/components/Badge'
import { ParcelBadge } from '../../../shared/components/ParcelBadge'
import type { Package } from '../../../shared/order/orderTypes'
import { useWords } from '../../../shared/words/useWords'
import { packageSigns } from '../orderModel'
import type { PackageMark } from '../orderModel'

const TONES: Record<PackageMark, BadgeTone> = {
  APPLYING: 'open',
  RETURN: 'plain',
  DELIVERED: 'done',
  IN_TRANSIT: 'plain',
  TO_SHIP: 'open',
}

const STATE_WORDS: Record<PackageMark, string> = {
  APPLYING: 'order.parcel-applying',
  RETURN: 'order.parcel-return',
  DELIVERED: 'order.parcel-delivered',
  IN_TRANSIT: 'order.parcel-in-transit',
  TO_SHIP: 'order.parcel-to-ship',
}

/** How far a package is, as VTEX holds it, and what its carrier told beside. */
export function PackageSign({ parcel }: { parcel: Package }) {
  const words = useWords()
  const { mark, sign } = packageSigns(parcel)

  return (
    <>
      {mark && (
        <Badge tone={TONES[mark]} icon={mark === 'DELIVERED' && <IconCheck size={10} />}>
          {words(STATE_WORDS[mark])}
        </Badge>
      )}
      {sign && <ParcelBadge state={sign} />}
    </>
  )
}
