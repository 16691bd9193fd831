import { z } from 'zod'
import { json, type Answer, type Incoming } from '../http/exchange'
import { signIn } from '../admin/pages'
import { readPatch, type PatchResult } from './patch'
import type { World } from '../world'

const clockShape = z.strictObject({ offsetMs: z.int() })
const doublesShape = z.strictObject({ latencyMs: z.int().min(0).max(60_000) })
const KILL = /^\/local\/replicas\/(\d+)\/kill$/
const NFE = /^\/local\/nfe\/([^/]+)$/

type Route = (request: Incoming, world: World) => Answer | Promise<Answer>

const done = (): Answer => ({ status: 204 })

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /local/sign-in': (request) => signIn(request),
  'GET /local/info': (_, world) => json(200, world.info()),
  'POST /local/reset': async (_, world) => {
    await world.reset()
    return done()
  },
  'GET /local/orders': (_, world) => json(200, world.oms.orders()),
  'GET /local/oms/requests': (_, world) =>
    json(200, world.upstream?.requests() ?? world.oms.requests()),
  'GET /local/oms/behaviour': (_, world) => json(200, world.oms.behaviour()),
  'PUT /local/oms/behaviour': (request, world) =>
    withBody(request, (value) => {
      const set = world.oms.setBehaviour(value)
      return set.ok ? json(200, world.oms.behaviour()) : wrong(set.message)
    }),
  'POST /local/oms/release': (_, world) => json(200, { released: world.oms.release() }),
  'GET /local/vbase/behaviour': (_, world) => json(200, world.vbase.get()),
  'PUT /local/vbase/behaviour': (request, world) => patched(request, world.vbase),
  'GET /local/vbase/files': (_, world) =>
    json(
      200,
      world.files
        .everything()
        .map(({ body, ...file }) => ({ ...file, body: body.toString('utf8') }))
    ),
  'GET /local/masterdata/behaviour': (_, world) => json(200, world.masterData.switches.get()),
  'PUT /local/masterdata/behaviour': (request, world) =>
    patched(request, world.masterData.switches),
  'GET /local/masterdata/documents': (_, world) => json(200, world.masterData.list()),
  'GET /local/events': (_, world) => json(200, world.events.list()),
  'GET /local/events/behaviour': (_, world) => json(200, world.events.switches.get()),
  'PUT /local/events/behaviour': (request, world) => patched(request, world.events.switches),
  'GET /local/hook': (_, world) => json(200, world.hooks.list()),
  'GET /local/hook/behaviour': (_, world) => json(200, world.hooks.switches.get()),
  'PUT /local/hook/behaviour': (request, world) => patched(request, world.hooks.switches),
  'GET /local/carriers/behaviour': (_, world) => json(200, world.carriers.get()),
  'PUT /local/carriers/behaviour': (request, world) => patched(request, world.carriers),
  'GET /local/doubles': (_, world) => json(200, world.doubles),
  'PUT /local/doubles': (request, world) =>
    withBody(request, (value) => {
      const read = readPatch(doublesShape, value)
      if (!read.ok) return wrong(read.message)
      Object.assign(world.doubles, read.value)
      return json(200, world.doubles)
    }),
  'GET /local/clock': (_, world) => json(200, { offsetMs: world.clock.offsetMs }),
  'PUT /local/clock': (request, world) =>
    withBody(request, async (value) => {
      const read = clockShape.safeParse(value)
      if (!read.success) {
        const named = readPatch(clockShape, value)
        return wrong(
          named.ok ? 'offsetMs: a whole number of milliseconds is needed' : named.message
        )
      }
      await world.setClock(read.data.offsetMs)
      return json(200, { offsetMs: world.clock.offsetMs })
    }),
  'GET /local/replicas': (_, world) => json(200, world.replicas.list()),
  'GET /local/egress/unplanned': (_, world) => json(200, world.unplanned.list()),
  'GET /local/egress/calls': (_, world) => json(200, world.calls.list()),
  'GET /local/logs': (_, world) => json(200, world.logs.list()),
  'GET /local/settings': (_, world) => json(200, world.settings.everything()),
}

/** The routes under `/local/` by which tests and people steer the stand; null for another path. */
export async function answerAsControl(request: Incoming, world: World): Promise<Answer | null> {
  if (!request.path.startsWith('/local/')) return null
  const route = ROUTES[`${request.method} ${request.path}`]
  if (route) return route(request, world)

  const kill = KILL.exec(request.path)
  if (kill && request.method === 'POST') return killReplica(Number(kill[1]), world)
  const nfe = NFE.exec(request.path)
  if (nfe && request.method === 'GET') return fiscalDocument(decodeURIComponent(nfe[1]!), world)

  return json(404, {
    message: `No control route ${request.method} ${request.path}.`,
    routes: [...Object.keys(ROUTES), 'POST /local/replicas/{n}/kill', 'GET /local/nfe/{orderId}'],
  })
}

function killReplica(index: number, world: World): Answer {
  const replica = world.replicas.get(index)
  if (!replica) {
    const known = world.replicas.list().map((r) => r.index)
    return json(404, { message: `No replica ${index}; there are ${known.join(', ')}.` })
  }
  return json(200, { replica: index, killed: replica.kill() })
}

function fiscalDocument(orderId: string, world: World): Answer {
  const xml = world.nfe(orderId)
  if (xml === null) return json(404, { message: `No demo order ${orderId}.` })
  return {
    status: 200,
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="nfe-${orderId.replace(/[^\w.-]/g, '_')}.xml"`,
    },
    body: xml,
  }
}

/** Changes the switches of a double, and answers all of them as they are then. */
function patched(
  request: Incoming,
  switches: { readonly patch: (value: unknown) => PatchResult; readonly get: () => unknown }
): Promise<Answer> {
  return withBody(request, (value) => {
    const set = switches.patch(value)
    return set.ok ? json(200, switches.get()) : wrong(set.message)
  })
}

async function withBody(
  request: Incoming,
  use: (value: unknown) => Answer | Promise<Answer>
): Promise<Answer> {
  let value: unknown
  try {
    value = JSON.parse(request.body.toString('utf8'))
  } catch {
    return wrong('The body must be JSON.')
  }
  return use(value)
}

const wrong = (message: string): Answer => json(400, { message })
