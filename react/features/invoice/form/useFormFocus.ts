import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

import { hasLeafed } from '../../../shared/navigation/leafing'

/** What opened the form stands here when it opens: the page's title, or the card's. */
function isAtTitle(): boolean {
  const { activeElement } = document

  return Boolean(
    activeElement && (activeElement.tagName === 'H1' || activeElement.id === 'open-title')
  )
}

function focusField(id: string) {
  const field = document.getElementById(id)

  // The page keeps its head in view.
  if (field) field.focus({ preventScroll: true })
}

/** Who has opened a form wants to type its number; never away from where somebody has gone by themselves. */
export function useFocusAtOpen(isNumberOpen: boolean) {
  useEffect(() => {
    if (!isNumberOpen || hasLeafed()) return undefined
    // After whatever else looks for the focus when a card appears.
    const timer = setTimeout(() => {
      if (isAtTitle()) focusField('invoice-invoiceNumber')
    }, 0)

    return () => clearTimeout(timer)
    // When it opens, and not when it is unlocked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}

/**
 * After a file was read the hand goes on at the tracking number, at once: a scanner does not wait for a check. Never away
 * from where the person has gone while it was read.
 */
export function useFocusAfterRead(hasDocument: boolean) {
  const from = useRef<Element | null | undefined>(undefined)

  useEffect(() => {
    if (from.current === undefined || !hasDocument) return
    const left = from.current
    const { activeElement, body } = document

    from.current = undefined
    if (activeElement !== left && activeElement !== body) return
    focusField(
      document.getElementById('invoice-trackingNumber') ? 'invoice-trackingNumber' : 'invoice-send'
    )
  })

  return useCallback(() => {
    from.current = document.activeElement
  }, [])
}

/** Names the element around what stands against a field, so that the field is found again once it has gone. */
export const PROBLEMS_OF = 'data-problems-of'

/**
 * A correction takes its problem away, and with it the link or the box that has the focus: the focus goes back to the
 * field it was about.
 */
export function useFocusKept(form: RefObject<HTMLElement>) {
  const last = useRef<{ element: Element; field: string } | null>(null)

  useEffect(() => {
    const element = form.current

    if (!element) return undefined
    const remember = ({ target }: FocusEvent) => {
      const holder = target instanceof Element ? target.closest(`[${PROBLEMS_OF}]`) : null

      last.current =
        holder && target instanceof Element
          ? { element: target, field: holder.getAttribute(PROBLEMS_OF) || '' }
          : null
    }

    element.addEventListener('focusin', remember)

    return () => element.removeEventListener('focusin', remember)
  }, [form])

  useLayoutEffect(() => {
    if (!last.current || last.current.element.isConnected) return
    const { field } = last.current

    last.current = null
    if (document.activeElement !== document.body) return
    focusField(document.getElementById(field) ? field : 'invoice-send')
  })
}
