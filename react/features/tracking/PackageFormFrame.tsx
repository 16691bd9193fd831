import React from 'react'
import type { ReactNode, Ref } from 'react'

import { PrimaryButton, TertiaryButton } from '../../shared/components/ActionButton'
import { onSendKey } from '../../shared/components/sendKey'
import type { OrderSend } from '../../shared/order/orderSends'
import { WaitingLine } from '../../shared/order/WaitingLine'
import { useWords } from '../../shared/words/useWords'

interface Props {
  /** Of usePackageForm. */
  controller: {
    form: Ref<HTMLFormElement>
    last: OrderSend | null
    isSending: boolean
    isBusy: boolean
    send: () => void
    close: () => void
  }
  name: string
  sendWords: string
  /** Beside the buttons, where nothing more urgent is to be said. */
  note?: ReactNode
  children: ReactNode
}

/** What the forms of a package share: the sending key, and at its end the button or what stands in its place. */
export function PackageFormFrame({ controller, name, sendWords, note, children }: Props) {
  const words = useWords()
  const { form, last, isSending, isBusy, send, close } = controller
  const said = isBusy ? words('sends.busy') : note

  return (
    <form
      ref={form}
      className="it-form it-form--package"
      aria-label={name}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onSendKey(send)}
    >
      {children}
      <div className="it-form__end">
        {last?.state === 'unknown' ? (
          <p className="ma0 t-small">{words('invoice.locked')}</p>
        ) : last?.state === 'waiting' ? (
          <WaitingLine send={last} />
        ) : (
          <>
            <PrimaryButton onClick={send} isLoading={isSending} keepsFocus>
              {sendWords}
            </PrimaryButton>
            <TertiaryButton onClick={close}>{words('cancel')}</TertiaryButton>
          </>
        )}
        {said && <span className="it-form__note t-small">{said}</span>}
      </div>
    </form>
  )
}
