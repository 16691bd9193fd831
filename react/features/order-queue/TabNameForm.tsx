import React, { ReactNode, useEffect, useRef, useState } from 'react'
import { LinkButton, SecondaryButton } from '../../shared/components/ActionButton'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'

interface Props {
  first: string
  onSave: (name: string) => void
  onCancel: () => void
  /** What else can be done to the tab. */
  children?: ReactNode
}

/** Asks the name of a tab in place; takes the focus, Esc gives up. */
export function TabNameForm({ first, onSave, onCancel, children }: Props) {
  const words = useWords()
  const [name, setName] = useState(first)
  const box = useRef<HTMLInputElement>(null)
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
        onEnter={() => onSave(name)}
      />
      <SecondaryButton size="small" onClick={() => onSave(name)}>
        {words('kept.save')}
      </SecondaryButton>
      {children}
      <LinkButton onClick={onCancel}>{words('kept.cancel')}</LinkButton>
    </div>
  )
}
