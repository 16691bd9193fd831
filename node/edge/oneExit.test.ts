import { graphql } from 'graphql'
import { makeExecutableSchema } from 'graphql-tools'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './context'
import { OneExit } from './oneExit'
import { PublicError } from './publicError'

const SECRET = 'eyJ-secret-token'
const directives = readFileSync(
  join(__dirname, '..', '..', 'graphql', 'directives.graphql'),
  'utf8'
)

/** One field that fails as given, behind the directive, as the runtime builds it. */
async function failing(error: unknown) {
  const logged: unknown[] = []
  const ctx = {
    graphql: { query: { query: '{ it }', operationName: 'Read', variables: { xml: SECRET } } },
    cookies: { get: () => undefined },
    get: () => '',
    vtex: { requestId: 'req-1', logger: { error: (entry: unknown) => logged.push(entry) } },
  }
  const schema = makeExecutableSchema({
    typeDefs: `${directives}
      directive @auth(resourceCode: String) on FIELD_DEFINITION
      type Query { it: Int @auth(resourceCode: "ShippingAction") @oneExit }`,
    resolvers: {
      Query: {
        it: () => {
          throw error
        },
      },
    },
    schemaDirectives: { oneExit: OneExit },
  })
  const answer = await graphql(schema, '{ it }', null, ctx as unknown as Context)
  return { error: answer.errors![0], logged, ctx }
}

const fromAuth = (code: string) =>
  Object.assign(new Error('words of the platform'), { extensions: { code } })
const fromAxios = (status?: number) =>
  Object.assign(new Error('Request failed'), {
    config: { url: `http://vtexid.vtex.com.br/?authToken=${SECRET}` },
    response: status === undefined ? undefined : { status, data: SECRET },
  })

describe('@oneExit', () => {
  it('leaves alone what the resolvers said', async () => {
    const { error } = await failing(new PublicError('RATE_LIMITED', 'wait', 'req-1'))
    expect(error.extensions).toEqual({ code: 'RATE_LIMITED', requestId: 'req-1' })
  })

  it('tells a caller without a token to sign in', async () => {
    const { error } = await failing(fromAuth('UNAUTHENTICATED'))
    expect(error.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(error.message).toContain('VtexIdclientAutCookie')
  })

  it('names the right that @auth asked for, and who holds it', async () => {
    const { error } = await failing(fromAuth('FORBIDDEN'))
    expect(error.extensions).toMatchObject({ code: 'FORBIDDEN' })
    expect(error.message).toContain('"Notify invoice" (ShippingAction)')
    expect(error.message).toContain('IntegrationProfile - Fulfillment Oms')
  })

  it.each([
    [undefined, 'IDENTITY_UNAVAILABLE'],
    [503, 'IDENTITY_UNAVAILABLE'],
    [403, 'APP_NOT_ALLOWED'],
  ])(
    'answers a failure %s of VTEX ID or License Manager with %s, nothing of it leaks',
    async (status, code) => {
      const { error, logged } = await failing(fromAxios(status))
      expect(error.extensions).toEqual({ code, requestId: 'req-1' })
      expect(logged).toHaveLength(1)
      expect(JSON.stringify([error, error.originalError, logged, error.stack])).not.toContain(
        SECRET
      )
    }
  )

  it('lets the platform repeat no query and no variables', async () => {
    const { ctx } = await failing(fromAuth('FORBIDDEN'))
    expect(ctx.graphql.query).toEqual({ operationName: 'Read' })
  })
})
