import React, { useEffect } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { Notice } from '../../shared/components/Notice'
import { announce } from '../../shared/components/StatusLine'
import { useWords } from '../../shared/words/useWords'

interface Props {
  files: File[]
  onClose: () => void
}

/** A file belongs to an order, and a list of orders cannot say to which: where to drop it instead. */
export function DroppedFiles({ files, onClose }: Props) {
  const words = useWords()
  const [first] = files
  const sentence = first
    ? words('list.dropped', { count: files.length, fileName: first.name })
    : null
  useEffect(() => {
    if (sentence) announce(sentence)
  }, [sentence, files])
  if (!sentence) return null
  return (
    <Notice
      tone="look"
      action={<LinkButton onClick={onClose}>{words('result.dismiss')}</LinkButton>}
    >
      {sentence}
    </Notice>
  )
}
