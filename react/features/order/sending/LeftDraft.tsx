import React from 'react'

import { LinkButton } from '../../../shared/components/ActionButton'
import { Notice } from '../../../shared/components/Notice'
import { SEVERAL, SINGLE } from '../../../shared/sending/draftNames'
import { drafts, useDrafts } from '../../../shared/sending/drafts'
import { useWords } from '../../../shared/words/useWords'

/** Entered and not sent while somebody else invoiced the order: nothing typed is thrown away unasked. */
export function LeftDraft({ orderId }: { orderId: string }) {
  const words = useWords()

  useDrafts()
  const left = [SINGLE, SEVERAL].filter((name) => drafts.get(orderId, name) !== null)

  if (left.length === 0) return null
  const discard = () => left.forEach((name) => drafts.clear(orderId, name))

  return (
    <Notice
      tone="info"
      action={<LinkButton onClick={discard}>{words('order.left-draft-discard')}</LinkButton>}
    >
      {words('order.left-draft')}
    </Notice>
  )
}
