import type { ProblemCode } from '../../domain/problem/problem'
import type { Ports } from '../../usecases/ports'
import { readSettings } from '../../usecases/reading/liveReads'
import { budgetOf } from '../budget'
import { messageOfCode } from '../codes'
import type { Context } from '../context'
import { exposed } from '../exit'
import { portsFor } from '../ports'
import { PublicError } from '../publicError'
import { answerOfError, type DoorAnswer } from './answers'
import { doorCaller } from './doorCaller'
import { readJson } from './readBody'

export interface DoorCall {
  readonly ports: Ports
  readonly params: { readonly orderId: string; readonly invoiceNumber: string }
  /** The body as JSON; read when a right has been found, or where it says which right is needed. */
  readonly body: () => Promise<unknown>
  /** Warnings that are accepted: those of the settings, and those of `?accept=`. */
  readonly accept: () => Promise<readonly ProblemCode[]>
  /** The version that If-Match names; null without one. */
  readonly ifMatch: string | null
}

type Verb = 'GET' | 'POST' | 'PATCH' | 'PUT'
type Answering = (call: DoorCall) => Promise<DoorAnswer>

/**
 * One route of the door. Every answer is JSON, or nothing at all, that no cache keeps, names its outcome, and shows nothing but public words:
 * the platform's own error page would be cached for seconds and would repeat what was sent.
 */
export function door(verbs: Partial<Record<Verb, Answering>>): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const { status, headers, body, outcome } = await answered(verbs, ctx)
    ctx.set({ ...headers, 'Cache-Control': 'no-store', 'X-Invoice-Outcome': outcome })
    ctx.type = 'application/json'
    // Without a body there is no type either: Koa takes both away.
    ctx.body = body === null ? null : JSON.stringify(body)
    ctx.status = status
  }
}

async function answered(
  verbs: Partial<Record<Verb, Answering>>,
  ctx: Context
): Promise<DoorAnswer> {
  const answer = verbs[ctx.method.toUpperCase() as Verb]
  try {
    if (!answer) throw new PublicError('METHOD_NOT_ALLOWED', messageOfCode('METHOD_NOT_ALLOWED'))
    const budget = budgetOf(ctx)
    const { orderId = '', invoiceNumber = '' } = ctx.vtex.route.params as Record<string, string>
    const ports = portsFor(ctx, await doorCaller(ctx), budget)
    return await answer({
      ports,
      params: { orderId, invoiceNumber },
      body: () => readJson(ctx.req, ctx.get('content-length') || undefined),
      accept: async () => [
        ...(await readSettings(ports)).doorAccepts,
        ...acceptedIn(ctx.query.accept),
      ],
      ifMatch: versionIn(ctx.get('if-match')),
    })
  } catch (error) {
    const found = answerOfError(exposed(error, `omsDoor ${ctx.vtex.route.id}`, ctx))
    return answer
      ? found
      : { ...found, headers: { ...found.headers, Allow: Object.keys(verbs).join(', ') } }
  }
}

/** Codes after `?accept=`, with commas or given several times; one that is no warning accepts nothing. */
function acceptedIn(given: string | string[] | undefined): readonly ProblemCode[] {
  return [given ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((code) => code.trim()) as readonly string[] as readonly ProblemCode[]
}

/** As ETag gave it, with or without quotes and weakness. */
function versionIn(given: string): string | null {
  return given.trim().replace(/^W\//, '').replace(/^"|"$/g, '') || null
}
