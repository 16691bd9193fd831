import React, { useEffect } from 'react'
import { session, useSession } from '../graphql/session'
import { useWords } from '../words/useWords'
import { PrimaryButton } from './ActionButton'
import { Dialog } from './Dialog'
import { announceAlert } from './StatusLine'

/** Over the untouched form: sign in elsewhere (the Admin asks whoever has no session), go on here. */
export function SessionDialog() {
  const words = useWords()
  const { hasEnded, whileSending } = useSession()
  const sentence = words(whileSending ? 'session.endedWhileSending' : 'session.ended')
  useEffect(() => {
    if (hasEnded) announceAlert(sentence)
  }, [hasEnded, sentence])
  if (!hasEnded) return null
  return (
    <Dialog
      id="session"
      isAlert
      title={words('session.title')}
      onCancel={session.goOn}
      actions={
        <>
          <a className="it-link" href="/admin" target="_blank" rel="noopener noreferrer">
            {words('session.signIn')}
          </a>
          <PrimaryButton onClick={session.goOn}>{words('session.goOn')}</PrimaryButton>
        </>
      }
    >
      {sentence}
    </Dialog>
  )
}
