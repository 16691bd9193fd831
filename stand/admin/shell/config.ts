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

/** One root file of react/, built: where its script and its style are. */
export interface Bundle {
  readonly script: string
  readonly style: string | null
}

export type PageComponent = React.ComponentType<{ params: Record<string, string> }>

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
  /** By component; null where it is not built. */
  readonly bundles: Readonly<Record<string, Bundle | null>>
  /** Labels are ids of messages. */
  readonly navigation: readonly NavigationGroup[]
  readonly messages: Record<string, string>
}

declare global {
  interface Window {
    __standConfig: ShellConfig
    /** `import()`, which this script's own builder would take for its own. */
    __standImport(address: string): Promise<{ readonly default: PageComponent }>
  }
}
