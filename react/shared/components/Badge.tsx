import React, { ReactNode } from 'react'
import { IconCheck, IconClock, IconWarning } from 'vtex.styleguide'
import { Stage } from '../graphql/generated'
import { useWords } from '../words/useWords'

export type BadgeTone = 'plain' | 'quiet' | 'open' | 'done' | 'look' | 'wrong'

interface BadgeProps {
  tone: BadgeTone
  /** Decoration; the word says it all. */
  icon?: ReactNode
  children: ReactNode
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={`it-badge it-badge--${tone} t-small`}>
      {icon && (
        <span className="it-badge__icon" aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </span>
  )
}

const tones: Record<Stage, BadgeTone> = {
  NOT_READY: 'quiet',
  TO_HANDLE: 'plain',
  TO_INVOICE: 'open',
  PARTIALLY_INVOICED: 'open',
  TO_SHIP: 'open',
  IN_TRANSIT: 'plain',
  DELIVERED: 'done',
  CANCELED: 'quiet',
}

const icons: Partial<Record<Stage, ReactNode>> = {
  PARTIALLY_INVOICED: <span className="it-half" />,
  IN_TRANSIT: <span className="it-arrow">→</span>,
  DELIVERED: <IconCheck size={10} />,
}

export function StageBadge({ stage }: { stage: Stage }) {
  const words = useWords()
  return (
    <Badge tone={tones[stage] || 'plain'} icon={icons[stage]}>
      {words(`stage.${stage}`)}
    </Badge>
  )
}

/** Stands beside a stage: late is wrong, everything else is a look. */
export function AttentionMark({ code, children }: { code: string; children: ReactNode }) {
  const isLate = code === 'LATE'
  return (
    <Badge
      tone={isLate ? 'wrong' : 'look'}
      icon={isLate ? <IconClock size={12} /> : <IconWarning size={12} />}
    >
      {children}
    </Badge>
  )
}
