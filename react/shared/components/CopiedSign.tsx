import React from 'react'
import { useWords } from '../words/useWords'

/** "Copied" over the page, beside what was copied; screen readers are told by the live region. */
export function CopiedSign({ isShown }: { isShown: boolean }) {
  const words = useWords()
  if (!isShown) return null
  return (
    <span className="it-copied" aria-hidden="true">
      {words('copy.short')}
    </span>
  )
}
