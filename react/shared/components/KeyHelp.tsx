import React, { useState } from 'react'
import { useWords } from '../words/useWords'
import { PrimaryButton } from './ActionButton'
import { Dialog } from './Dialog'
import { turnPageKeys, usePageKeys, usePageKeysOn } from './pageKeys'
import { TickBox } from './TickBox'

/** "?" in the header, or the key itself: which keys act, and where. */
export function KeyHelp() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const rows = [
    'rows',
    'home',
    'open',
    'tick',
    'range',
    'invoice',
    'neighbours',
    'send',
    'escape',
    'question',
  ]
  const isOn = usePageKeysOn()

  usePageKeys({ '?': () => setOpen(true) })
  return (
    <>
      <button
        type="button"
        className="it-icon-button"
        aria-label={words('keys.title')}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true" className="fw5">
          ?
        </span>
      </button>
      {isOpen && (
        <Dialog
          id="keys"
          title={words('keys.title')}
          onCancel={() => setOpen(false)}
          actions={
            <PrimaryButton onClick={() => setOpen(false)}>{words('keys.close')}</PrimaryButton>
          }
        >
          <dl className="it-keys">
            {rows.map((row) => (
              <React.Fragment key={row}>
                <dt>{words(`keys.${row}.key`)}</dt>
                <dd className="ma0">{words(`keys.${row}`)}</dd>
              </React.Fragment>
            ))}
          </dl>
          <div className="mt5">
            <TickBox
              id="page-keys"
              isTicked={isOn}
              label={words('keys.single')}
              onTick={turnPageKeys}
            />
          </div>
        </Dialog>
      )}
    </>
  )
}
