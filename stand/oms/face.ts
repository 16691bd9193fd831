/** The wire side: records what comes in, and puts latency, rate limit and faults around it. */
import { internalError, json, loginPage, tooManyRequests } from './answers'
import type { Fault } from './behaviour'
import { drawFault, overRate, SLOW_MS } from './faults'
import { perform } from './perform'
import { findRoute, type Route } from './routes'
import type { OmsAnswer, OmsReply, OmsRequest, RecordedRequest } from './types'
import type { World } from './world'

/** Older ones are dropped: a soak makes hundreds of thousands. */
const REQUESTS_KEPT = 10_000

interface Held {
  goOn: (how: 'released' | 'cut') => void
}

/** @shape (a fresh world, up to date, on every call) -> the double's face */
export function createFace(world: () => World) {
  let held: Held[] = []

  async function handle(request: OmsRequest): Promise<OmsAnswer> {
    const here = world()
    const route = findRoute(request.method, request.path)
    const recorded = record(here, request, route)
    const answer = await answerCall(request, route)
    if (answer.kind !== 'answer') return answer
    recorded.status = answer.status
    return { ...answer, headers: { ...answer.headers, date: dateOf(world()) } }
  }

  async function answerCall(
    request: OmsRequest,
    route: Route | 'method' | null
  ): Promise<OmsAnswer> {
    const before = world()
    if (before.behaviour.latencyMs > 0) await sleep(before.behaviour.latencyMs)
    if (route === null) return noSuchRoute()
    if (route === 'method') return wrongMethod(request.method)
    const here = world()
    const tooEarly = overRate(here.state, here.behaviour, request.method, here.now)
    if (tooEarly !== null) return tooMany(here, tooEarly)
    const fault = drawFault(here.state, here.behaviour, route.operation)
    if (fault === null) return perform(here, route, request)
    return fault.afterCommit
      ? afterCommit(fault, perform(here, route, request))
      : beforeCommit(fault, request, route)
  }

  async function beforeCommit(fault: Fault, request: OmsRequest, route: Route): Promise<OmsAnswer> {
    switch (fault.kind) {
      case 'slow':
        await sleep(fault.slowMs ?? SLOW_MS)
        return perform(world(), route, request)
      case 'hold':
        return (await hold()) === 'cut' ? { kind: 'reset' } : perform(world(), route, request)
      default:
        return broken(fault.kind)
    }
  }

  async function afterCommit(fault: Fault, reply: OmsReply): Promise<OmsAnswer> {
    switch (fault.kind) {
      case 'slow':
        await sleep(fault.slowMs ?? SLOW_MS)
        return reply
      case 'hold':
        return (await hold()) === 'cut' ? { kind: 'reset' } : reply
      default:
        return broken(fault.kind)
    }
  }

  function broken(kind: Exclude<Fault['kind'], 'slow' | 'hold'>): OmsAnswer {
    switch (kind) {
      case 'timeout':
        return { kind: 'hang' }
      case 'reset':
        return { kind: 'reset' }
      case 'status500':
        return internalError()
      case 'status429':
        return tooMany(world(), 1)
      case 'html':
        return loginPage()
    }
  }

  function hold(): Promise<'released' | 'cut'> {
    return new Promise((goOn) => held.push({ goOn }))
  }

  function letGo(how: 'released' | 'cut'): number {
    const waiting = held
    held = []
    for (const { goOn } of waiting) goOn(how)
    return waiting.length
  }

  return { handle, release: () => letGo('released'), cutOff: () => letGo('cut') }
}

function tooMany({ behaviour }: World, seconds: number): OmsReply {
  return tooManyRequests(behaviour.readings.retryAfter === 'seconds' ? seconds : null)
}

/** Not OMS but the server in front of its code answers these, in its own shape (oms §1.5). */
function noSuchRoute(): OmsReply {
  return json(404, { Message: 'No HTTP resource was found that matches the request URI.' })
}

function wrongMethod(method: string): OmsReply {
  return json(405, { Message: `The requested resource does not support http method '${method}'.` })
}

function record(here: World, request: OmsRequest, route: Route | 'method' | null): RecordedRequest {
  const recorded: RecordedRequest = {
    operation: route === null || route === 'method' ? 'Unknown' : route.operation,
    method: request.method,
    path: recordedPath(request),
    body: recordedBody(request.body),
    status: 0,
    at: new Date(here.now).toISOString(),
    token: request.caller?.kind ?? null,
  }
  const { requests } = here.state
  requests.push(recorded)
  if (requests.length > REQUESTS_KEPT) requests.splice(0, requests.length - REQUESTS_KEPT)
  return recorded
}

/** By OMS's clock, which may differ from everybody else's. */
function dateOf({ now, behaviour }: World): string {
  return new Date(now + behaviour.clockAheadMs).toUTCString()
}

// The account is in every call of Janus and tells no two of them apart.
function recordedPath({ path, query }: OmsRequest): string {
  const shown = new URLSearchParams(query)
  shown.delete('an')
  return shown.size > 0 ? `${path}?${shown}` : path
}

function recordedBody(body: string): unknown {
  if (body === '') return null
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
