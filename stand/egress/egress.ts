import { header, json, type Incoming, type Outcome } from '../http/exchange'
import { OWN_APP_TOKEN } from '../identity/owners'
import { destinationOf } from './destinations'
import { holdsOneOf, neededPolicies } from './infraPolicies'
import type { Manifest } from './manifest'
import { allowsOutbound, refusal } from './outboundAccess'
import type { UnplannedCalls } from './unplanned'

type Door = (request: Incoming) => Promise<Outcome>

/** Who answers behind the egress. `null` from a door: that address is not planned for. */
export interface Doors {
  readonly oms: Door
  readonly vtexId: (request: Incoming) => Promise<Outcome | null>
  readonly licenseManager: (request: Incoming) => Promise<Outcome | null>
  readonly catalog: (request: Incoming) => Promise<Outcome | null>
  readonly carrier: (request: Incoming) => Promise<Outcome | null>
  readonly masterData: (request: Incoming) => Promise<Outcome | null>
  readonly infra: Readonly<
    Record<string, (request: Incoming, rest: string) => Promise<Outcome | null>>
  >
}

export interface EgressOptions {
  readonly account: string
  readonly manifest: () => Manifest
  readonly doors: Doors
  readonly unplanned: UnplannedCalls
}

/** Judges one outbound call of the app as the platform does, then lets the double behind it answer. */
export async function judgeOutbound(request: Incoming, options: EgressOptions): Promise<Outcome> {
  const { account, doors } = options
  const manifest = options.manifest()
  const target = { host: request.host, path: request.path }
  const destination = destinationOf(request.host, request.path, account)

  if (destination.kind === 'infra') {
    const refused = judgeInfra(request, destination.service, manifest)
    if (refused) return refused
    const door = doors.infra[destination.service]
    return (await door?.(request, destination.rest)) ?? unplanned(request, options)
  }

  // What nobody planned for is told first: an entry for it would be the wrong remedy.
  if (destination.kind === 'unplanned') return unplanned(request, options)
  if (!allowsOutbound(manifest, account, target)) {
    return json(403, refusal(manifest, target))
  }
  if (isJanus(request.host) && request.query.get('an') !== account) {
    return json(400, accountMissing(request, account))
  }
  switch (destination.kind) {
    case 'oms':
      return doors.oms(request)
    case 'vtex-id':
      return (await doors.vtexId(request)) ?? unplanned(request, options)
    case 'license-manager':
      return (await doors.licenseManager(request)) ?? unplanned(request, options)
    case 'catalog':
      return (await doors.catalog(request)) ?? unplanned(request, options)
    case 'carrier':
      return (await doors.carrier(request)) ?? unplanned(request, options)
    case 'master-data':
      return (await doors.masterData(request)) ?? unplanned(request, options)
  }
}

function judgeInfra(request: Incoming, service: string, manifest: Manifest): Outcome | null {
  const credential = header(request.headers, 'authorization')?.replace(/^bearer\s+/i, '')
  if (credential !== OWN_APP_TOKEN) {
    return json(401, {
      code: 'credential',
      message: 'Authorization must carry the app’s credential.',
    })
  }
  const needed = neededPolicies(service, request.method, request.path)
  if (holdsOneOf(manifest, needed)) return null
  return json(403, {
    code: 'policy',
    message:
      `${manifest.appName} may not ${request.method} ${request.host}${request.path}: ` +
      `manifest.json lacks the policy ${needed!.join(' or ')}.`,
    policy: needed![0],
  })
}

function unplanned(request: Incoming, { unplanned: calls }: EgressOptions): Outcome {
  calls.record(request.method, request.host, request.path)
  return json(502, {
    code: 'unplanned-destination',
    message: `The local stand has no double for ${request.method} ${request.host}${request.path}.`,
  })
}

/** The host of all accounts, which knows the account by `?an=` alone. */
const isJanus = (host: string): boolean =>
  /^portal\.vtexcommerce(stable|beta)\.com\.br$/i.test(host)

function accountMissing(request: Incoming, account: string): { code: string; message: string } {
  const given = request.query.get('an')
  return {
    code: 'account',
    message:
      `${request.method} ${request.host}${request.path} ` +
      (given === null ? 'names no account' : `names the account ${given}`) +
      `: this host serves every account and needs an=${account} in the query.`,
  }
}
