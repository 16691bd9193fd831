import React, { useLayoutEffect, useRef } from 'react'

import { hasFocus } from '../../../shared/components/hasFocus'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { firstQueueState } from '../../../shared/navigation/urls'
import type { QueueState } from '../../../shared/navigation/urls'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import type { Place } from '../../../shared/sending/queueMemory'
import { useWords } from '../../../shared/words/useWords'
import { useNeighbours } from '../useNeighbours'

interface Props {
  place: Place | null
  queueState: QueueState | null
  /** A send ended well: the focus goes here, unless the person has gone elsewhere meanwhile. */
  takesFocus: boolean
  /** The send is still in the air: no invitation to leave yet, only a way. */
  isQuiet: boolean
}

/** Where the work goes on. */
export function NextOrder({ place, queueState, takesFocus, isQuiet }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  const neighbours = useNeighbours(place, queueState)
  const anchor = useRef<HTMLAnchorElement>(null)

  useLayoutEffect(() => {
    if (takesFocus && anchor.current && hasFocus(document.getElementById('open'))) {
      anchor.current.focus()
    }
  }, [takesFocus])

  if (!neighbours.next) {
    return (
      <PanelAnchor
        link={toQueue(queueState || firstQueueState)}
        anchorRef={anchor}
        id="next-order"
        className={isQuiet ? 'it-next it-next--quiet' : 'it-next'}
      >
        {words('order.back-to-queue')}
      </PanelAnchor>
    )
  }

  return (
    <PanelAnchor
      link={neighbours.next}
      anchorRef={anchor}
      id="next-order"
      className={isQuiet ? 'it-next it-next--quiet' : 'it-next'}
    >
      {!place || place.total === null
        ? words('order.next')
        : words('order.next-place', { place: place.position + 1, total: place.total })}
      <span aria-hidden="true"> ›</span>
    </PanelAnchor>
  )
}
