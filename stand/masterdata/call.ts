import { header, type Incoming } from '../http/exchange'
import type { TokenOwner } from '../identity/owners'
import type { Address } from './addresses'
import { slowMsOf } from './answers'
import type { MasterDataBehaviour, MasterDataFault, MasterDataSwitches } from './behaviour'
import type { Entity, Writing } from './entity'
import { isObject } from './jsonSchema'
import type { State } from './state'

/** One call on its way through Master Data. */
export interface Call {
  readonly request: Incoming
  readonly address: Address
  readonly entity: Entity
  readonly caller: TokenOwner
  readonly account: string
  readonly state: State
  readonly switches: MasterDataSwitches
  readonly behaviour: MasterDataBehaviour
  /** The fault that changes what is answered or indexed, not whether. */
  readonly fault: MasterDataFault | null
  readonly now: number
}

/** The body as a JSON object; null where it is none. */
export function bodyOf({ request }: Call): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(request.body.toString('utf8'))
    return isObject(body) ? body : null
  } catch {
    return null
  }
}

export const headerOf = ({ request }: Call, name: string): string | undefined =>
  header(request.headers, name)

export function writingOf({ now, caller, behaviour, fault }: Call): Writing {
  const writing = { at: now, by: caller.id, behaviour }
  if (fault?.kind === 'lost') return { ...writing, indexing: null }
  if (fault?.kind === 'staleOrder') return { ...writing, indexing: { lateMs: slowMsOf(fault) } }
  return writing
}

/** An id of Master Data's own making. */
export function madeId({ switches }: Call): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(switches.throw() * 16).toString(16))
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
