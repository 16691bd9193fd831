import type { Answer, Incoming } from '../http/exchange'
import type { CarrierName, KnownParcel } from './behaviour'

/** How one carrier's system answers, once the line and the credentials are good. */
export interface CarrierSystem {
  readonly name: CarrierName
  readonly host: string
  /** Null: that address is not planned for. */
  readonly answer: (request: Incoming, known: readonly KnownParcel[]) => Answer | null
  /** What it says with a 200 where something went wrong on its side. */
  readonly error: Answer
}

/** User and password of `Authorization: Basic`; null where there is none. */
export function basicOf({ headers }: Incoming): { user: string; password: string } | null {
  const encoded = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { user, password: rest.join(':') }
}

/** Whoever shows this as user, or as token, is refused by every double. */
export const WRONG = 'wrong'

export function textOf({ body }: Incoming): string {
  return body.toString('utf8')
}

export function bodyOf(request: Incoming): unknown {
  try {
    return JSON.parse(textOf(request))
  } catch {
    return null
  }
}
