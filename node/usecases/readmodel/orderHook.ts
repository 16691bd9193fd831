import { hashedSecret } from '../../domain/carriers/secret'
import { isFault, type Fault } from '../../domain/problem/fault'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import { faultProblem } from '../../domain/problem/faultProblem'
import {
  beingSetUp,
  isCheckDue,
  judged,
  leaving,
  NO_HOOK,
  shownAddress,
  type AppKey,
  type OrderHook,
} from '../../domain/readmodel/orderHook'
import type { ClaimsPort, Clock, Log } from '../ports'

/** The hook's key and how it stands, one for an account. */
export interface OrderHookPort {
  read(): Promise<OrderHook>
  /** Applies the change to the newest content, again where another writer came between. The change must be pure. */
  change(change: (newest: OrderHook) => OrderHook): Promise<OrderHook>
}

/** VTEX's configuration of hooks, by the key that is given. @errors Fault OMS */
export interface HookLine {
  /** Address of the hook that the key has; empty where it has one that cannot be read; null where it has none. */
  find(key: AppKey): Promise<string | null>
  /** Takes the place of whatever the key has. */
  create(key: AppKey, url: string, secret: string): Promise<void>
  /** Nothing happens where there is none. */
  remove(key: AppKey): Promise<void>
}

export interface OrderHookPorts {
  readonly hook: OrderHookPort
  readonly line: HookLine
  readonly clock: Clock
  readonly log: Log
  /** Our own door, as VTEX reaches it. */
  readonly url: string
  /** By chance. */
  readonly newSecret: () => string
}

export interface OrderHookResult {
  readonly hook: OrderHook
  readonly problems: readonly Problem[]
}

const LONGEST = 200
/** Of the right that VTEX asks of the key; it has no label of ours. */
const RIGHT_OF_READING = 'OMSViewer'

/**
 * Has VTEX tell of changed orders. The key's own hook is looked for first and never replaced where it is not ours; between
 * that look and the save nobody can be kept from saving another one.
 * @errors Fault VBASE
 */
export async function setUpHook(
  ports: OrderHookPorts,
  given: AppKey,
  isReadModelOn: boolean
): Promise<OrderHookResult> {
  const { hook, line, url } = ports
  const before = await hook.read()
  const key = { appKey: given.appKey.trim(), appToken: given.appToken.trim() }
  const wrong = wrongIn(key, before, isReadModelOn)
  if (wrong) return { hook: before, problems: [wrong] }
  try {
    const standing = await line.find(key)
    if (standing !== null && standing !== url) return { hook: before, problems: [taken(standing)] }
  } catch (error) {
    return { hook: before, problems: [told(error)] }
  }
  return save(ports, key, before)
}

async function save(
  ports: OrderHookPorts,
  key: AppKey,
  before: OrderHook
): Promise<OrderHookResult> {
  const { hook, line, clock, log, url, newSecret } = ports
  const secret = newSecret()
  const kept = hashedSecret(secret, newSecret())
  let isOurs = false
  const saving = await hook.change((newest) => {
    isOurs = isSameHook(newest, before)
    return isOurs ? beingSetUp(newest, key, kept, clock.now()) : newest
  })
  // Somebody else is setting it up, or taking it down.
  if (!isOurs) return done(saving)
  try {
    await line.create(key, url, secret)
    // A page to sign in is a 200 too: what stands says whether it was taken.
    if ((await line.find(key)) !== url) return done(saving)
    log.info({ flow: 'OrderHook', outcome: 'APPLIED', detail: 'set up' })
    const after = await hook.change((newest) =>
      isSameHook(newest, saving) ? judged(newest, 'STANDS', clock.now()) : newest
    )
    return isSameHook(after, saving) ? done(after) : letGoAgain(ports, saving, key)
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'OrderHook', detail: error.message })
    // It may be there: the next look tells, and sets it up where it is not.
    if (isUnclear(error)) return done(saving)
    const after = await hook.change((newest) => (isSameHook(newest, saving) ? before : newest))
    return { hook: after, problems: [told(error)] }
  }
}

/**
 * Somebody took it down while VTEX saved it, and may have looked for it too early: with its key forgotten, nobody would ever
 * take it down.
 */
async function letGoAgain(
  ports: OrderHookPorts,
  saved: OrderHook,
  key: AppKey
): Promise<OrderHookResult> {
  const left = await ports.hook.change((newest) => (newest.key === null ? leaving(saved) : newest))
  return left.isLeaving && left.key?.appKey === key.appKey ? letGo(ports, key) : done(left)
}

