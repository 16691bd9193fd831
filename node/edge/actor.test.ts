import { Fault } from '../domain/problem/fault'
import { actorOf, requireRight } from './actor'
import type { TokenOwner } from './clients/vtexId'
import type { Context } from './context'

interface Request {
  readonly cookie?: string
  readonly header?: string
  readonly owners?: Record<string, TokenOwner>
  readonly rights?: readonly string[]
  readonly down?: boolean
}

function request({ cookie, header, owners = {}, rights = [], down = false }: Request) {
  const asked: string[] = []
  const ctx = {
    cookies: { get: () => cookie },
    get: () => header ?? '',
    vtex: { account: 'storeops' },
    clients: {
      vtexId: {
        ownerOf: async (token: string) => {
          if (down) throw new Fault({ kind: 'unavailable', upstream: 'VTEX_ID', operation: 'Any' })
          return owners[token] ?? null
        },
      },
      rights: {
        granted: async (login: string, right: string) => {
          asked.push(`${login} ${right}`)
          return rights.includes(right)
        },
      },
    },
  } as unknown as Context
  return { ctx, asked }
}

const ana = { user: 'ana@example.com', account: 'storeops' }
const app = { user: 'partner.erp@1.2.3', account: 'storeops' }

describe('the caller', () => {
  it('is whom VTEX ID names, and the token is kept for OMS', async () => {
    const { ctx } = request({ header: 't-app', owners: { 't-app': app } })
    expect(await actorOf(ctx)).toMatchObject({ actor: 'partner.erp@1.2.3', token: 't-app' })
  })

  it('is the owner of the cookie where a header comes too, as @auth judges', async () => {
    const { ctx } = request({
      cookie: 't-ana',
      header: 't-app',
      owners: { 't-ana': ana, 't-app': app },
    })
    expect(await actorOf(ctx)).toMatchObject({ actor: 'ana@example.com', token: 't-ana' })
  })

  it.each([
    ['without a token', {}],
    ["with nobody's token", { header: 'expired' }],
    [
      'with a token of another account',
      { header: 't-other', owners: { 't-other': { ...ana, account: 'other' } } },
    ],
    [
      'whose cookie is expired, although the header is good',
      { cookie: 'expired', header: 't-app', owners: { 't-app': app } },
    ],
  ] as [string, Request][])('is nobody %s', async (_, given) => {
    await expect(actorOf(request(given).ctx)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })

  it('is nobody while VTEX ID is down', async () => {
    await expect(actorOf(request({ header: 't-down', down: true }).ctx)).rejects.toMatchObject({
      upstream: 'VTEX_ID',
    })
  })

  it('is asked about once a request, each right too', async () => {
    const { ctx, asked } = request({ header: 't', owners: { t: ana }, rights: ['OMSViewer'] })
    const caller = await actorOf(ctx)
    expect(await actorOf(ctx)).toBe(caller)
    expect(await Promise.all([caller.has('OMSViewer'), caller.has('OMSViewer')])).toEqual([
      true,
      true,
    ])
    expect(asked).toEqual(['ana@example.com OMSViewer'])
  })

  it('without a right is refused with its name', async () => {
    const { ctx } = request({ header: 't', owners: { t: ana } })
    await expect(requireRight(await actorOf(ctx), 'RefundAction')).rejects.toMatchObject({
      message: expect.stringContaining('Notify refund'),
      extensions: { code: 'FORBIDDEN' },
    })
  })
})
