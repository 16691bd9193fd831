import React, { useState } from 'react'
import { useWords } from '../words/useWords'
import { PrimaryButton } from './ActionButton'
import { Dialog } from './Dialog'

/** "?" in the header: which keys act, and where. */
export function KeyHelp() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const rows = ['rows', 'home', 'open', 'tick', 'range', 'invoice', 'send', 'escape']
  return (
    <>
      <button
        type="button"
        className="it-icon-button"
        aria-label={words('keys.help')}
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
        </Dialog>
      )}
    </>
  )
}
