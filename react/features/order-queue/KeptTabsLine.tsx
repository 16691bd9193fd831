import React, { useState } from 'react'
import { LinkButton, PrimaryButton, SecondaryButton } from '../../shared/components/ActionButton'
import { Dialog } from '../../shared/components/Dialog'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { TextField } from '../../shared/components/TextField'
import { QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { isShown, keep, KeptTab, move, remove, rename } from './keptTabs'

interface Props {
  tabs: KeptTab[]
  onChange: (tabs: KeptTab[]) => void
  /** As it would be kept: dates that end today already relative. */
  view: QueueState
}

type Editing = { kind: 'new' } | { kind: 'tab'; index: number } | null

/** One's own tabs: open, keep the present view under a name, rename, move, remove. */
export function KeptTabsLine({ tabs, onChange, view }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  const [editing, setEditing] = useState<Editing>(null)
  const [name, setName] = useState('')
  const [isRemoving, setRemoving] = useState(false)
  const isKept = tabs.some((tab) => isShown(tab, view))
  const isPlain = !view.q && !view.from && !view.to

  const edit = (next: Editing, first: string) => {
    setEditing(next)
    setName(first)
  }
  const save = () => {
    if (!editing) return
    onChange(editing.kind === 'new' ? keep(tabs, name, view) : rename(tabs, editing.index, name))
    setEditing(null)
  }
  if (tabs.length === 0 && isPlain && !editing) return null
  const index = editing && editing.kind === 'tab' ? editing.index : -1

  return (
    <div className="it-kept t-small">
      {tabs.length > 0 && <span>{words('kept.title')}</span>}
      {tabs.map((tab, position) => (
        <span key={tab.name} className="nowrap">
          <PanelAnchor
            link={toQueue(tab.state)}
            isCurrent={isShown(tab, view)}
            className="it-link it-kept__tab"
          >
            {tab.name}
          </PanelAnchor>
          <button
            type="button"
            className="it-icon-button"
            aria-label={words('kept.edit', { name: tab.name })}
            onClick={() => edit({ kind: 'tab', index: position }, tab.name)}
          >
            ✎
          </button>
        </span>
      ))}
      {!editing && !isKept && !isPlain && (
        <LinkButton onClick={() => edit({ kind: 'new' }, '')}>{words('kept.keep')}</LinkButton>
      )}
      {editing && (
        <div
          className="it-kept__form"
          onKeyDown={(event) => {
            if (event.key === 'Escape') setEditing(null)
          }}
        >
          <TextField
            id="kept-name"
            label={words('kept.name')}
            hint={words('kept.where')}
            value={name}
            maxLength={40}
            inputRef={focusOnce}
            onChange={setName}
            onEnter={save}
          />
          <SecondaryButton onClick={save}>{words('kept.save')}</SecondaryButton>
          {index > 0 && <LinkButton onClick={() => moved(-1)}>{words('kept.left')}</LinkButton>}
          {index >= 0 && index < tabs.length - 1 && (
            <LinkButton onClick={() => moved(1)}>{words('kept.right')}</LinkButton>
          )}
          {index >= 0 && (
            <LinkButton onClick={() => setRemoving(true)}>{words('kept.remove')}</LinkButton>
          )}
          <LinkButton onClick={() => setEditing(null)}>{words('kept.cancel')}</LinkButton>
        </div>
      )}
      {isRemoving && index >= 0 && (
        <Dialog
          id="kept-remove"
          title={words('kept.removeTitle', { name: tabs[index].name })}
          onCancel={() => setRemoving(false)}
          actions={
            <>
              <SecondaryButton onClick={() => setRemoving(false)}>
                {words('kept.cancel')}
              </SecondaryButton>
              <PrimaryButton
                onClick={() => {
                  onChange(remove(tabs, index))
                  setRemoving(false)
                  setEditing(null)
                }}
              >
                {words('kept.removeThis')}
              </PrimaryButton>
            </>
          }
        >
          {words('kept.removeAsk')}
        </Dialog>
      )}
    </div>
  )

  function moved(by: -1 | 1) {
    onChange(move(tabs, index, by))
    setEditing({ kind: 'tab', index: index + by })
  }
}

const focusOnce = (input: HTMLInputElement | null) => {
  if (input && document.activeElement !== input && !input.dataset.focused) {
    input.dataset.focused = 'yes'
    input.focus()
  }
}
