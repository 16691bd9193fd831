import React from 'react'
import { PanelLink } from '../navigation/usePanelNavigation'
import { PanelAnchor } from './PanelAnchor'

export interface TabItem {
  id: string
  label: string
  /** How many are there, in words; null shows nothing. */
  count?: string | null
  /** Why no number is there. */
  hint?: string
  link: PanelLink
  isCurrent: boolean
}

/** Tabs are links: they change the address. */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav aria-label={label} className="it-tabs">
      <ul className="it-tabs__list">
        {items.map(({ id, label: text, count, hint, link, isCurrent }) => (
          <li key={id} title={hint}>
            <PanelAnchor link={link} isCurrent={isCurrent} className="it-tab">
              {text}
              {count ? <span className="it-tab__count it-tabular">{count}</span> : null}
            </PanelAnchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
