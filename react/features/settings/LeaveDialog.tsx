import React from 'react'
import { LinkButton, PrimaryButton } from '../../shared/components/ActionButton'
import { Dialog } from '../../shared/components/Dialog'
import { useWords } from '../../shared/words/useWords'

interface Props {
  onStay: () => void
  onLeave: () => void
}

/** Nothing typed is thrown away unasked. */
export function LeaveDialog({ onStay, onLeave }: Props) {
  const words = useWords()
  return (
    <Dialog
      id="leave"
      title={words('settings.leaveTitle')}
      onCancel={onStay}
      actions={
        <>
          <PrimaryButton onClick={onStay}>{words('settings.leaveStay')}</PrimaryButton>
          <LinkButton onClick={onLeave}>{words('settings.leaveGo')}</LinkButton>
        </>
      }
    >
      {words('settings.leaveAsk')}
    </Dialog>
  )
}
