import React, { ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { LinkButton, PrimaryButton, SecondaryButton } from '../../../shared/components/ActionButton'
import { Dialog } from '../../../shared/components/Dialog'
import { Notice } from '../../../shared/components/Notice'
import { TextField } from '../../../shared/components/TextField'
import { useWords } from '../../../shared/words/useWords'
import { CopyBox } from '../CopyBox'
import type { ConnectionState } from './connectionState'
import { makeSecret } from './makeSecret'
import type { ConnectionControl } from './useConnection'

interface Props {
  connection: ConnectionControl
  state: Extract<ConnectionState, { kind: 'EDITING' }>
  problem: ReactNode | undefined
}

/** What this app proves itself with to a carrier that it asks; of some it asks without. */
export function CredentialsPart({ connection, state, problem }: Props) {
  const words = useWords()
  const { draft, stored } = state.editing
  const names = stored.credentials || []

  if (names.length === 0) {
    return <p className="ma0 t-small">{words('connections.needs-nothing')}</p>
  }

  return (
    <div className="it-secret">
      <TextField
        id="connection-secret"
        label={words('connections.credentials')}
        value={draft.secret}
        hint={words('connections.credentials-help', {
          parts: names.map((name) => words(`connections.credential.${name}`)).join(':'),
        })}
        problem={problem}
        onChange={(secret) => connection.edit({ secret, isMade: false })}
      />
      <p className="ma0 t-small">
        {words(stored.hasSecret ? 'connections.credentials-stand' : 'connections.no-credentials')}
      </p>
    </div>
  )
}

/** What the carrier proves itself with: goes in, is shown once where it was made here, and never comes out. */
export function SecretPart({ connection, state, problem }: Props) {
  const words = useWords()
  const { edit, send, putAway } = connection
  const { draft, stored } = state.editing
  const { shownSecret } = state
  const [isAsked, ask] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const shown = useRef<HTMLDivElement>(null)
  const drop = useRef<HTMLButtonElement>(null)

  // The bar that was pressed is gone: what has to be copied takes its place.
  useLayoutEffect(() => {
    if (shownSecret && shown.current) shown.current.focus()
  }, [shownSecret])

  const make = () => {
    edit({ secret: makeSecret(stored), isMade: true })
    if (field.current) field.current.focus()
  }
  const isTheirs = stored.secretFrom === 'PROVIDER'

  return (
    <div className="it-secret">
      {shownSecret && (
        <Notice
          tone="look"
          focusRef={shown}
          action={<LinkButton onClick={putAway}>{words('connections.put-away')}</LinkButton>}
        >
          {words('connections.shown-once')}
          <CopyBox label={words('connections.new-secret')} text={shownSecret} />
        </Notice>
      )}
      <div className="it-secret__line">
        <TextField
          id="connection-secret"
          label={words(stored.hasSecret ? 'connections.next-secret' : 'setting.secret')}
          value={draft.secret}
          inputRef={field}
          hint={words(
            draft.isMade && draft.secret
              ? 'connections.made-help'
              : isTheirs
                ? 'connections.secret-theirs'
                : 'connections.secret-ours'
          )}
          problem={problem}
          onChange={(secret) => edit({ secret, isMade: false })}
        />
        {!isTheirs && (
          <SecondaryButton onClick={make}>{words('connections.make-secret')}</SecondaryButton>
        )}
      </div>
      <p className="ma0 t-small">
        {words(
          stored.hasOldSecret
            ? 'connections.old-stands'
            : stored.hasSecret
              ? 'connections.one-stands'
              : 'connections.none-stands'
        )}{' '}
        {stored.hasOldSecret && (
          <LinkButton buttonRef={drop} onClick={() => ask(true)}>
            {words('connections.drop')}
          </LinkButton>
        )}
      </p>
      {isAsked && (
        <Dialog
          id="drop-secret"
          title={words('connections.drop-title')}
          onCancel={() => ask(false)}
          actions={
            <>
              <PrimaryButton
                onClick={() => {
                  ask(false)
                  void send('DROP')
                }}
              >
                {words('connections.drop-go')}
              </PrimaryButton>
              <LinkButton onClick={() => ask(false)}>{words('cancel')}</LinkButton>
            </>
          }
        >
          {words('connections.drop-ask')}
        </Dialog>
      )}
    </div>
  )
}
