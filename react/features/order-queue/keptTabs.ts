import { queryText, queueQuery, QueueState, readQueueState } from '../../shared/navigation/urls'

export interface KeptTab {
  name: string
  state: QueueState
}

/** More than this is a list to search in, no row of tabs. */
export const MOST_TABS = 20
export const LONGEST_NAME = 40

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
      .slice(0, MOST_TABS)
      .map(({ name, query }) => ({ name, state: readQueueState(query) }))
  } catch (error) {
    return []
  }
}

export function writeTabs(tabs: KeptTab[]): string {
  return JSON.stringify(tabs.map(({ name, state }) => ({ name, query: queueQuery(viewOf(state)) })))
}

/** As it would stand on the tab. */
export const nameOf = (typed: string) => typed.trim().slice(0, LONGEST_NAME).trim()

export type NameRefusal = 'noName' | 'taken' | 'full'

/** Why no new tab of that name can be kept; null where it can. */
export function refusalOf(tabs: KeptTab[], typed: string): NameRefusal | null {
  const name = nameOf(typed)
  if (!name) return 'noName'
  if (tabs.some((tab) => tab.name === name)) return 'taken'
  return tabs.length >= MOST_TABS ? 'full' : null
}

/** The view as a new last tab, without page and place; what is kept already is never given up for it. */
export function keep(tabs: KeptTab[], typed: string, state: QueueState): KeptTab[] {
  if (refusalOf(tabs, typed)) return tabs
  return [...tabs, { name: nameOf(typed), state: viewOf(state) }]
}

/** The tab of that name shows another view from now on. */
export function replaceView(tabs: KeptTab[], typed: string, state: QueueState): KeptTab[] {
  const name = nameOf(typed)
  return tabs.map((tab) => (tab.name === name ? { name, state: viewOf(state) } : tab))
}

const viewOf = (state: QueueState): QueueState => ({ ...state, page: 1, perPage: 25 })

/** Why the tab of that name cannot have the other one. */
export function renameRefusalOf(tabs: KeptTab[], name: string, typed: string): NameRefusal | null {
  const wanted = nameOf(typed)
  if (!wanted) return 'noName'
  return wanted !== name && tabs.some((tab) => tab.name === wanted) ? 'taken' : null
}

export function rename(tabs: KeptTab[], name: string, typed: string): KeptTab[] {
  if (renameRefusalOf(tabs, name, typed)) return tabs
  return tabs.map((tab) => (tab.name === name ? { ...tab, name: nameOf(typed) } : tab))
}

export function move(tabs: KeptTab[], name: string, by: -1 | 1): KeptTab[] {
  const index = tabs.findIndex((tab) => tab.name === name)
  const target = index + by
  if (index < 0 || target < 0 || target >= tabs.length) return tabs
  const next = [...tabs]
  next[index] = tabs[target]
  next[target] = tabs[index]
  return next
}

export const remove = (tabs: KeptTab[], name: string) => tabs.filter((tab) => tab.name !== name)

/** True where the view is that of the tab, whatever its page. */
export const isShown = (tab: Pick<KeptTab, 'state'>, state: QueueState) =>
  queryText(queueQuery(viewOf(tab.state))) === queryText(queueQuery(viewOf(state)))
