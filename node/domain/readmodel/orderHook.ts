import type { KeptSecret } from '../carriers/secret'
import { epochOf, instantAt, type Instant } from '../values/instant'

/** What VTEX last said of it. UNCONFIRMED: it was asked and gave no clear answer. */
export type HookVerdict = 'UNCONFIRMED' | 'STANDS' | 'GONE' | 'TAKEN' | 'REFUSED'

/** An app key as a store gives it. */
export interface AppKey {
  readonly appKey: string
  readonly appToken: string
}

/** The hook by which VTEX tells of changed orders (masterdata §3.2). */
export interface OrderHook {
  /** Kept while it stands: to look whether it does, to set it up anew, to take it down. Null: there is none. */
  readonly key: AppKey | null
  /** What VTEX proves itself by; the newest first, the one before it for what is on its way. */
  readonly secrets: readonly KeptSecret[]
  readonly verdict: HookVerdict
  /** It is being taken down. */
  readonly isLeaving: boolean
  readonly since: Instant | null
  readonly heardAt: Instant | null
  readonly checkedAt: Instant | null
  /** Address of the system whose hook stands there. */
  readonly takenBy: string | null
}

export const NO_HOOK: OrderHook = {
  key: null,
  secrets: [],
  verdict: 'UNCONFIRMED',
  isLeaving: false,
  since: null,
  heardAt: null,
  checkedAt: null,
  takenBy: null,
}

export type HookState = 'OFF' | 'ON' | 'UNCONFIRMED' | 'GONE' | 'TAKEN' | 'REFUSED' | 'LEAVING'

/** "removed after 3 days without a notification" (masterdata §3.2): found within the hour. */
const CHECKED_EVERY_MS = 60 * 60_000
/** What is written down of notifications: not each of them. */
export const HEARD_EVERY_MS = 5 * 60_000
const SECRETS = 2

/** Orders with an invoice, whatever changes of them; status is told by VTEX's own events, and skews expressions. */
export const EXPRESSION = '$count(packageAttachment.packages[type = "Output"]) > 0'

export function stateOf({ key, verdict, isLeaving }: OrderHook): HookState {
  if (key === null) return 'OFF'
  if (isLeaving) return 'LEAVING'
  return verdict === 'STANDS' ? 'ON' : verdict
}

/** Before VTEX is asked for it: its ping comes while it is saved, and notifications right after. */
export function beingSetUp(
  before: OrderHook,
  key: AppKey,
  secret: KeptSecret,
  nowMs: number
): OrderHook {
  return {
    ...NO_HOOK,
    key,
    secrets: [secret, ...before.secrets].slice(0, SECRETS),
    since: instantAt(nowMs),
    heardAt: before.heardAt,
  }
}

export function judged(
  before: OrderHook,
  verdict: HookVerdict,
  nowMs: number,
  takenBy: string | null = null
): OrderHook {
  return before.key === null ? before : { ...before, verdict, takenBy, checkedAt: instantAt(nowMs) }
}

/** It is heard no more; key and token stay until VTEX has let it go. */
export function leaving(before: OrderHook): OrderHook {
  return before.key === null || before.isLeaving
    ? before
    : { ...before, isLeaving: true, secrets: [] }
}

/** VTEX told of an order: the very same object where that was written down minutes ago. */
export function heard(before: OrderHook, nowMs: number): OrderHook {
  const { key, heardAt, verdict, isLeaving } = before
  const isNews = heardAt === null || nowMs - epochOf(heardAt) >= HEARD_EVERY_MS
  return key !== null && !isLeaving && (isNews || verdict !== 'STANDS')
    ? { ...before, heardAt: instantAt(nowMs), verdict: 'STANDS', takenBy: null }
    : before
}

/** A hook that tells stands; one that is quiet is looked for. */
export function isCheckDue(
  { key, verdict, heardAt, checkedAt }: OrderHook,
  nowMs: number
): boolean {
  if (key === null) return false
  if (verdict === 'UNCONFIRMED' || verdict === 'GONE') return true
  const known = [heardAt, checkedAt].map((at) => (at === null ? -Infinity : epochOf(at)))
  return nowMs - Math.max(...known) >= CHECKED_EVERY_MS
}

/** As it is shown: an address of another system may hold its secret behind the question mark. */
export function shownAddress(url: string): string {
  return url
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//')
    .slice(0, 200)
}
