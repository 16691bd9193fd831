import React, { MouseEvent, ReactNode, Ref } from 'react'
import { PanelLink } from '../navigation/usePanelNavigation'

interface Props {
  link: PanelLink
  children: ReactNode
  className?: string
  id?: string
  tabIndex?: number
  isCurrent?: boolean
  label?: string
  anchorRef?: Ref<HTMLAnchorElement>
  /** Runs before the panel moves on. */
  onOpen?: () => void
}

const opensElsewhere = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** A real link that a plain click follows within the panel. */
export function PanelAnchor({
  link,
  children,
  className,
  id,
  tabIndex,
  isCurrent,
  label,
  anchorRef,
  onOpen,
}: Props) {
  const open = (event: MouseEvent) => {
    if (event.defaultPrevented || opensElsewhere(event)) return
    event.preventDefault()
    if (onOpen) onOpen()
    link.go()
  }
  return (
    <a
      href={link.href}
      id={id}
      ref={anchorRef}
      tabIndex={tabIndex}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={label}
      className={className === undefined ? 'it-link' : className}
      onClick={open}
    >
      {children}
    </a>
  )
}
