import React, { useRef, useState } from 'react'
import { LinkButton, PrimaryButton, SecondaryButton } from '../../shared/components/ActionButton'
import { Dialog } from '../../shared/components/Dialog'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { QueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { useWords } from '../../shared/words/useWords'
import { isShown, KeptTab, move, remove, rename } from './keptTabs'
import { TabNameForm } from './TabNameForm'

interface Props {
  tabs: KeptTab[]
  onChange: (tabs: KeptTab[]) => void
  view: QueueState
}

/** One's own tabs: open, rename, move, remove. */
export function KeptTabsLine({ tabs, onChange, view }: Props) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  const [edited, setEdited] = useState<number | null>(null)
  const [isRemoving, setRemoving] = useState(false)
  const pencils = useRef<Array<HTMLButtonElement | null>>([])
  if (tabs.length === 0) return null

  const close = () => {
    if (edited !== null) focusPencil(edited)
    setEdited(null)
  }
  // The line is drawn again first: a tab with another name has another pencil.
  const focusPencil = (at: number) =>
    setTimeout(() => {
      const pencil = pencils.current[at]
      if (pencil) pencil.focus()
    }, 0)
  const isTaken = (name: string) =>
    tabs.some((tab, at) => at !== edited && tab.name === name.trim().slice(0, 40))
  const moved = (by: -1 | 1) => {
    if (edited === null) return
    onChange(move(tabs, edited, by))
    setEdited(edited + by)
    // At the edge of the row the link that was pressed goes away.
    const name = document.getElementById('kept-name')
    if (name) name.focus()
  }

  return (
    <div className="it-kept t-small">
      <span>{words('kept.title')}</span>
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
            ref={(button) => {
              pencils.current[position] = button
            }}
            aria-label={words('kept.edit', { name: tab.name })}
            aria-expanded={edited === position}
            onClick={() => (edited === position ? close() : setEdited(position))}
          >
            ✎
          </button>
        </span>
      ))}
      {edited !== null && tabs[edited] && (
        <TabNameForm
          key={tabs[edited].name}
          first={tabs[edited].name}
          onCancel={close}
          isTaken={isTaken}
          onSave={(name) => {
            onChange(rename(tabs, edited, name))
            close()
          }}
        >
          {edited > 0 && <LinkButton onClick={() => moved(-1)}>{words('kept.left')}</LinkButton>}
          {edited < tabs.length - 1 && (
            <LinkButton onClick={() => moved(1)}>{words('kept.right')}</LinkButton>
          )}
          <LinkButton onClick={() => setRemoving(true)}>{words('kept.remove')}</LinkButton>
        </TabNameForm>
      )}
      {isRemoving && edited !== null && tabs[edited] && (
        <Dialog
          id="kept-remove"
          title={words('kept.removeTitle', { name: tabs[edited].name })}
          onCancel={() => setRemoving(false)}
          actions={
            <>
              <SecondaryButton onClick={() => setRemoving(false)}>
                {words('kept.cancel')}
              </SecondaryButton>
              <PrimaryButton
                onClick={() => {
                  onChange(remove(tabs, edited))
                  setRemoving(false)
                  setEdited(null)
                  if (tabs.length > 1) focusPencil(Math.min(edited, tabs.length - 2))
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
