import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'

import { focusFirstProblem } from '../../shared/problems/focusFirstProblem'

interface Options {
  form: RefObject<HTMLFormElement>
  hasDocument: boolean
  /** What the form holds now was checked, or could not be. */
  isSettled: boolean
  hasError: boolean
  askNow: () => unknown
}

function focusTracking(form: HTMLElement | null) {
  const field = document.getElementById('invoice-trackingNumber')

  if (field) field.focus()
  else focusFirstProblem(form)
}

/**
 * After a file was read the eye goes on at the first error, else at the tracking number; never away from
 * where the person has gone meanwhile.
 */
export function useFocusAfterRead({ form, hasDocument, isSettled, hasError, askNow }: Options) {
  const from = useRef<Element | null | undefined>(undefined)

  useEffect(() => {
    if (from.current === undefined || !hasDocument) return
    if (!isSettled) {
      askNow()

      return
    }
    const left = from.current
    const { activeElement, body } = document

    from.current = undefined
    if (activeElement !== left && activeElement !== body) return
    if (hasError) focusFirstProblem(form.current)
    else focusTracking(form.current)
  }, [form, hasDocument, isSettled, hasError, askNow])

  const lookAfterRead = useCallback(() => {
    from.current = document.activeElement
  }, [])

  return { lookAfterRead }
}
