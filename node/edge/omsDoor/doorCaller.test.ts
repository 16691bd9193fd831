import { FakeClock } from '../testing/fakes'
import type { Context } from '../context'
import { doorCaller, doorMemory } from './doorCaller'

const ERP = { user: 'vtexappkey-storeops-ABC', account: 'storeops' }

function world() {
  const clock = new FakeClock()
  const memory = doorMemory(clock)
  const asked: string[] = []
  const rights = new Set(['ShippingAction'])
  const sessions = new Map([['key/secret', 'session']])
  const call = (headers: Record<string, string>) => {
    const ctx = {
      cookies: { get: () => 'session' },
      get: (name: string) => headers[name] ?? '',
      vtex: { account: 'storeops' },
      clients: {
        appKeys: {
          sessionOf: async (key: string, secret: string) => {
            asked.push('key')
            return sessions.get(`${key}/${secret}`) ?? null
          },
        },
        vtexId: {
          ownerOf: async (token: string) => {
            asked.push('owner')
            return token === 'session' ? ERP : token === 'other' ? { ...ERP, account: 'x' } : null
          },
        },
        rights: {
          granted: async (_user: string, right: string) => {
            asked.push(right)
            return rights.has(right)
          },
        },
      },
    } as unknown as Context
    return doorCaller(ctx, memory)
  }
  return { clock, asked, rights, sessions, call }
}

const KEY = { 'X-VTEX-API-AppKey': 'key', 'X-VTEX-API-AppToken': 'secret' }

describe('the caller at the door', () => {
  it.each([
    ['with a cookie alone', {}],
    ['with a key and no token', { 'X-VTEX-API-AppKey': 'key' }],
    ['with a wrong token of a key', { ...KEY, 'X-VTEX-API-AppToken': 'guessed' }],
    ['with a token of nobody', { VtexIdclientAutCookie: 'guessed' }],
    ['with a token of another account', { VtexIdclientAutCookie: 'other' }],
  ])('is nobody %s', async (_name, headers) => {
    await expect(world().call(headers)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })

  it('by an app key acts with the session, and VTEX ID is asked once a minute', async () => {
    const { asked, call, clock } = world()
    for (let at = 0; at < 3; at += 1) {
      const caller = await call(KEY)
      expect(caller).toMatchObject({ token: 'session', actor: ERP.user })
      expect(await caller.has('ShippingAction')).toBe(true)
    }
    expect(asked).toEqual(['key', 'owner', 'ShippingAction'])
    await clock.sleep(60_000)
    expect(await (await call(KEY)).has('ShippingAction')).toBe(true)
    expect(asked.slice(3)).toEqual(['owner', 'ShippingAction'])
  })

  it('loses a right within the minute, and has a new one at once', async () => {
    const { call, clock, rights } = world()
    const may = async () => (await call({ VtexIdclientAutCookie: 'session' })).has('ShippingAction')
    expect(await may()).toBe(true)
    rights.clear()
    await clock.sleep(60_000)
    expect(await may()).toBe(false)
    rights.add('ShippingAction')
    expect(await may()).toBe(true)
  })

  it('is nobody five minutes after its key was revoked', async () => {
    const { call, clock, sessions } = world()
    await call(KEY)
    sessions.clear()
    await clock.sleep(5 * 60_000)
    await expect(call(KEY)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
  })
})
