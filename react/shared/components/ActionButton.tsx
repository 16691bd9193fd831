import React, { MouseEvent, MutableRefObject, ReactNode, useEffect, useRef } from 'react'
import { Button, Spinner } from 'vtex.styleguide'

interface Props {
  children: ReactNode
  onClick?: () => void
  size?: 'small' | 'regular' | 'large'
  type?: 'button' | 'submit'
  id?: string
  block?: boolean
  /** What it started is on its way: it keeps its words and the focus, and does nothing. */
  isLoading?: boolean
  /** Its words say what is missing: it is told as disabled, and a press leads to what is missing. */
  isIdle?: boolean
  /**
   * Leaves the focus in the field of its form when the mouse presses it: a field that is left would say what it says
   * below itself, and the button would be gone from under the mouse before the press is one.
   */
  keepsFocus?: boolean
  testId?: string
  buttonRef?: MutableRefObject<HTMLButtonElement | null>
}

/**
 * The styleguide's Button without its capitals (style: panel §2), and without its loading state: that one is disabled,
 * so that the focus of a keyboard falls out of the form.
 */
function styled(variation: 'primary' | 'secondary' | 'tertiary') {
  return function ActionButton(props: Props) {
    const { children, onClick, buttonRef, isLoading, isIdle, keepsFocus, ...others } = props
    const button = useRef<HTMLButtonElement | null>(null)
    useEffect(() => {
      if (!button.current) return
      if (isLoading || isIdle) button.current.setAttribute('aria-disabled', 'true')
      else button.current.removeAttribute('aria-disabled')
    }, [isLoading, isIdle])
    return (
      <Button
        {...others}
        onMouseDown={keepsFocus ? keepFocusInForm : undefined}
        variation={isLoading || isIdle ? 'secondary' : variation}
        ref={(element: HTMLButtonElement | null) => {
          button.current = element
          if (buttonRef) buttonRef.current = element
        }}
        onClick={isLoading ? undefined : onClick && (() => onClick())}
      >
        <span className={isLoading ? 'ttn it-busy' : 'ttn'}>
          {isLoading && <Spinner size={16} />}
          {children}
        </span>
      </Button>
    )
  }
}

function keepFocusInForm(event: MouseEvent<HTMLElement>) {
  const form = event.currentTarget.closest('form')
  if (form && form.contains(document.activeElement)) event.preventDefault()
}

/** One a screen; its words name verb, object and amount. */
export const PrimaryButton = styled('primary')
export const SecondaryButton = styled('secondary')
export const TertiaryButton = styled('tertiary')

interface LinkButtonProps {
  children: ReactNode
  onClick: () => void
  /** Says more than the words where several alike stand on a screen; must contain them. */
  label?: string
  id?: string
  buttonRef?: MutableRefObject<HTMLButtonElement | null>
}

/** A quiet action inside a sentence. */
export function LinkButton({ children, onClick, label, id, buttonRef }: LinkButtonProps) {
  return (
    <button
      type="button"
      id={id}
      ref={buttonRef}
      className="it-link"
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
