import { RefObject, useLayoutEffect } from 'react'

/** Esc and a press elsewhere close what is open; Esc gives the focus back to what opened it. */
export function useClosing(
  isOpen: boolean,
  close: () => void,
  box: RefObject<HTMLElement>,
  opener: RefObject<HTMLElement>
) {
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const onPress = (event: MouseEvent) => {
      if (box.current && !box.current.contains(event.target as Node)) close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      close()
      if (opener.current) opener.current.focus()
    }
    document.addEventListener('mousedown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('mousedown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [isOpen, close, box, opener])
}
