import { useCallback, useEffect, useRef, useState } from 'react'

const opensElsewhere = (event: MouseEvent, anchor: HTMLAnchorElement) =>
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey ||
  anchor.target === '_blank'

/**
 * Holds a click on a link that leads away while something is not saved, of this page or of the Admin around it. The browser
 * itself asks where the page is closed.
 */
export function useAskBeforeLeaving(isChanged: boolean) {
  const [held, setHeld] = useState<HTMLAnchorElement | null>(null)
  const isLeaving = useRef(false)

  useEffect(() => {
    if (!isChanged) return undefined
    const hold = (event: MouseEvent) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null
      if (isLeaving.current || !anchor || !anchor.href || opensElsewhere(event, anchor)) return
      event.preventDefault()
      event.stopPropagation()
      setHeld(anchor)
    }
    document.addEventListener('click', hold, true)
    return () => document.removeEventListener('click', hold, true)
  }, [isChanged])

  const stay = useCallback(() => setHeld(null), [])
  const leave = useCallback(() => {
    isLeaving.current = true
    setHeld(null)
    if (held) held.click()
    isLeaving.current = false
  }, [held])

  return { isAsked: held !== null, stay, leave }
}
