import { keptSecret } from '../../../domain/carriers/secretRules'
import { linkNamed } from '../../../domain/connectors/linkNamed'
import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import type { PullAnswer, PullRequest } from '../../../domain/connectors/pull/pullAdapter'
import { CarrierWorld } from '../../../edge/testing/carrierWorld'
import { testConnector } from '../testConnector'

const answer = (body: unknown, status = 200): PullAnswer => ({
  body,
  status,
  retryAfterSeconds: null,
})
const NOT_KNOWN = answer({ success: false })

/** A store tries a carrier that is asked. @param typed its credentials; "" where none are set */
async function tried(name: string, answered: PullAnswer | null, typed = '') {
  const all = new CarrierWorld()
  const requests: PullRequest[] = []
  all.answer = async (request) => {
    requests.push(request)
    return request.url.includes('/token/') ? answer({ token: 't' }) : answered
  }
  const secrets = typed === '' ? [] : [keptSecret(linkNamed(name, pullAdapters)!, typed, 'salt')]
  await all.ports().connectors.change(name, (before) => ({ ...before, secrets }))
  const { problems, connector } = await testConnector(all.ports(), name)
  expect(connector?.of.name).toBe(name)
  expect(await all.ports().messages.recent(name, 9)).toEqual([])
  expect(all.nudges).toEqual([])
  return { problems, requests }
}

describe('a try of a carrier that is asked', () => {
  it('asks once, about a parcel that is nobody’s, and keeps nothing of the answer', async () => {
    const { problems, requests } = await tried('ssw', NOT_KNOWN)
    expect(problems).toEqual([])
    expect(requests.map(({ body }) => body)).toEqual([
      JSON.stringify({ chave_nfe: '35261111222333000181550010000000011000000019' }),
    ])
    const signedIn = await tried('correios', answer({ objetos: [] }), 'ana:code:77')
    expect(signedIn.problems).toEqual([])
    expect(signedIn.requests.map(({ url }) => url)).toEqual([
      expect.stringContaining('/token/'),
      expect.stringContaining('codigosObjetos=AA000000005BR'),
    ])
  })

  it('asks one that lists the news of a day for those of today, by its clock', async () => {
    const { requests } = await tried('total-express', answer('<a/>'), 'ana:1')
    expect(requests[0].body).toContain('<DataConsulta>2026-03-10</DataConsulta>')
  })

  it('says that the credentials are refused', async () => {
    expect((await tried('ssw', answer('', 401))).problems).toMatchObject([
      {
        code: 'CONNECTOR_REFUSED',
        field: ['name'],
        facts: [{ name: 'carrier', value: 'SSW' }],
      },
    ])
  })

  it.each([
    ['no answer comes', null],
    ['it is broken', answer('', 503)],
    ['it is asked too often', answer('', 429)],
    ['its answer cannot be read', answer('<html>')],
  ])('says that it is away where %s', async (_why, answered) =>
    expect((await tried('ssw', answered)).problems).toMatchObject([
      { code: 'CONNECTOR_AWAY', field: ['name'], facts: [{ name: 'carrier', value: 'SSW' }] },
    ])
  )

  it('asks nothing without the credentials that it needs, and says how they are typed in', async () => {
    const { problems, requests } = await tried('correios', NOT_KNOWN)
    expect(problems).toMatchObject([
      {
        code: 'SETTINGS_INVALID',
        facts: [{ value: 'it is typed in as user:accessCode:postingCard' }],
      },
    ])
    expect(requests).toEqual([])
  })
})
