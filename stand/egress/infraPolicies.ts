import type { Manifest } from './manifest'

/**
 * The policy that a call to the platform's own infrastructure needs, besides the app's credential.
 * `outbound-access` has no say there. Null: the app may do this with no policy at all.
 */
export function neededPolicies(service: string, method: string, path: string): string[] | null {
  const reads = method === 'GET' || method === 'HEAD'
  switch (service) {
    case 'vbase/v2':
      return reads ? ['vbase-read-write', 'vbase-read-only'] : ['vbase-read-write']
    case 'apps/v0':
      return !reads && path.endsWith('/settings') ? ['update-app-settings'] : null
    case 'courier/v0':
      return ['colossus-fire-event']
    default:
      return null
  }
}

export function holdsOneOf(manifest: Manifest, needed: string[] | null): boolean {
  return needed === null || needed.some((policy) => manifest.policies.has(policy))
}
