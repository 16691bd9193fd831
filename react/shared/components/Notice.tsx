import React, { ReactNode, Ref } from 'react'
import { IconClock, IconFailure, IconInfo, IconSuccess, IconWarning } from 'vtex.styleguide'

export type NoticeTone = 'done' | 'look' | 'wrong' | 'info' | 'wait'

interface Props {
  tone: NoticeTone
  children: ReactNode
  /** Buttons or links on the right, below on a narrow screen. */
  action?: ReactNode
  /** Lets code put the focus on the sentence. */
  focusRef?: Ref<HTMLDivElement>
  id?: string
}

const icons = {
  done: <IconSuccess size={18} />,
  look: <IconWarning size={18} />,
  wrong: <IconFailure size={18} />,
  info: <IconInfo size={18} />,
  wait: <IconClock size={18} />,
}

/** The styleguide's Alert without its role: only StatusLine speaks. */
export function Notice({ tone, children, action, focusRef, id }: Props) {
  return (
    <div className={`it-notice it-notice--${tone} br2`} id={id}>
      <span className="it-notice__icon" aria-hidden="true">
        {icons[tone]}
      </span>
      <div className="it-notice__body" ref={focusRef} tabIndex={focusRef ? -1 : undefined}>
        {children}
      </div>
      {action && <div className="it-notice__action">{action}</div>}
    </div>
  )
}
