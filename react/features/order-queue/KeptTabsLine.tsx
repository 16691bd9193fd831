import React, { useRef, useState } from 'react'
import { LinkButton, PrimaryButton, SecondaryButton } from '../../shared/components/ActionButton'
import { Dialog } from '../../shared/components/Dialog'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { isShown, KeptTab, move, nameOf, remove, rename, renameRefusalOf } from './keptTabs'
import { TabNameForm } from './TabNameForm'

interface Props {
  tabs: KeptTab[]
  onChange: (tabs: KeptTab[]) => void
  /** False where the browser's storage is full or forbidden. */
  isStored: boolean
  view: QueueState
}

const NAME_BOX = 'kept-name'

/** One's own tabs: open, rename, move, remove. */
export function KeptTabsLine({ tabs, onChange, isStored, view }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  // By its name, which stands once: another window may move or remove tabs meanwhile.
  const [edited, setEdited] = useState<string | null>(null)
  const [isRemoving, setRemoving] = useState(false)
  const pencils = useRef<Record<string, HTMLButtonElement | null>>({})
  if (tabs.length === 0) return null

  const at = tabs.findIndex(({ name }) => name === edited)
  const close = () => {
    if (edited !== null) focusPencil(edited)
    setEdited(null)
  }
  // The line is drawn again first: a tab with another name has another pencil.
  const focusPencil = (name: string) =>
    setTimeout(() => {
      const pencil = pencils.current[name]
      if (pencil) pencil.focus()
    }, 0)
  const moved = (name: string, by: -1 | 1) => {
    onChange(move(tabs, name, by))
    // At the edge of the row the link that was pressed goes away.
    const box = document.getElementById(NAME_BOX)
    if (box) box.focus()
  }

  return (
    <div className="it-kept t-small">
      <span>{words('kept.title')}</span>
      {tabs.map((tab) => (
        <span key={tab.name} className="it-kept__item">
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
            ref={(button) => {
              pencils.current[tab.name] = button
            }}
            aria-label={words('kept.edit', { name: tab.name })}
            aria-expanded={edited === tab.name}
            onClick={() => {
              setRemoving(false)
              if (edited === tab.name) close()
              else setEdited(tab.name)
            }}
          >
            ✎
          </button>
        </span>
      ))}
      {!isStored && <span>{words('kept.notStored')}</span>}
      {edited !== null && at >= 0 && (
        <TabNameForm
          id={NAME_BOX}
          key={edited}
          first={edited}
          onCancel={close}
          problemOf={(name) => {
            const refusal = renameRefusalOf(tabs, edited, name)
            return refusal && words(`kept.${refusal}`)
          }}
          onSave={(name) => {
            onChange(rename(tabs, edited, name))
            focusPencil(nameOf(name))
            setEdited(null)
          }}
        >
          {at > 0 && (
            <LinkButton onClick={() => moved(edited, -1)}>{words('kept.left')}</LinkButton>
          )}
          {at < tabs.length - 1 && (
            <LinkButton onClick={() => moved(edited, 1)}>{words('kept.right')}</LinkButton>
          )}
          <LinkButton onClick={() => setRemoving(true)}>{words('kept.remove')}</LinkButton>
        </TabNameForm>
      )}
      {isRemoving && edited !== null && at >= 0 && (
        <Dialog
          id="kept-remove"
          title={words('kept.removeTitle', { name: edited })}
          onCancel={() => setRemoving(false)}
          actions={
            <>
              <SecondaryButton onClick={() => setRemoving(false)}>
                {words('cancel')}
              </SecondaryButton>
              <PrimaryButton
                onClick={() => {
                  const left = remove(tabs, edited)
                  onChange(left)
                  setRemoving(false)
                  setEdited(null)
                  if (left.length > 0) focusPencil(left[Math.min(at, left.length - 1)].name)
                  else focusSearch()
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
}

/** The last tab is gone and its line with it. */
function focusSearch() {
  setTimeout(() => {
    const box = document.getElementById('search')
    if (box) box.focus()
  }, 0)
}
