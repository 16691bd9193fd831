import { formatApolloErrors } from 'apollo-server-errors'
import { GraphQLError } from 'graphql'
import { Fault, type FaultKind, type Upstream } from '../domain/problem/fault'
import { problem, QueryRefused } from '../domain/problem/problems'
import { codeOf, messageOf } from './codes'
import type { Context } from './context'
import { exposed } from './exit'
import { PublicError } from './publicError'

const KINDS: FaultKind[] = [
  'notFound',
  'forbidden',
  'rejected',
  'rateLimited',
  'unavailable',
  'unknown',
  'unreadable',
]
const UPSTREAMS: Upstream[] = ['OMS', 'VBASE', 'SETTINGS', 'LICENSE_MANAGER', 'VTEX_ID']
const SECRET = 'eyJ-secret-token'

function requestContext() {
  const logged: unknown[] = []
  const log = (entry: unknown) => logged.push(entry)
  const vtex = { requestId: 'req-1', logger: { warn: log, error: log, info: log } }
  return { ctx: { vtex } as unknown as Context, logged }
}

/** An error as the platform's HTTP client throws it. */
function upstreamError(): Error {
  return Object.assign(new Error('Request failed with status code 500'), {
    config: { headers: { VtexIdclientAutCookie: SECRET } },
    response: { status: 500, data: { document: '12345678909' } },
  })
}

describe('errors on their way out', () => {
  it.each(UPSTREAMS.flatMap((upstream) => KINDS.map((kind) => [upstream, kind] as const)))(
    '%s %s has a code and words with a remedy',
    (upstream, kind) => {
      const fault = new Fault({ kind, upstream, operation: 'Any' })
      expect(codeOf(fault)).toMatch(/^[A-Z_]+$/)
      expect(codeOf(fault)).not.toBe('INTERNAL')
      expect(messageOf(fault).length).toBeGreaterThan(20)
    }
  )

  it('carry the code, the message and the request id', () => {
    const { ctx } = requestContext()
    const out = exposed(
      new Fault({
        kind: 'rateLimited',
        upstream: 'OMS',
        operation: 'GetOrder',
        retryAfterSeconds: 7,
      }),
      'order',
      ctx
    )
    expect(out.extensions).toEqual({ code: 'RATE_LIMITED', requestId: 'req-1' })
    expect(out.message).toContain('7 seconds')
  })

  it('of a query with wrong arguments carry the code of the problem and the argument', () => {
    const { ctx, logged } = requestContext()
    const out = exposed(
      new QueryRefused(problem('DATE_INVALID', { field: ['createdFrom'] })),
      'orders',
      ctx
    )
    expect(out.extensions).toEqual({
      code: 'DATE_INVALID',
      requestId: 'req-1',
      field: ['createdFrom'],
    })
    expect(logged).toEqual([])
  })

  it('keep a code that was given on purpose', () => {
    const { ctx } = requestContext()
    expect(exposed(new PublicError('FORBIDDEN', 'no'), 'orders', ctx)).toMatchObject({
      message: 'no',
      extensions: { code: 'FORBIDDEN', requestId: 'req-1' },
    })
  })

  it('mask what is unknown, and log its cause without token or body', () => {
    const { ctx, logged } = requestContext()
    const out = exposed(upstreamError(), 'order', ctx)
    expect(out.extensions.code).toBe('INTERNAL')
    expect(out.message).not.toContain('500')
    expect(logged).toMatchObject([
      { flow: 'order', requestId: 'req-1', cause: expect.stringContaining('500') },
    ])
    expect(JSON.stringify(logged)).not.toContain(SECRET)
    expect(JSON.stringify(logged)).not.toContain('12345678909')
  })

  it('give the platform nothing more to copy into its answer', () => {
    const { ctx } = requestContext()
    const out = exposed(upstreamError(), 'order', ctx)
    const located = new GraphQLError(out.message, undefined, undefined, undefined, ['order'], out)
    const [formatted] = formatApolloErrors([located])
    expect(formatted.extensions).toEqual({ code: 'INTERNAL', requestId: 'req-1' })
  })
})
