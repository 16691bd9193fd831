import React, { RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { IconCaretDown } from 'vtex.styleguide'
import { useClosing } from './useClosing'
import { watchSize } from './watchSize'

export interface MenuAction {
  id: string
  label: string
  onChoose: () => void
}

/** True while a list that ends where its button ends would begin beyond the panel's edge: a button that wrapped to the left. */
function useTurned(box: RefObject<HTMLElement>, list: RefObject<HTMLElement>, isOpen: boolean) {
  const [isTurned, setTurned] = useState(false)
  useLayoutEffect(() => {
    const panel = isOpen && box.current && box.current.closest('.invoice-tracking')
    if (!panel) return undefined
    const look = () => {
      if (!box.current || !list.current) return
      const begin = box.current.getBoundingClientRect().right - list.current.offsetWidth
      setTurned(begin < panel.getBoundingClientRect().left)
    }
    look()
    return watchSize(panel, look)
  }, [box, list, isOpen])
  return isTurned
}

/** A button that opens a list of plain buttons; Esc and a click elsewhere close it, and Esc gives the focus back. */
export function ActionMenu({ label, actions }: { label: string; actions: MenuAction[] }) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const close = useCallback(() => setOpen(false), [])
  useClosing(isOpen, close, box, opener)
  const list = useRef<HTMLUListElement>(null)
  const isTurned = useTurned(box, list, isOpen)

  // Opened at the lower edge of the window its last action would be out of sight.
  useLayoutEffect(() => {
    if (isOpen && list.current) list.current.scrollIntoView({ block: 'nearest' })
  }, [isOpen])

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
        <ul
          ref={list}
          className={`it-menu__list ${isTurned ? 'it-menu__list--turned' : ''} bg-base br2`}
        >
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
