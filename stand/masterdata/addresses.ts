import type { Incoming } from '../http/exchange'
import type { Operation } from './behaviour'

/** One call of Master Data: what it asks for, and of which data entity. */
export interface Address {
  readonly operation: Operation
  readonly entity: string
  /** Of the document, the schema or the job; null where the path names none. */
  readonly name: string | null
}

const PATH = /^\/api\/dataentities\/([^/]+)\/([a-z]+)(\/.*)?$/

const ROUTES: readonly (readonly [string, RegExp, Operation])[] = [
  ['GET documents', /^\/([^/]+)$/, 'readDocument'],
  ['POST documents', /^$/, 'writeDocument'],
  ['PUT documents', /^(?:\/([^/]+))?$/, 'writeDocument'],
  ['PATCH documents', /^(?:\/([^/]+))?$/, 'writeDocument'],
  ['DELETE documents', /^\/([^/]+)$/, 'deleteDocument'],
  ['GET search', /^$/, 'search'],
  ['GET scroll', /^$/, 'scroll'],
  ['GET schemas', /^(?:\/([^/]+)(?:\/public)?)?$/, 'readSchema'],
  ['PUT schemas', /^\/([^/]+)$/, 'writeSchema'],
  ['DELETE schemas', /^\/([^/]+)$/, 'writeSchema'],
  ['GET aggregations', /^$/, 'aggregate'],
  ['POST delete', /^$/, 'deleteInBulk'],
  ['GET delete', /^\/jobs\/([^/]+)$/, 'deleteInBulk'],
]

/** Null: an address that Master Data does not have, or one that is not played here. */
export function addressOf({ method, path }: Incoming): Address | null {
  const [, entity, area, rest = ''] = PATH.exec(path) ?? []
  if (entity === undefined) return null
  for (const [route, pattern, operation] of ROUTES) {
    const found = route === `${method} ${area}` ? pattern.exec(rest) : null
    if (found) return { operation, entity: decoded(entity), name: decoded(found[1]) ?? null }
  }
  return null
}

function decoded<Part extends string | undefined>(part: Part): Part {
  try {
    return (part === undefined ? part : decodeURIComponent(part)) as Part
  } catch {
    return part
  }
}
