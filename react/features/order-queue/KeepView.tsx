import React, { useRef, useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { firstQueueState, QueueState } from '../../shared/navigation/urls'
import { useWords } from '../../shared/words/useWords'
import { isShown, keep, KeptTab, MOST_TABS, nameOf, refusalOf, replaceView } from './keptTabs'
import { TabNameForm } from './TabNameForm'

interface Props {
  tabs: KeptTab[]
  onChange: (tabs: KeptTab[]) => void
  /** As it would be kept: dates that end today already relative. */
  view: QueueState
}

/** "+ Keep this view", once there is something to keep: it becomes a tab of one's own. */
export function KeepView({ tabs, onChange, view }: Props) {
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const isPlain = isShown({ state: { ...firstQueueState, queue: view.queue } }, view)
  if (isPlain || tabs.some((tab) => isShown(tab, view))) return null
  if (!isAsking) {
    return (
      <LinkButton buttonRef={opener} onClick={() => setAsking(true)}>
        {words('kept.keep')}
      </LinkButton>
    )
  }
  const change = (next: KeptTab[], typed: string) => {
    setAsking(false)
    onChange(next)
    setTimeout(() => focusTab(nameOf(typed)), 0)
  }
  return (
    <TabNameForm
      id="kept-new-name"
      first=""
      onCancel={() => {
        setAsking(false)
        // The link is drawn again first.
        setTimeout(() => opener.current && opener.current.focus(), 0)
      }}
      problemOf={(name) => {
        const refusal = refusalOf(tabs, name)
        if (refusal !== 'taken') return refusal && words(`kept.${refusal}`, { most: MOST_TABS })
        return (
          <>
            {words('kept.takenByOther', { name: nameOf(name) })}{' '}
            <LinkButton onClick={() => change(replaceView(tabs, name, view), name)}>
              {words('kept.replace')}
            </LinkButton>
          </>
        )
      }}
      onSave={(name) => change(keep(tabs, name, view), name)}
    />
  )
}

function focusTab(name: string) {
  const links = Array.from(document.querySelectorAll<HTMLElement>('.it-kept__tab'))
  const link = links.find((candidate) => candidate.textContent === name)
  if (link) link.focus()
}
