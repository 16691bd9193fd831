import React, { useRef, useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { QueueState } from '../../shared/navigation/urls'
import { useWords } from '../../shared/words/useWords'
import { isShown, keep, KeptTab } from './keptTabs'
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
  const isPlain = !view.q && !view.from && !view.to
  if (isPlain || tabs.some((tab) => isShown(tab, view))) return null
  if (!isAsking) {
    return (
      <LinkButton buttonRef={opener} onClick={() => setAsking(true)}>
        {words('kept.keep')}
      </LinkButton>
    )
  }
  return (
    <TabNameForm
      first=""
      onCancel={() => {
        setAsking(false)
        // The link is drawn again first.
        setTimeout(() => opener.current && opener.current.focus(), 0)
      }}
      onSave={(name) => {
        const next = keep(tabs, name, view)
        if (next === tabs) return
        setAsking(false)
        onChange(next)
        setTimeout(() => focusTab(name.trim()), 0)
      }}
    />
  )
}

function focusTab(name: string) {
  const links = Array.from(document.querySelectorAll<HTMLElement>('.it-kept__tab'))
  const link = links.find((candidate) => candidate.textContent === name)
  if (link) link.focus()
}
