import { RefObject, useLayoutEffect, useRef } from 'react'
import { unstable_batchedUpdates as asOneDrawing } from 'react-dom'

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
