import type { Page } from '../runtime/locations'

export interface NavigationItem {
  readonly label: string
  readonly path: string
}

export interface NavigationGroup {
  readonly section: string
  readonly label: string
  readonly items: readonly NavigationItem[]
}

/** What the stand tells the shell with the page. */
export interface ShellConfig {
  readonly account: string
  readonly workspace: string
  /** Token of the person signed in; empty for nobody. */
  readonly user: string
  readonly users: readonly string[]
  /** `en`, `pt` or `es`. */
  readonly language: string
  readonly pages: readonly Page[]
  /** Labels are ids of messages. */
  readonly navigation: readonly NavigationGroup[]
  readonly messages: Record<string, string>
}

declare global {
  interface Window {
    __standConfig: ShellConfig
    __standPages: Record<string, React.ComponentType<{ params: Record<string, string> }>>
  }
}
