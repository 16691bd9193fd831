import React, { useCallback, useRef, useState } from 'react'
import { IconCaretDown } from 'vtex.styleguide'
import { useClosing } from './useClosing'

export interface MenuAction {
  id: string
  label: string
  onChoose: () => void
}

/** A button that opens a list of plain buttons; Esc and a click elsewhere close it, and Esc gives the focus back. */
export function ActionMenu({ label, actions }: { label: string; actions: MenuAction[] }) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const close = useCallback(() => setOpen(false), [])
  useClosing(isOpen, close, box, opener)

  if (actions.length === 0) return null
  return (
    <div className="it-menu" ref={box}>
      <button
        type="button"
        ref={opener}
        className="it-link"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {label} <IconCaretDown size={8} />
      </button>
      {isOpen && (
        <ul className="it-menu__list bg-base br2">
          {actions.map((action) => (
            <li key={action.id}>
              <button
                type="button"
                className="it-menu__item"
                onClick={() => {
                  setOpen(false)
                  action.onChoose()
                }}
              >
                {action.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
