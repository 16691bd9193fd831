import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/useWords'
import { announce } from './StatusLine'

/** As long as "Copied" stands beside what was copied. */
const SEEN_MS = 2000

/** Copies a text; `isCopied` for the two seconds in which a sign of it stands beside it. `name` is said to screen readers. */
export function useCopy() {
  const words = useWords()
  const [isCopied, setCopied] = useState(false)
  const timer = useRef(0)

  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = useCallback(
    (text: string, name: string) =>
      copyText(text).then(
        () => {
          setCopied(true)
          clearTimeout(timer.current)
          timer.current = window.setTimeout(() => setCopied(false), SEEN_MS)
          announce(words('copy.done', { name }))
        },
        () => announce(words('copy.failed', { name }))
      ),
    [words]
  )

  return { isCopied, copy }
}

/** The Admin may show the panel in a frame without the clipboard's permission: then the old command. */
function copyText(text: string): Promise<void> {
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
