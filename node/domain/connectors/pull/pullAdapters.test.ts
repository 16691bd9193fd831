import fc from 'fast-check'
import { pullAdapters } from './adapters'
import type { AskedParcel, PullAnswer } from './pullAdapter'

const KEY = '35261111222333000181550010000047111123456787'
const ASKED: AskedParcel = {
  trackingNumber: 'OY000047110BR',
  invoiceKey: KEY,
  invoice: { issuerId: '11222333000181', series: '1', number: '4711' },
}
const NAMELESS: AskedParcel = { trackingNumber: null, invoiceKey: null, invoice: null }
const CREDENTIALS = {
  user: 'u',
  password: 'p',
  accessCode: 'c',
  postingCard: '1',
  token: 't',
  payerId: '9',
}
const answer = (more: Partial<PullAnswer>): PullAnswer => ({
  status: 200,
  retryAfterSeconds: null,
  body: {},
  ...more,
})

describe.each(pullAdapters)('$name', (adapter) => {
  const options = { timeZone: adapter.defaultTimeZone, codes: new Map() }
  const decode = (more: Partial<PullAnswer>) => adapter.decode(answer(more), [ASKED], options)

  it('asks its own host alone, by https', () => {
    const { url, method, body } = adapter.request([ASKED], CREDENTIALS, '2026-11-09')
    expect(new URL(url)).toMatchObject({ protocol: 'https:', host: adapter.host })
    expect(body === null).toBe(method === 'GET')
    const signIn = adapter.signIn?.request(CREDENTIALS).url
    if (signIn) expect(new URL(signIn).host).toBe(adapter.host)
  })

  it('says what a store has to know before it relies on it', () => {
    expect(adapter.cannot.length).toBeGreaterThan(0)
    for (const words of adapter.cannot) expect(words).toMatch(/\.$/)
  })

  it('asks about what it can be asked about', () => {
    expect(adapter.canAsk?.(ASKED) ?? true).toBe(true)
    expect(adapter.canAsk?.(NAMELESS) ?? false).toBe(false)
  })

  it('tells refused, too fast and away apart', () => {
    expect(decode({ status: 401 })).toEqual({ kind: 'UNAUTHORISED' })
    expect(decode({ status: 403 })).toEqual({ kind: 'UNAUTHORISED' })
    expect(decode({ status: 429, retryAfterSeconds: 7 })).toEqual({
      kind: 'SLOW_DOWN',
      retryAfterSeconds: 7,
    })
    expect(decode({ status: 503, body: '<html>busy</html>' })).toEqual({ kind: 'AWAY' })
    expect(decode({ body: '<html>please log in</html>' })).toEqual({ kind: 'AWAY' })
    expect(decode({ body: '' })).toEqual({ kind: 'AWAY' })
  })

  it('answers whatever comes, and makes no delivery of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string()), (body) => {
        const result = decode({ body })
        if (result.kind !== 'READ') return
        const states = result.parcels.flatMap(({ events }) => events.map(({ state }) => state))
        expect(states).not.toContain('DELIVERED')
      })
    )
  })
})
