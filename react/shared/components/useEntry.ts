import { ChangeEvent, Ref, useCallback, useLayoutEffect, useRef } from 'react'
import { unstable_batchedUpdates as asOneDrawing } from 'react-dom'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * What is entered into a control, told once and at once. React 16 listens at the document, and before it tells of an entry
 * it runs the effects that still wait for the last drawing: where one of them draws anew, the control is set back to its old
 * value, and React sees that nothing was entered. A letter that meets the rows of an answer is lost so. Told at the control
 * itself, the new value is known before anything else is drawn.
 * @param given the caller's own ref to the control
 */
export function useEntry<C extends Control>(onEntry: (text: string) => void, given?: Ref<C>) {
  const control = useRef<C | null>(null)
  const told = useRef<Event | null>(null)
  const tell = useRef(onEntry)
  tell.current = onEntry

  useLayoutEffect(() => {
    const element = control.current
    if (!element) return undefined
    const listen = (event: Event) => {
      told.current = event
      asOneDrawing(() => tell.current(element.value))
    }
    element.addEventListener('input', listen)
    return () => element.removeEventListener('input', listen)
  }, [])

  const ref = useCallback(
    (element: C | null) => {
      control.current = element
      if (typeof given === 'function') given(element)
      else if (given) Object.assign(given, { current: element })
    },
    [given]
  )
  /** Some entries come as a change alone; most come here once more. */
  const onChange = useCallback(({ nativeEvent, target }: ChangeEvent<C>) => {
    const before = told.current
    told.current = null
    // A choice is told by two events, one after the other.
    const isTold = before !== null && (before === nativeEvent || target.tagName === 'SELECT')
    if (!isTold) tell.current(target.value)
  }, [])
  return { ref, onChange }
}