/** Takes the hook down and forgets its key, by and by where VTEX does not answer. @errors Fault VBASE */
export async function takeDownHook(ports: OrderHookPorts): Promise<OrderHookResult> {
  const left = await ports.hook.change(leaving)
  return left.key === null ? done(left) : letGo(ports, left.key)
}

async function letGo(
  { hook, line, url, log }: OrderHookPorts,
  key: AppKey
): Promise<OrderHookResult> {
  let problems: readonly Problem[] = []
  try {
    if ((await line.find(key)) === url) await line.remove(key)
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'OrderHook', detail: error.message })
    if (error.kind !== 'forbidden') return done(await hook.read())
    problems = [problem('ORDER_HOOK_LEFT', { facts: { appKey: key.appKey } })]
  }
  log.info({ flow: 'OrderHook', outcome: 'APPLIED', detail: 'taken down' })
  const after = await hook.change((newest) =>
    newest.isLeaving && newest.key?.appKey === key.appKey ? NO_HOOK : newest
  )
  return { hook: after, problems }
}

/**
 * Looks whether the hook stands and sets it up anew where VTEX has removed it; one that is to go is let go. One handler at a
 * time. What fails is tried again by the next.
 */
export async function keepHook(ports: OrderHookPorts & { readonly claims: ClaimsPort }) {
  const { hook, clock, claims, log } = ports
  try {
    const now = await hook.read()
    if (now.key === null || !(now.isLeaving || isCheckDue(now, clock.now()))) return
    await claims.hold('order hook', 0, () => look(ports))
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'OrderHook', detail: error.message })
  }
}

async function look(ports: OrderHookPorts): Promise<void> {
  const { hook, line, clock, url } = ports
  const before = await hook.read()
  const { key } = before
  if (key === null) return
  if (before.isLeaving) return void (await letGo(ports, key))
  if (!isCheckDue(before, clock.now())) return
  const judge = (...how: [verdict: 'STANDS' | 'GONE' | 'TAKEN' | 'REFUSED', by?: string]) =>
    hook.change((newest) =>
      newest.key?.appKey === key.appKey ? judged(newest, how[0], clock.now(), how[1]) : newest
    )
  try {
    const standing = await line.find(key)
    if (standing === url) await judge('STANDS')
    else if (standing !== null) await judge('TAKEN', shownAddress(standing))
    else {
      const gone = await judge('GONE')
      if (gone.key !== null && !gone.isLeaving) await save(ports, key, gone)
    }
  } catch (error) {
    if (!isFault(error) || error.kind !== 'forbidden') throw error
    await judge('REFUSED')
  }
}

function wrongIn(
  { appKey, appToken }: AppKey,
  { key, isLeaving }: OrderHook,
  isReadModelOn: boolean
): Problem | null {
  const invalid = (field: string[], reason: string): Problem =>
    problem('SETTINGS_INVALID', { field: ['orderHook', ...field], facts: { reason } })
  for (const [name, value] of Object.entries({ appKey, appToken }))
    if (!/^[\x21-\x7e]+$/.test(value) || value.length > LONGEST)
      return invalid([name], `letters, digits and signs, at most ${LONGEST} of them`)
  if (!isReadModelOn) return invalid([], 'complete queues are off')
  return key !== null && (isLeaving || key.appKey !== appKey)
    ? invalid(['appKey'], 'the hook that stands is taken down first')
    : null
}

function taken(standing: string): Problem {
  return problem('ORDER_HOOK_TAKEN', {
    field: ['orderHook', 'appKey'],
    facts: { url: shownAddress(standing) },
  })
}

/** @errors what is no fault of VTEX */
function told(error: unknown): Problem {
  if (!isFault(error)) throw error
  const { kind, status, upstreamMessage } = error
  if (kind === 'forbidden')
    return problem('ORDER_HOOK_KEY_REFUSED', {
      field: ['orderHook', 'appToken'],
      facts: { status: status ?? 403 },
    })
  if (kind === 'rejected')
    return problem('ORDER_HOOK_REFUSED', {
      facts: { status, omsMessage: upstreamMessage ?? '' },
    })
  return faultProblem(error, RIGHT_OF_READING)
}

function isSameHook(one: OrderHook, other: OrderHook): boolean {
  return one.key?.appKey === other.key?.appKey && one.isLeaving === other.isLeaving
}

const isUnclear = ({ kind }: Fault): boolean => kind === 'unavailable' || kind === 'unreadable'

const done = (hook: OrderHook): OrderHookResult => ({ hook, problems: [] })
