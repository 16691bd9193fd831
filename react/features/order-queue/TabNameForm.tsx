import React, { ReactNode, useEffect, useRef, useState } from 'react'
import { LinkButton, SecondaryButton } from '../../shared/components/ActionButton'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { LONGEST_NAME } from './keptTabs'

interface Props {
  /** Two such forms may be open: one renames, one keeps. */
  id: string
  first: string
  onSave: (name: string) => void
  onCancel: () => void
  /** Why a name cannot be, in words, with what else can be done; null where it can. */
  problemOf: (name: string) => ReactNode
  /** What else can be done to the tab. */
  children?: ReactNode
}

/** Asks the name of a tab in place; takes the focus, Esc gives up. */
export function TabNameForm({ id, first, onSave, onCancel, problemOf, children }: Props) {
  const words = useWords()
  const [name, setName] = useState(first)
  const [refused, setRefused] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const problem = problemOf(name)
  const save = () => {
    setRefused(problem ? name : null)
    if (!problem) onSave(name)
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
        id={id}
        isInline
        label={words('kept.name')}
        hint={words('kept.where')}
        value={name}
        maxLength={LONGEST_NAME}
        inputRef={box}
        onChange={setName}
        onEnter={save}
        problem={refused === name ? problem : undefined}
      />
      <SecondaryButton size="small" onClick={save}>
        {words('kept.save')}
      </SecondaryButton>
      {children}
      <LinkButton onClick={onCancel}>{words('cancel')}</LinkButton>
    </div>
  )
}
