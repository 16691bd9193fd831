import React, { KeyboardEvent, ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

interface Props {
  id: string
  title: string
  onCancel: () => void
  /** The last row; the first control of the dialog gets the focus. */
  actions: ReactNode
  children: ReactNode
  /** The dialog speaks of something that must be known at once. */
  isAlert?: boolean
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'

/** The one dialog: named, holds the focus, Esc cancels, gives the focus back to what opened it. */
export function Dialog({ id, title, onCancel, actions, children, isAlert }: Props) {
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const opener = document.activeElement as HTMLElement | null
    const first = box.current && box.current.querySelector<HTMLElement>(focusable)
    if (first) first.focus()
    return () => {
      if (opener && document.contains(opener)) opener.focus()
    }
  }, [])

  const keepInside = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
      return
    }
    if (event.key !== 'Tab' || !box.current) return
    const controls = Array.from(box.current.querySelectorAll<HTMLElement>(focusable))
    const edge = event.shiftKey ? controls[0] : controls[controls.length - 1]
    if (document.activeElement !== edge) return
    event.preventDefault()
    const other = event.shiftKey ? controls[controls.length - 1] : controls[0]
    other.focus()
  }

  return createPortal(
    <div className="invoice-tracking">
      <div className="it-veil">
        <div
          ref={box}
          role={isAlert ? 'alertdialog' : 'dialog'}
          aria-modal="true"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-body`}
          className="it-dialog bg-base br3"
          onKeyDown={keepInside}
        >
          <h2 id={`${id}-title`} className="t-heading-6 fw5 mt0 mb5">
            {title}
          </h2>
          <div id={`${id}-body`} className="mb6">
            {children}
          </div>
          <div className="it-dialog__actions">{actions}</div>
        </div>
      </div>
    </div>,
    document.body
  )
}
