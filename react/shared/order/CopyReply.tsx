import React from 'react'

import { LinkButton } from '../components/ActionButton'
import { CopiedSign } from '../components/CopiedSign'
import { useCopy } from '../components/useCopy'
import { useLanguage, useWords } from '../words/useWords'
import { customerReply } from './customerReply'
import type { ReplyQuestion } from './customerReply'

interface Props extends Pick<ReplyQuestion, 'order' | 'parcels'> {
  /** Where several stand below each other: of which order. */
  label?: string
}

/** One press: what to tell the customer is in the clipboard. */
export function CopyReply({ order, parcels, label }: Props) {
  const words = useWords()
  const language = useLanguage()
  const { isCopied, copy } = useCopy()

  return (
    <span className="it-copy">
      <LinkButton
        label={label}
        onClick={() => copy(customerReply({ order, parcels, language }), words('order.reply'))}
      >
        {words('order.copy-reply')}
      </LinkButton>
      <CopiedSign isShown={isCopied} />
    </span>
  )
}
