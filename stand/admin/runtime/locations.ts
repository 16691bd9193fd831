/** One page of admin/routes.json. */
export interface Page {
  readonly id: string
  readonly component: string
  /** `/admin/app/{app}/…` with `:name` for parameters. */
  readonly path: string
}

export interface Place {
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

export interface Match {
  readonly page: Page
  readonly params: Record<string, string>
}

// routes.json says /admin/app/x, the address bar of the Admin /admin/x (platform §8).
const inner = (pathname: string): string => pathname.replace(/^\/admin\/(app\/)?/, '/admin/app/')
export const outer = (pathname: string): string => pathname.replace(/^\/admin\/app\//, '/admin/')

export function matchPage(pages: readonly Page[], pathname: string): Match | null {
  const steps = inner(pathname).replace(/\/+$/, '').split('/')
  for (const page of pages) {
    const wanted = page.path.replace(/\/+$/, '').split('/')
    if (wanted.length !== steps.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((part, at) => {
      if (!part.startsWith(':')) return part === steps[at]
      params[part.slice(1)] = decodeURIComponent(steps[at] ?? '')
      return steps[at] !== ''
    })
    if (fits) return { page, params }
  }
  return null
}

/** The address of a page. @errors where no page has that id or a parameter is missing. */
export function addressOfPage(
  pages: readonly Page[],
  id: string,
  params: Record<string, string | undefined> = {}
): string {
  const page = pages.find((one) => one.id === id)
  if (!page) throw new Error(`admin/routes.json has no page ${id}`)
  return outer(
    page.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = params[name]
      if (value === undefined) throw new Error(`page ${id} needs the parameter ${name}`)
      return encodeURIComponent(value)
    })
  )
}

export function queryOf(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** `?a=b`, or empty; names without a value are left out. */
export function searchOf(query: Record<string, unknown>): string {
  const kept = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== ''
  )
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
