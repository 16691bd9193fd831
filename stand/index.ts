import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createProxy } from './egress/proxy'
import { readSubscriptions, type Subscription } from './events/subscriptions'
import { createGateway } from './gateway/gateway'
import type { PublicRoute } from './gateway/publicRoutes'
import { environmentOf } from './runtime/environment'
import { Replicas } from './runtime/replicas'
import { readUpstream } from './upstream/upstream'
import { World } from './world'

const ROOT = join(__dirname, '..')
const ACCOUNT = 'storeops'
const WORKSPACE = 'master'
const WAIT_FOR_REPLICA_MS = 15_000

export interface StandOptions {
  /** 0: any free port. */
  readonly port?: number
  readonly replicas?: number
  /** Folder for what is kept between starts, or nothing kept. */
  readonly state?: 'memory' | string
  /** So many orders of two months beside the demo's; kept in memory alone. */
  readonly ofSeason?: number
  /** What apps have stored by the start, and after each reset. */
  readonly plant?: (world: World) => Promise<void>
  readonly manifestPath?: string
  readonly policiesPath?: string
  /** The built app: `service/` and `panel/` lie in it. */
  readonly directory?: string
  /** STAND_MANIFEST, OMS_UPSTREAM, OMS_APP_KEY, OMS_APP_TOKEN. */
  readonly env?: NodeJS.ProcessEnv
  /** More environment for the workers. */
  readonly workerEnv?: Record<string, string>
  readonly onLog?: (replica: number, text: string) => void
  /** See `heapFlags`, MB: a sixth of a worker's time goes into a container's small one. Left out: as small. */
  readonly newSpace?: number
  /** Keeps this process from ending no longer than it has something else to do; the workers end with it. */
  readonly isBackground?: boolean
}

export interface Stand {
  /** Without slash at the end. */
  readonly url: string
  readonly info: StandInfo
  readonly world: World
  stop(): Promise<void>
}

export interface StandInfo extends Record<string, string> {
  readonly account: string
  readonly workspace: string
  readonly graphql: string
  readonly admin: string
  readonly oms: string
}

/**
 * Starts the stand on the app as it was built last and resolves when it answers.
 * @errors where there is no build, the manifest cannot be read, the service does not start, or the
 * port is taken (`code` EADDRINUSE).
 */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const env = options.env ?? {}
  const directory = options.directory ?? env.STAND_DIR ?? join(ROOT, '.stand')
  const service = readService(directory)
  const world = new World({
    account: ACCOUNT,
    workspace: WORKSPACE,
    manifestPath: options.manifestPath ?? env.STAND_MANIFEST ?? join(ROOT, 'manifest.json'),
    policiesPath: options.policiesPath ?? join(ROOT, 'policies.json'),
    stateDirectory: (options.state ?? 'memory') === 'memory' ? null : options.state!,
    upstream: readUpstream(env),
    ofSeason: options.ofSeason,
    plant: options.plant,
    subscriptions: service.subscriptions,
    timeoutMs: service.timeoutMs,
  })
  await options.plant?.(world)
  const onError = (error: unknown): void => console.error('stand:', error)

  const proxy = createProxy((request) => world.answerOutbound(request), world.unplanned, onError)
  // Never the first to hang up: a call sent on a connection that closes would be lost.
  proxy.keepAliveTimeout = 0
  const proxyPort = await listen(proxy, 0)

  world.replicas = new Replicas(options.replicas ?? 1, {
    directory,
    memory: service.memory,
    newSpace: options.newSpace,
    env: environmentOf({
      appName: world.manifest.appName,
      appVersion: world.manifest.version,
      account: ACCOUNT,
      workspace: WORKSPACE,
      proxy: `http://127.0.0.1:${proxyPort}`,
      extra: options.workerEnv,
    }),
    clockOffsetMs: () => world.clock.offsetMs,
    onLine: (replica, text) => {
      world.logs.add(replica, text)
      options.onLog?.(replica, text)
    },
    onBypass: (host, port) => world.unplanned.record('CONNECT', `${host}:${port}`, ''),
    isBackground: options.isBackground,
  })
  const gateway = createGateway({
    world,
    forward: {
      replicas: world.replicas,
      timeoutMs: service.timeoutMs,
      waitForReplicaMs: WAIT_FOR_REPLICA_MS,
    },
    servicePaths: service.paths,
    publicRoutes: service.publicRoutes,
    panelDirectory: join(directory, 'panel'),
    onError,
  })
  if (options.isBackground) for (const server of [proxy, gateway]) letGo(server)

  const stop = async (): Promise<void> => {
    await world.replicas.stop()
    await Promise.all([close(gateway), close(proxy)])
    world.save()
  }
  try {
    const port = await listen(gateway, options.port ?? 0)
    const info = infoOf(`http://localhost:${port}`, world)
    world.info = () => info
    world.address = `http://localhost:${port}`
    await world.replicas.start()
    world.save()
    return { url: `http://localhost:${port}`, info, world, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function infoOf(url: string, world: World): StandInfo {
  const { appName, version } = world.manifest
  const to = encodeURIComponent('/admin/invoice-tracking?queue=TO_INVOICE')
  return {
    account: world.account,
    workspace: world.workspace,
    graphql: `${url}/${appName}/v${version.split('.')[0]}/${world.account}/${world.workspace}/_v/graphql`,
    admin: `${url}/local/sign-in?as=local-admin&locale=en&to=${to}`,
    oms: `${url}/api/oms/pvt/orders`,
  }
}

interface ServiceJson {
  readonly memory?: number
  readonly timeoutMs: number
  readonly paths: string[]
  readonly publicRoutes: readonly PublicRoute[]
  readonly subscriptions: readonly Subscription[]
}

function readService(directory: string): ServiceJson {
  const file = join(directory, 'service', 'service.json')
  if (!existsSync(file)) throw new Error(`there is no built service at ${file}: run npm run build`)
  const json = JSON.parse(readFileSync(file, 'utf8')) as {
    memory?: number
    timeout?: number
    routes?: Record<string, { path: string; public?: boolean }>
    events?: unknown
  }
  const routes = Object.entries(json.routes ?? {})
  return {
    memory: json.memory,
    timeoutMs: (json.timeout ?? 10) * 1000,
    paths: routes.filter(([, route]) => !route.public).map(([, { path }]) => path),
    publicRoutes: routes
      .filter(([, route]) => route.public)
      .map(([id, { path }]) => ({ id, path })),
    subscriptions: readSubscriptions(json.events),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Neither the server nor a connection to it keeps this process alive. */
function letGo(server: Server): void {
  server.unref()
  server.on('connection', (socket) => socket.unref())
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
