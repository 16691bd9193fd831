import { stringify } from 'node:querystring'

/** A route of service.json that stands at the account's own address, `{account}.myvtex.com`. */
export interface PublicRoute {
  readonly id: string
  /** `/a/:b`, as service.json has it. */
  readonly path: string
}

export interface FoundRoute {
  readonly id: string
  /** Of its path, as the platform hands them on in `x-colossus-params`. */
  readonly params: string
}

/** The route that a path means; null where none does, or where a part of it cannot be decoded. */
export function findPublicRoute(routes: readonly PublicRoute[], path: string): FoundRoute | null {
  for (const { id, path: pattern } of routes) {
    const params = paramsOf(pattern.split('/'), path.replace(/\/$/, '').split('/'))
    if (params) return { id, params: stringify(params) }
  }
  return null
}

function paramsOf(
  pattern: readonly string[],
  parts: readonly string[]
): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [at, wanted] of pattern.entries()) {
    const part = parts[at]!
    if (!wanted.startsWith(':')) {
      if (wanted !== part) return null
      continue
    }
    try {
      params[wanted.slice(1)] = decodeURIComponent(part)
    } catch {
      return null
    }
    if (part === '') return null
  }
  return params
}
