import React, { useCallback, useRef, useState } from 'react'
import { usePanelNavigation } from '../navigation/usePanelNavigation'
import { queueMemory } from '../sending/queueMemory'
import { countSends, Send, useSends } from '../sending/sends'
import { useOutcomeWords } from '../sending/useOutcomeWords'
import { useWords } from '../words/useWords'
import { PanelAnchor } from './PanelAnchor'
import { useClosing } from './useClosing'

/** "Sending 2 · 1 needs your attention", each entry a link to its order. Nothing there when nothing is. */
export function SendsSummary() {
  const words = useWords()
  const { objectWords } = useOutcomeWords()
  const { toOrder } = usePanelNavigation()
  const [isOpen, setOpen] = useState(false)
  const shown = useSends().filter(({ state }) => state !== 'done' && state !== 'applying')
  const { sending, needYou } = countSends(shown)

  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setOpen(false), [])
  useClosing(isOpen, close, box, opener)

  if (shown.length === 0) return null
  const counts = [
    sending > 0 && words('sends.sending', { count: sending }),
    needYou > 0 && words('sends.needYou', { count: needYou }),
  ].filter(Boolean)
  const memory = queueMemory.get()
  const line = (send: Send) => {
    const state = words(send.state === 'sending' ? 'sends.inTheAir' : `sends.${send.state}`)
    const object = objectWords(send.object)
    // Handling names its order already.
    return send.object.kind === 'handling'
      ? `${object}, ${state}`
      : `${send.orderId}: ${object}, ${state}`
  }

  return (
    <div className="it-menu" ref={box}>
      <button
        type="button"
        ref={opener}
        className="it-link"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {counts.join(' · ')}
      </button>
      {isOpen && (
        <ul className="it-menu__list bg-base br2">
          {shown.map((send) => (
            <li key={send.id}>
              <PanelAnchor
                link={toOrder(send.orderId, memory && memory.state)}
                onOpen={close}
                className="it-menu__item"
              >
                {line(send)}
              </PanelAnchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
