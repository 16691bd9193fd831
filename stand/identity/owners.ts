import { timingSafeEqual } from 'node:crypto'

/** `{product}:{key}` of License Manager, for example `19:ShippingAction`. */
export type Grant = `${string}:${string}`

export interface TokenOwner {
  readonly kind: 'person' | 'app' | 'key'
  /** What VTEX ID answers as `user`. */
  readonly id: string
  readonly account: string
  readonly grants: ReadonlySet<Grant>
  /** Policies of other apps that were granted to this app, `{vendor}.{app}:{policy}`. */
  readonly policies: ReadonlySet<string>
}

const OMS = '19'
const oms = (...keys: string[]): Grant[] => keys.map((key): Grant => `${OMS}:${key}`)

const VIEW = oms('OMSViewer', 'ListOrders')
const FULFIL = oms('ShippingAction', 'WorkflowAction')
const EVERYTHING = [
  ...VIEW,
  ...FULFIL,
  ...oms('RefundAction', 'CancelAction', 'PaymentAction', 'Changes', 'ShowTotalizers'),
  ...oms('FeedSubscription', 'FeedHookV3Admin', 'FeedHookV3Viewer'),
]
const MASTER_DATA: Grant[] = ['25:ADMIN_DS']
const SETTINGS: Grant[] = ['66:read-write-apps-settings']

/** An app key as an ERP holds it. */
export const APP_KEY = { key: 'local-key', token: 'local-token' } as const
export const APP_KEY_SESSION = 'local-key-session'
/** One that may have a hook and nothing else, as a store makes it for an app. */
export const HOOK_KEY = { key: 'local-hook-key', token: 'local-hook-token' } as const
const HOOK_KEY_SESSION = 'local-hook-key-session'

/** The credential that the platform hands to the app's own workers (`x-vtex-credential`). */
export const OWN_APP_TOKEN = 'local-own-app-credential'

export const PEOPLE = [
  'local-admin',
  'local-operator',
  'local-viewer',
  'local-configurator',
  'local-nobody',
  'local-expired',
  'local-foreign',
] as const
export const APPS = ['local-app', 'local-app-unlisted'] as const

/** Everybody whose token means something here, by token. The expired one belongs to nobody any more. */
export function ownersOf(account: string, ownPolicy: string): ReadonlyMap<string, TokenOwner> {
  const person = (name: string, grants: Grant[], of = account): TokenOwner => ({
    kind: 'person',
    id: `${name}@${of}.example`,
    account: of,
    grants: new Set(grants),
    policies: new Set(),
  })
  const app = (id: string, policies: string[]): TokenOwner => ({
    kind: 'app',
    id,
    account,
    grants: new Set([...VIEW, ...oms('ShippingAction')]),
    policies: new Set(policies),
  })
  return new Map<string, TokenOwner>([
    ['local-admin', person('admin', [...EVERYTHING, ...SETTINGS, ...MASTER_DATA])],
    ['local-operator', person('operator', [...VIEW, ...FULFIL])],
    ['local-viewer', person('viewer', VIEW)],
    ['local-configurator', person('configurator', ['19:OMSViewer', ...SETTINGS])],
    ['local-nobody', person('nobody', [])],
    ['local-foreign', person('admin', [...EVERYTHING, ...SETTINGS], 'otherstore')],
    ['local-app', app('storeops.local-app@1.0.0', [ownPolicy])],
    ['local-app-unlisted', app('storeops.local-app-unlisted@1.0.0', [])],
    [
      APP_KEY_SESSION,
      {
        kind: 'key',
        id: `vtexappkey-${account}-LOCAL`,
        account,
        grants: new Set([...VIEW, ...FULFIL, ...oms('CancelAction', 'Changes')]),
        policies: new Set(),
      },
    ],
    [
      HOOK_KEY_SESSION,
      {
        kind: 'key',
        id: `vtexappkey-${account}-HOOKS`,
        account,
        grants: new Set(oms('FeedHookV3Admin')),
        policies: new Set(),
      },
    ],
  ])
}

/** The token of the session that an app key and its token open; null where they are nobody's. */
export function sessionOfAppKey(key: string | undefined, token: string | undefined): string | null {
  if (same(key, APP_KEY.key) && same(token, APP_KEY.token)) return APP_KEY_SESSION
  return same(key, HOOK_KEY.key) && same(token, HOOK_KEY.token) ? HOOK_KEY_SESSION : null
}

function same(given: string | undefined, wanted: string): boolean {
  const a = Buffer.from(given ?? '')
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}
