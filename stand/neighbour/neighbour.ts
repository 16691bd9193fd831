import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { holdsOneOf, neededPolicies } from '../egress/infraPolicies'
import { readManifest } from '../egress/manifest'
import { createProxy } from '../egress/proxy'
import { deliverTo } from '../events/deliver'
import { readSubscriptions } from '../events/subscriptions'
import { header, json, type Incoming, type Outcome } from '../http/exchange'
import type { Stand } from '../index'
import { Logs } from '../logs/logs'
import { environmentOf } from '../runtime/environment'
import { Replicas } from '../runtime/replicas'
import { FileStore } from '../vbase/store'
import { answerAsVBase } from '../vbase/vbase'

const ROOT = join(__dirname, '..', '..')
const TIMEOUT_MS = 30_000

export interface NeighbourOptions {
  readonly stand: Stand
  /** A folder of `examples/`. */
  readonly app: string
  /** Left out: the app's own. */
  readonly manifestPath?: string
}

/** Another app, started beside ours. */
export interface Neighbour {
  readonly logs: Logs
  readonly files: FileStore
  readonly replicas: Replicas
  stop(): Promise<void>
}

/** Starts an app of `examples/` beside a running stand, and has our events reach it. @errors where it does not start */
export async function startNeighbour(options: NeighbourOptions): Promise<Neighbour> {
  const { world, url } = options.stand
  const { account, workspace } = world
  const source = join(ROOT, 'examples', options.app)
  const manifest = readManifest(options.manifestPath ?? join(source, 'manifest.json'))
  const credential = manifest.policies.has(`${world.manifest.appName}:resolve-graphql`)
    ? 'local-app'
    : 'local-app-unlisted'
  const directory = build(source)
  const logs = new Logs()
  const files = new FileStore(null, world.clock.now)

  const answer = async (request: Incoming): Promise<Outcome> => {
    if (bearerOf(request) !== credential) return json(401, { code: 'credential' })
    if (request.host === 'app.io.vtex.com') return callApp(url, request)
    const [, service, version, ...rest] = request.path.split('/')
    if (request.host !== 'infra.io.vtex.com' || service !== 'vbase') return unplanned(request)
    const needed = neededPolicies(`${service}/${version}`, request.method, request.path)
    if (!holdsOneOf(manifest, needed)) return json(403, { code: 'policy' })
    const answered = await answerAsVBase(request, `/${rest.join('/')}`, {
      account,
      workspace,
      appName: () => manifest.appName,
      store: files,
      switches: world.vbase,
      clock: world.clock,
    })
    return answered ?? unplanned(request)
  }
  const unplanned = ({ method, host, path }: Incoming): Outcome => {
    world.unplanned.record(method, host, path)
    return json(502, { code: 'unplanned-destination' })
  }
  const proxy = createProxy(answer, world.unplanned, (error) => console.error('neighbour:', error))
  proxy.keepAliveTimeout = 0
  const port = await listen(proxy)

  const replicas = new Replicas(1, {
    directory,
    env: environmentOf({
      account,
      workspace,
      appName: manifest.appName,
      appVersion: manifest.version,
      proxy: `http://127.0.0.1:${port}`,
    }),
    clockOffsetMs: () => world.clock.offsetMs,
    onLine: (replica, text) => logs.add(replica, text),
    onBypass: (host, to) => world.unplanned.record('CONNECT', `${host}:${to}`, ''),
  })
  const deliver = deliverTo({
    account,
    workspace,
    credential,
    replicas: () => replicas,
    timeoutMs: TIMEOUT_MS,
  })
  const unlisten = world.events.listen(subscriptionsOf(source), deliver)
  const stop = async (): Promise<void> => {
    unlisten()
    await replicas.stop()
    proxy.close()
    proxy.closeAllConnections()
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await replicas.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { logs, files, replicas, stop }
}

/** As the platform routes one app's call to another: the same path at the gateway, which judges who calls. */
async function callApp(url: string, request: Incoming): Promise<Outcome> {
  const { method, path, query, body } = request
  const names = ['authorization', 'content-type', 'vtexidclientautcookie']
  const headers = names.flatMap((name) => {
    const value = header(request.headers, name)
    return value === undefined ? [] : [[name, value] as [string, string]]
  })
  const response = await fetch(`${url}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers,
    body: method === 'GET' ? undefined : new Uint8Array(body),
  })
  const text = await response.text()
  try {
    return json(response.status, JSON.parse(text))
  } catch {
    return json(502, { message: text.slice(0, 500) })
  }
}

/** Its TypeScript compiled file by file, with our service's packages: both run on the same runtime. */
function build(source: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'stand-neighbour-'))
  const code = join(directory, 'service', 'src', 'node')
  mkdirSync(code, { recursive: true })
  for (const name of ['index', 'invoiceTracking']) {
    const text = readFileSync(join(source, 'node', `${name}.ts`), 'utf8')
    const { outputText } = transpileModule(text, {
      compilerOptions: {
        module: ModuleKind.CommonJS,
        target: ScriptTarget.ES2020,
        esModuleInterop: true,
      },
    })
    writeFileSync(join(code, `${name}.js`), outputText)
  }
  writeFileSync(
    join(directory, 'service', 'service.json'),
    readFileSync(join(source, 'node', 'service.json'))
  )
  symlinkSync(join(ROOT, 'node', 'node_modules'), join(directory, 'service', 'node_modules'))
  return directory
}

function subscriptionsOf(source: string) {
  const text = readFileSync(join(source, 'node', 'service.json'), 'utf8')
  return readSubscriptions((JSON.parse(text) as { events?: unknown }).events)
}

function bearerOf({ headers }: Incoming): string | undefined {
  return header(headers, 'authorization')?.replace(/^bearer\s+/i, '')
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
