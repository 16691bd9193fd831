import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Grant } from '../identity/owners'

export interface OutboundEntry {
  readonly host: string
  readonly path: string
}

export interface Manifest {
  /** `{vendor}.{name}` */
  readonly appName: string
  readonly version: string
  readonly outbound: readonly OutboundEntry[]
  /** Policies without host and path: License Manager keys and the platform's own. */
  readonly policies: ReadonlySet<string>
}

const shape = z.object({
  vendor: z.string().min(1),
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  policies: z
    .array(z.object({ name: z.string(), attrs: z.record(z.string(), z.string()).optional() }))
    .default([]),
})

export function readManifest(path: string): Manifest {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Error(`manifest: cannot read ${path}`)
  }
  return parseManifest(text, path)
}

export function parseManifest(text: string, path = 'manifest.json'): Manifest {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`manifest: ${path} is not JSON`)
  }
  const read = shape.safeParse(value)
  if (!read.success) throw new Error(`manifest: ${path}: ${z.prettifyError(read.error)}`)
  const { vendor, name, version, policies } = read.data
  return {
    appName: `${vendor}.${name}`,
    version,
    outbound: policies
      .filter((policy) => policy.name === 'outbound-access')
      .map(({ attrs = {} }) => ({ host: attrs.host ?? '', path: attrs.path ?? '' })),
    policies: new Set(
      policies.filter((policy) => policy.name !== 'outbound-access').map((policy) => policy.name)
    ),
  }
}

// License Manager's keys that an app of this kind can ask for, by product (platform §2.1). A name
// that is no key, such as NotifyInvoice, grants nothing.
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '19': [
    'ShippingAction',
    'RefundAction',
    'OMSViewer',
    'ListOrders',
    'WorkflowAction',
    'CancelAction',
    'PaymentAction',
    'Changes',
    'FeedSubscription',
    'FeedHookV3Admin',
    'FeedHookV3Viewer',
    'ShowTotalizers',
  ],
  '25': ['ADMIN_DS'],
  '66': ['read-write-apps-settings'],
}

/** What the app's own token may do at License Manager. */
export function grantsOf(manifest: Manifest): ReadonlySet<Grant> {
  return new Set(
    Object.entries(KEYS).flatMap(([product, keys]) =>
      keys.filter((key) => manifest.policies.has(key)).map((key): Grant => `${product}:${key}`)
    )
  )
}
