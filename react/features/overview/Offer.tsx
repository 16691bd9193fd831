import React from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Notice } from '../../shared/components/Notice'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { useWords } from '../../shared/words/useWords'
import { Foundation } from './useOverview'
import { useOverviewLinks } from './useOverviewLinks'

interface Props {
  /** Null where nobody could tell. */
  foundation: Foundation | null
  onRetry: () => void
}

/** Why there is no more than VTEX's list can count, and what to do about it. */
export function Offer({ foundation, onRetry }: Props) {
  const words = useWords()
  const { toReadModel } = useOverviewLinks()
  const settings = (label: string) => <PanelAnchor link={toReadModel()}>{label}</PanelAnchor>
  if (!foundation || !foundation.isOn) {
    return (
      <Notice tone="info" action={settings(words('overview.offerLink'))}>
        {words('overview.offer')}
      </Notice>
    )
  }
  const { fill, filled, toFill } = foundation
  if (fill === 'IDLE') {
    return (
      <Notice
        tone="look"
        action={<LinkButton onClick={onRetry}>{words('failure.tryAgain')}</LinkButton>}
      >
        {words('overview.away')}
      </Notice>
    )
  }
  return (
    <Notice tone="wait" action={settings(words('settings.title'))}>
      {words(`readModel.fill.${fill}`)}
      {toFill !== null && ` ${words('readModel.filled', { filled, toFill })}.`}
    </Notice>
  )
}
