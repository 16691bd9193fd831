import React from 'react'
import { IconCopy } from 'vtex.styleguide'
import { useWords } from '../words/useWords'
import { announce } from './StatusLine'

/** Copies a number as it stands. `name` says which number, for the button's name and the announcement. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const words = useWords()
  const copy = () => {
    copyText(text).then(
      () => announce(words('copy.done', { name })),
      () => announce(words('copy.failed', { name }))
    )
  }
  return (
    <button
      type="button"
      className="it-icon-button"
      aria-label={words('copy.label', { name })}
      onClick={copy}
    >
      <IconCopy size={14} />
    </button>
  )
}

/** The Admin may show the panel in a frame without the clipboard's permission: then the old command. */
export function copyText(text: string): Promise<void> {
  if (navigator.clipboard && window.isSecureContext) {
    return navigator.clipboard.writeText(text).catch(() => copyByCommand(text))
  }
  return copyByCommand(text)
}

function copyByCommand(text: string): Promise<void> {
  const opener = document.activeElement as HTMLElement | null
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.appendChild(area)
  area.select()
  const isCopied = document.execCommand('copy')
  document.body.removeChild(area)
  if (opener) opener.focus()
  return isCopied ? Promise.resolve() : Promise.reject(new Error('the browser copies nothing here'))
}
