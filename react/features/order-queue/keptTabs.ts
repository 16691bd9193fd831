import { QueueState, readQueueState } from '../../shared/navigation/urls'

export interface KeptTab {
  name: string
  state: QueueState
}

/** The browser's storage, or anything like it. */
export interface TabStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

const MOST = 20

/** Per account and person: two people who share a browser keep their own. */
export const storageKey = (account: string, person: string) =>
  `invoice-tracking/tabs/${account}/${person}`

/** What is stored may be old or broken: what cannot be read is no tab. */
export function readTabs(text: string | null): KeptTab[] {
  if (!text) return []
  try {
    const stored: unknown = JSON.parse(text)
    if (!Array.isArray(stored)) return []
    return stored
      .filter((tab): tab is { name: string; query: Record<string, string> } =>
        Boolean(
          tab &&
          typeof tab.name === 'string' &&
          tab.name.trim() &&
          typeof tab.query === 'object' &&
          tab.query
        )
      )
      .slice(0, MOST)
      .map(({ name, query }) => ({ name, state: readQueueState(query) }))
  } catch (error) {
    return []
  }
}

export function writeTabs(tabs: KeptTab[]): string {
  return JSON.stringify(
    tabs.map(({ name, state: { queue, q, from, to } }) => ({ name, query: { queue, q, from, to } }))
  )
}

/** A name that is there already gets the new view; page and place are not kept. */
export function keep(tabs: KeptTab[], name: string, state: QueueState): KeptTab[] {
  const tab = { name: name.trim().slice(0, 40), state: { ...state, page: 1, perPage: 25 } }
  if (!tab.name) return tabs
  const at = tabs.findIndex((known) => known.name === tab.name)
  if (at < 0) return [...tabs, tab].slice(-MOST)
  return tabs.map((known, index) => (index === at ? tab : known))
}

export function rename(tabs: KeptTab[], index: number, name: string): KeptTab[] {
  const wanted = name.trim().slice(0, 40)
  const isTaken = tabs.some((tab, at) => at !== index && tab.name === wanted)
  if (!wanted || isTaken) return tabs
  return tabs.map((tab, at) => (at === index ? { ...tab, name: wanted } : tab))
}

export function move(tabs: KeptTab[], index: number, by: -1 | 1): KeptTab[] {
  const target = index + by
  if (target < 0 || target >= tabs.length) return tabs
  const next = [...tabs]
  next[index] = tabs[target]
  next[target] = tabs[index]
  return next
}

export const remove = (tabs: KeptTab[], index: number) => tabs.filter((_, at) => at !== index)

/** True where the view is that of the tab, whatever its page. */
export const isShown = (tab: KeptTab, state: QueueState) =>
  tab.state.queue === state.queue &&
  tab.state.q === state.q &&
  tab.state.from === state.from &&
  tab.state.to === state.to
