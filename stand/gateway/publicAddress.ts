import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { json, header, type Answer } from '../http/exchange'
import type { Directory } from '../identity/directory'

const ADDRESS = /^\/([\w-]+\.[\w-]+)\/v(\d+)\/([^/]+)\/([^/]+)(\/.*)$/

export interface PublicCall {
  readonly app: string
  readonly major: string
  readonly account: string
  readonly workspace: string
  /** The service's own path, `/_v/graphql`. */
  readonly path: string
}

/** Reads `/{vendor}.{app}/v{major}/{account}/{workspace}{path}`; null where a path is no such address. */
export function readPublicAddress(path: string): PublicCall | null {
  const found = ADDRESS.exec(path)
  if (!found) return null
  const [, app, major, account, workspace, rest] = found as unknown as [string, ...string[]]
  return { app: app!, major: major!, account: account!, workspace: workspace!, path: rest! }
}

interface Statement {
  readonly effect: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}
type Policies = readonly { readonly name: string; readonly statements: readonly Statement[] }[]

/** policies.json, the policies that other apps can be granted. None where there is no such file. */
export function readPolicies(path: string): Policies {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return []
  }
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) throw new Error('policies.json must be a JSON array (platform §2.2)')
  return value as Policies
}

/**
 * Judges who may reach the service at all. An app needs to be granted a policy of policies.json that
 * allows this resource; people are judged by `@auth`, and so is a call without a token.
 */
export function judgeCaller(
  call: PublicCall,
  method: string,
  headers: IncomingHttpHeaders,
  options: { directory: Directory; policies: Policies }
): Answer | null {
  const { directory, policies } = options
  const token =
    directory.tokenIn(headers) ?? header(headers, 'authorization')?.replace(/^bearer\s+/i, '')
  const owner = directory.ownerOf(token)
  if (owner?.kind !== 'app') return null
  const allowed = policies.some(
    (policy) =>
      owner.policies.has(`${call.app}:${policy.name}`) &&
      policy.statements.some((statement) => covers(statement, call, method))
  )
  if (allowed) return null
  return json(403, {
    code: 'Forbidden',
    message:
      `${owner.id} may not ${method} ${call.path} of ${call.app}: it was not granted ` +
      `${call.app}:resolve-graphql, which its manifest must ask for.`,
  })
}

function covers(statement: Statement, call: PublicCall, method: string): boolean {
  if (statement.effect !== 'allow') return false
  if (!statement.actions.includes(method.toLowerCase())) return false
  return statement.resources.some((resource) => {
    const [, service, , , , ...path] = resource.split(':')
    return service === call.app && path.join(':') === call.path
  })
}
