/** The part of the platform's runtime that the panel uses (platform §8). */
declare module 'vtex.render-runtime' {
  export interface NavigateOptions {
    page?: string
    params?: Record<string, string>
    query?: string
    hash?: string
    to?: string
    replace?: boolean
  }

  export interface Runtime {
    account: string
    workspace: string
    culture: { locale: string; currency: string; country?: string }
    query: Record<string, string | undefined>
    route: { id: string; path: string; params: Record<string, string | undefined> }
    production: boolean
    navigate(options: NavigateOptions): void
    setQuery(
      query: Record<string, string | undefined>,
      options?: { merge?: boolean; replace?: boolean }
    ): void
  }

  export function useRuntime(): Runtime
}
