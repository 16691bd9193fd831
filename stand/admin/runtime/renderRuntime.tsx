import React, {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import {
  addressOfPage,
  matchPage,
  outer,
  queryOf,
  searchOf,
  type Match,
  type Page,
  type Place,
} from './locations'

export interface NavigateOptions {
  page?: string
  params?: Record<string, string | undefined>
  query?: string | Record<string, unknown>
  hash?: string
  to?: string
  replace?: boolean
}

export interface Culture {
  locale: string
  language: string
  country: string
  currency: string
}

interface Runtime {
  account: string
  workspace: string
  production: boolean
  culture: Culture
  page: string
  pages: Record<string, Page>
  route: {
    id: string
    path: string
    params: Record<string, string>
    queryString: Record<string, string>
  }
  query: Record<string, string>
  navigate(options: NavigateOptions): void
  setQuery(query: Record<string, unknown>, options?: { merge?: boolean; replace?: boolean }): void
  goBack(): void
  history: {
    push(to: string): void
    replace(to: string): void
    goBack(): void
    readonly location: Place
  }
}

const RuntimeContext = createContext<Runtime | null>(null)

export interface RuntimeProviderProps {
  account: string
  workspace: string
  culture: Culture
  pages: readonly Page[]
  children: (match: Match | null, place: Place) => ReactNode
}

const here = (): Place => ({
  pathname: window.location.pathname,
  search: window.location.search,
  hash: window.location.hash,
})

/** The double of the Admin's runtime: addresses, pages and culture, over the browser's own history. */
export function RuntimeProvider({
  account,
  workspace,
  culture,
  pages,
  children,
}: RuntimeProviderProps) {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const moved = (): void => setPlace(here())
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [])

  // The same functions from one address to the next, as in the Admin: effects may depend on them.
  const actions = useMemo(() => actionsFor(pages, () => setPlace(here())), [pages])
  const runtime = useMemo((): { value: Runtime; match: Match | null } => {
    const match = matchPage(pages, place.pathname)
    const query = queryOf(place.search)
    const value: Runtime = {
      ...actions,
      account,
      workspace,
      production: true,
      culture,
      page: match?.page.id ?? '',
      pages: Object.fromEntries(pages.map((page) => [page.id, page])),
      route: {
        id: match?.page.id ?? '',
        path: place.pathname,
        params: match?.params ?? {},
        queryString: query,
      },
      query,
    }
    return { value, match }
  }, [actions, account, workspace, culture, pages, place])

  return (
    <RuntimeContext.Provider value={runtime.value}>
      {children(runtime.match, place)}
    </RuntimeContext.Provider>
  )
}

type Actions = Pick<Runtime, 'navigate' | 'setQuery' | 'goBack' | 'history'>

function actionsFor(pages: readonly Page[], moved: () => void): Actions {
  const go = (to: string, { replace = false, scroll = true } = {}): void => {
    const url = new URL(to, window.location.href)
    if (url.origin !== window.location.origin || !url.pathname.startsWith('/admin')) {
      window.location.assign(url.href)
      return
    }
    const address = `${outer(url.pathname)}${url.search}${url.hash}`
    if (replace) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
    moved()
    if (scroll && !replace && !url.hash) window.scrollTo(0, 0)
  }
  const goBack = (): void => window.history.back()
  return {
    goBack,
    navigate: (options) => go(addressOf(options, pages), { replace: options.replace }),
    setQuery: (change, { merge = true, replace = false } = {}) => {
      const now = merge ? queryOf(window.location.search) : {}
      const address = `${window.location.pathname}${searchOf({ ...now, ...change })}`
      go(address, { replace, scroll: false })
    },
    history: {
      goBack,
      push: (to) => go(to),
      replace: (to) => go(to, { replace: true }),
      get location() {
        return here()
      },
    },
  }
}

function addressOf(
  { to, page, params, query, hash }: NavigateOptions,
  pages: readonly Page[]
): string {
  const address = to ?? addressOfPage(pages, page ?? '', params)
  const search =
    typeof query === 'string'
      ? query === ''
        ? ''
        : `?${query.replace(/^\?/, '')}`
      : searchOf(query ?? {})
  return `${address}${search}${hash ? `#${hash.replace(/^#/, '')}` : ''}`
}

export function useRuntime(): Runtime {
  const runtime = useContext(RuntimeContext)
  if (!runtime) throw new Error('useRuntime is used outside of the Admin')
  return runtime
}

export interface LinkProps
  extends Omit<React.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>, NavigateOptions {}

/** A real link that opens in place on a plain click. */
export function Link({
  page,
  params,
  query,
  hash,
  to,
  replace,
  onClick,
  children,
  ...rest
}: LinkProps) {
  const { navigate, pages } = useRuntime()
  const options = { page, params, query, hash, to, replace }
  return (
    <a
      {...rest}
      href={outer(addressOf(options, Object.values(pages)))}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || event.button !== 0) return
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        navigate(options)
      }}
    >
      {children}
    </a>
  )
}

/** Sets the document's title, the one thing of the head that pages of the Admin write. */
export function Helmet({ title, children }: { title?: string; children?: ReactNode }) {
  const given = React.Children.toArray(children).find(
    (child): child is React.ReactElement => React.isValidElement(child) && child.type === 'title'
  )
  const words = title ?? given?.props.children
  useEffect(() => {
    if (words) document.title = Array.isArray(words) ? words.join('') : String(words)
  }, [words])
  return null
}

export const NoSSR = ({ children }: { children?: ReactNode }) => <>{children}</>
export const canUseDOM = true

export function withRuntimeContext<Props>(
  Component: React.ComponentType<Props & { runtime: Runtime }>
) {
  return (props: Props) => <Component {...props} runtime={useRuntime()} />
}
