import { ChangeEvent, Ref, RefObject, useCallback, useLayoutEffect, useRef } from 'react'
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

/**
 * What is ticked, chosen or switched within an element, told at once, for the reason of `useEntry`: told by React 16 only
 * after the effects of an answer, a tick that meets it is taken back. The styleguide's controls take no ref, so what holds
 * them listens; it hears of a click before the document does. Their own `onChange` has nothing left to do.
 * @param onTick gets the control as it is now
 */
export function useTick<E extends HTMLElement>(
  onTick: (control: HTMLInputElement) => void
): RefObject<E> {
  const holder = useRef<E>(null)
  const tell = useRef(onTick)

  tell.current = onTick
  useLayoutEffect(() => {
    const element = holder.current

    if (!element) return undefined
    const listen = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
        asOneDrawing(() => tell.current(target))
    }

    element.addEventListener('click', listen)

    return () => element.removeEventListener('click', listen)
  }, [])

  return holder
}

/** For the `onChange` that React asks of a control whose clicks `useTick` tells. */
export const toldByTick = () => undefined
