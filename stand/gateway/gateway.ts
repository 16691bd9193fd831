import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerAsAdmin } from '../admin/pages'
import { answerAsControl } from '../control/control'
import { BodyTooLarge, json, readBody, send, type Incoming, type Outcome } from '../http/exchange'
import { answerAsVtexId } from '../identity/vtexId'
import type { World } from '../world'
import { AdminGraphqlError, readAdminBody } from './adminGraphql'
import { forwardToService, type ForwardOptions, type ToService } from './forward'
import { isForeignPage, isLoopbackHost } from './loopback'
import { platformHeaders } from './platformHeaders'
import { judgeCaller, readPublicAddress } from './publicAddress'
import { findPublicRoute, type FoundRoute, type PublicRoute } from './publicRoutes'

export interface GatewayOptions {
  readonly world: World
  readonly forward: ForwardOptions
  /** Paths that service.json's routes serve, `/_v/graphql`. */
  readonly servicePaths: readonly string[]
  readonly publicRoutes: readonly PublicRoute[]
  /** Where the built panel and shell lie. */
  readonly panelDirectory: string
  readonly onError: (error: unknown) => void
}

const OMS_FACE = /^\/api\/(oms|order-system|orders)\//
const ADMIN_GRAPHQL = /^\/_v\/private\/graphql\/v1\/?$/

/** The one door of the stand. */
export function createGateway(options: GatewayOptions): Server {
  const server = createServer((request, response) => {
    void handle(request, response, options).catch((error: unknown) => {
      if (error instanceof BodyTooLarge)
        return send(response, json(413, { message: error.message }))
      if (response.destroyed) return
      options.onError(error)
      if (response.headersSent) response.destroy()
      else send(response, json(500, { message: 'The local stand failed; see its output.' }))
    })
  })
  server.keepAliveTimeout = 60_000
  return server
}

async function handle(
  message: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions
): Promise<void> {
  const { host, origin } = message.headers
  if (!isLoopbackHost(host) || isForeignPage(origin, host)) {
    return send(response, json(403, { message: 'The local stand answers to localhost only.' }))
  }
  const request = await readRequest(message)
  const call = toService(request, options)
  if (call && 'status' in call) return send(response, call)
  if (call) return forwardToService(call, response, options.forward)
  send(response, await answer(request, options))
}

async function readRequest(message: IncomingMessage): Promise<Incoming> {
  const target = message.url ?? '/'
  return {
    method: message.method ?? 'GET',
    host: (message.headers.host ?? '').replace(/:\d+$/, ''),
    path: target.split(/[?#]/)[0]!,
    query: new URL(target, 'http://localhost').searchParams,
    headers: message.headers,
    body: await readBody(message),
  }
}

/** The request as the service gets it, an answer where the platform would not let it through, else null. */
function toService(
  request: Incoming,
  options: GatewayOptions
): ToService | Exclude<Outcome, string> | null {
  if (ADMIN_GRAPHQL.test(request.path)) return fromAdmin(request, options.world)
  const { world, servicePaths, publicRoutes } = options
  const route = findPublicRoute(publicRoutes, request.path)
  if (route) return toPublicRoute(request, world, route)
  const address = readPublicAddress(request.path)
  if (!address) return null
  const major = world.manifest.version.split('.')[0]
  if (
    address.app !== world.manifest.appName ||
    address.major !== major ||
    address.account !== world.account ||
    address.workspace !== world.workspace
  ) {
    return json(404, {
      message: `Only ${world.manifest.appName} v${major} in ${world.account}/${world.workspace} is here.`,
    })
  }
  if (!servicePaths.includes(address.path)) {
    return json(404, { message: `service.json has no route ${address.path}.` })
  }
  const refused = judgeCaller(address, request.method, request.headers, world)
  if (refused) return refused
  return {
    method: request.method,
    path: withQuery(`/${world.account}/${world.workspace}${address.path}`, request.query),
    headers: platformHeaders(request.headers, world),
    body: request.body,
  }
}

/**
 * As the platform calls a public route: the route and what its path holds are named in headers. Who calls is not judged
 * here. That the headers of an app key come through is this stand's reading: no source says so (README).
 */
function toPublicRoute(
  { method, path, query, headers, body }: Incoming,
  { account, workspace }: World,
  { id, params }: FoundRoute
): ToService {
  return {
    method,
    body,
    path: withQuery(`/${account}/${workspace}${path}`, query),
    headers: {
      ...platformHeaders(headers, { account, workspace }),
      'x-colossus-route-id': id,
      'x-colossus-params': params,
    },
  }
}

function fromAdmin(request: Incoming, world: World): ToService | Exclude<Outcome, string> {
  if (request.method !== 'POST') return json(405, { message: 'Only POST is served here.' })
  let text: string
  try {
    text = JSON.stringify(readAdminBody(request.body.toString('utf8'), world.manifest.appName))
  } catch (error) {
    if (!(error instanceof AdminGraphqlError)) throw error
    return json(400, { errors: [{ message: error.message }] })
  }
  const { cookie = '', ...rest } = request.headers
  return {
    method: 'POST',
    path: `/${world.account}/${world.workspace}/_v/graphql`,
    headers: {
      ...platformHeaders(
        {
          host: rest.host,
          'user-agent': rest['user-agent'],
          'accept-language': rest['accept-language'],
          accept: 'application/json',
        },
        {
          account: world.account,
          workspace: world.workspace,
          locale: request.query.get('locale') ?? undefined,
        }
      ),
      'content-type': 'application/json',
      cookie,
    },
    body: Buffer.from(text),
  }
}

async function answer(request: Incoming, options: GatewayOptions): Promise<Outcome> {
  const { world } = options
  if (request.path === '/healthz') return health(world)
  if (OMS_FACE.test(request.path)) {
    return world.askOms(request, world.directory.callerOf(request.headers))
  }
  return (
    (await answerAsControl(request, world)) ??
    (request.path.startsWith('/api/vtexid/') ? answerAsVtexId(request, world.directory) : null) ??
    answerAsAdmin(request, { world, panelDirectory: options.panelDirectory }) ??
    json(404, { message: `Nothing is at ${request.method} ${request.path}.` })
  )
}

function health(world: World): Outcome {
  const replicas = world.replicas.list()
  return json(replicas.some((replica) => replica.up) ? 200 : 503, { replicas })
}

const withQuery = (path: string, query: URLSearchParams): string =>
  query.size > 0 ? `${path}?${query}` : path
