import React, { ReactNode, useState } from 'react'
import { IconCaretDown, IconCaretRight } from 'vtex.styleguide'

interface Props {
  id: string
  title: ReactNode
  children: ReactNode
  isOpenAtFirst?: boolean
  /** Given together: whoever uses it holds the state. */
  isOpen?: boolean
  onToggle?: (isOpen: boolean) => void
}

/** Folds what is optional: a button with its state; folded content is gone from the tab order. */
export function Disclosure({
  id,
  title,
  children,
  isOpenAtFirst = false,
  isOpen,
  onToggle,
}: Props) {
  const [ownOpen, setOwnOpen] = useState(isOpenAtFirst)
  const open = isOpen === undefined ? ownOpen : isOpen
  const toggle = () => {
    setOwnOpen(!open)
    if (onToggle) onToggle(!open)
  }
  return (
    <div className="it-disclosure">
      <button
        type="button"
        className="it-disclosure__button"
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
      >
        <span className="it-disclosure__mark" aria-hidden="true">
          {open ? <IconCaretDown size={10} /> : <IconCaretRight size={10} />}
        </span>
        <span>{title}</span>
      </button>
      <div id={id} hidden={!open} className="it-disclosure__body">
        {open && children}
      </div>
    </div>
  )
}
