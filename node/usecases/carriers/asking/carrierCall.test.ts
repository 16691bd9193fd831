import { linkNamed } from '../../../domain/connectors/linkNamed'
import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import type { PullAnswer, PullRequest } from '../../../domain/connectors/pull/pullAdapter'
import { CarrierCall } from './carrierCall'

const answer = (body: unknown, status = 200, retryAfterSeconds: number | null = null) =>
  ({ body, status, retryAfterSeconds }) satisfies PullAnswer
const OPTIONS = { timeZone: 'America/Sao_Paulo', codes: new Map() }
const isSignIn = ({ url }: PullRequest) => url.includes('/token/')

/** The line to a carrier, and what is remembered of its sign-ins. */
function aLine(name: string, answered: (request: PullRequest) => PullAnswer | null) {
  const adapter = linkNamed(name, pullAdapters)!
  const requests: PullRequest[] = []
  const tokens = new Map<string, string>()
  const ports = {
    line: {
      call: async (request: PullRequest) => {
        requests.push(request)
        return answered(request)
      },
    },
    tokens: {
      get: (key: string) => tokens.get(key),
      set: (key: string, token: string) => void tokens.set(key, token),
      drop: (key: string) => void tokens.delete(key),
    },
  }
  const ask = (secret = 'ana:code:77') => {
    const [user, accessCode, postingCard] = secret.split(':')
    const call = new CarrierCall(ports, adapter, { user, accessCode, postingCard }, secret)
    return call.ask([], '2026-11-20', OPTIONS)
  }
  return { ask, requests }
}

describe('a carrier that wants a sign-in', () => {
  it.each([
    ['is away where nobody answers it', null, { kind: 'AWAY' }],
    ['is away where the answer holds no token', answer({}), { kind: 'AWAY' }],
    ['is away where it is broken', answer('', 500), { kind: 'AWAY' }],
    ['refuses by 400', answer({}, 400), { kind: 'UNAUTHORISED' }],
    ['refuses by 401', answer({}, 401), { kind: 'UNAUTHORISED' }],
    ['may be asked too often', answer({}, 429, 7), { kind: 'SLOW_DOWN', retryAfterSeconds: 7 }],
  ])('%s, and is asked nothing then', async (_what, answered, result) => {
    const { ask, requests } = aLine('correios', () => answered)
    expect(await ask()).toEqual(result)
    expect(requests.map(isSignIn)).toEqual([true])
  })

  it('is asked with its token, which is kept for these credentials alone', async () => {
    let tokens = 0
    const { ask, requests } = aLine('correios', (request) =>
      isSignIn(request) ? answer({ token: `t${(tokens += 1)}` }) : answer({ objetos: [] })
    )
    for (const secret of ['ana:code:77', 'ana:code:77', 'eva:code:77'])
      expect(await ask(secret)).toMatchObject({ kind: 'READ' })
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      expect.stringMatching(/^Basic/),
      'Bearer t1',
      'Bearer t1',
      expect.stringMatching(/^Basic/),
      'Bearer t2',
    ])
  })

  it('that refuses a token of this very call is not signed in to once more', async () => {
    const { ask, requests } = aLine('correios', (request) =>
      isSignIn(request) ? answer({ token: 't' }) : answer('', 403)
    )
    expect(await ask()).toEqual({ kind: 'UNAUTHORISED' })
    expect(requests.map(isSignIn)).toEqual([true, false])
    expect(await ask()).toEqual({ kind: 'UNAUTHORISED' })
    expect(requests.map(isSignIn)).toEqual([true, false, false, true, false])
  })

  it('is not signed in to anew for anything but a refusal', async () => {
    let status = 200
    const { ask, requests } = aLine('correios', (request) =>
      isSignIn(request) ? answer({ token: 't' }) : answer({ objetos: [] }, status)
    )
    await ask()
    status = 503
    expect(await ask()).toEqual({ kind: 'AWAY' })
    expect(requests.map(isSignIn)).toEqual([true, false, false])
  })
})

describe('a carrier that answers everybody', () => {
  it('is asked once, whatever it says', async () => {
    for (const [answered, kind] of [
      [answer('', 401), 'UNAUTHORISED'],
      [null, 'AWAY'],
    ] as const) {
      const { ask, requests } = aLine('ssw', () => answered)
      expect(await ask()).toEqual({ kind })
      expect(requests).toHaveLength(1)
    }
  })
})
