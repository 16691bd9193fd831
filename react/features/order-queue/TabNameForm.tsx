import React, { ReactNode, useEffect, useRef, useState } from 'react'
import { LinkButton, SecondaryButton } from '../../shared/components/ActionButton'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'

interface Props {
  first: string
  onSave: (name: string) => void
  onCancel: () => void
  /** A name that another tab has is refused, in words. */
  isTaken?: (name: string) => boolean
  /** What else can be done to the tab. */
  children?: ReactNode
}

/** Asks the name of a tab in place; takes the focus, Esc gives up. */
export function TabNameForm({ first, onSave, onCancel, isTaken, children }: Props) {
  const words = useWords()
  const [name, setName] = useState(first)
  const [refused, setRefused] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const save = () => {
    const isRefused = Boolean(isTaken && isTaken(name))
    setRefused(isRefused ? name : null)
    if (!isRefused) onSave(name)
    else if (box.current) box.current.focus()
  }
  useEffect(() => {
    if (box.current) box.current.select()
  }, [])
  return (
    <div
      className="it-kept__form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <TextField
        id="kept-name"
        isInline
        label={words('kept.name')}
        hint={words('kept.where')}
        value={name}
        maxLength={40}
        inputRef={box}
        onChange={setName}
        onEnter={save}
        problem={refused === name ? words('kept.taken') : undefined}
      />
      <SecondaryButton size="small" onClick={save}>
        {words('kept.save')}
      </SecondaryButton>
      {children}
      <LinkButton onClick={onCancel}>{words('kept.cancel')}</LinkButton>
    </div>
  )
}
