import React from 'react'
import { IconCopy } from 'vtex.styleguide'
import { useWords } from '../words/useWords'
import { CopiedSign } from './CopiedSign'
import { useCopy } from './useCopy'

/** Copies a number as it stands. `name` says which number, for the button's name and the announcement. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const words = useWords()
  const { isCopied, copy } = useCopy()
  return (
    <span className="it-copy">
      <button
        type="button"
        className="it-icon-button"
        aria-label={words('copy.label', { name })}
        onClick={() => copy(text, name)}
      >
        <IconCopy size={14} />
      </button>
      <CopiedSign isShown={isCopied} />
    </span>
  )
}
