import type { KeyboardEvent } from 'react'

/** Ctrl+Enter, or the command key and Enter, sends the form in which the focus is; a held key sends once. */
export function onSendKey(send: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) send()
  }
}
