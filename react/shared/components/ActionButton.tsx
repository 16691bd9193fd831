import React, { ReactNode, Ref } from 'react'
import { Button } from 'vtex.styleguide'

interface Props {
  children: ReactNode
  onClick?: () => void
  size?: 'small' | 'regular' | 'large'
  type?: 'button' | 'submit'
  id?: string
  block?: boolean
  isLoading?: boolean
  testId?: string
  buttonRef?: Ref<HTMLButtonElement>
}

/** The styleguide's Button without its capitals (style: panel §2). */
function styled(variation: 'primary' | 'secondary' | 'tertiary') {
  return function ActionButton({ children, onClick, buttonRef, ...props }: Props) {
    return (
      <Button
        {...props}
        variation={variation}
        ref={buttonRef}
        onClick={onClick && (() => onClick())}
      >
        <span className="ttn">{children}</span>
      </Button>
    )
  }
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
  buttonRef?: Ref<HTMLButtonElement>
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
