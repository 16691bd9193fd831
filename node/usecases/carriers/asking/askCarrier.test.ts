import type { PullRequest } from '../../../domain/connectors/pull/pullAdapter'
import {
  answer,
  aStore,
  carried,
  HOUR_MS,
  KEY,
  knows,
  NOT_YET,
  OTHER_KEY,
  promised,
} from '../../../edge/testing/askedStore'
import { orderWith, shown } from '../../../edge/testing/carrierPosts'

/** A carrier is asked by the real flows on the real stores; what it answers is the test's. */

describe('a carrier that is asked by the key', () => {
  it('has its news told to OMS, each once, until it says the last', async () => {
    const { all, requests, answers, ask, told, clock } = await aStore(
      'ssw',
      '',
      carried('1-01', KEY)
    )
    await ask()
    expect(requests.map(({ body }) => body)).toEqual([JSON.stringify({ chave_nfe: KEY })])
    expect(await told()).toEqual([])
    answers.next = async () => knows(2)
    await ask()
    expect(requests).toHaveLength(1)
    clock.advance(6 * HOUR_MS)
    await ask()
    await all.settled()
    expect(shown(all, '1-01')).toMatchObject({ isDelivered: false })
    expect(shown(all, '1-01').words).toHaveLength(2)
    clock.advance(6 * HOUR_MS)
    await ask()
    expect(await told()).toMatchObject([{ result: 'WRITTEN', orderIds: ['1-01'] }])
    answers.next = async () => knows(3)
    clock.advance(6 * HOUR_MS)
    await ask()
    await all.settled()
    expect(shown(all, '1-01')).toMatchObject({ isDelivered: true })
    expect(await told()).toHaveLength(2)
    clock.advance(48 * HOUR_MS)
    await ask()
    expect(requests).toHaveLength(4)
  })

  it('is not asked while it is off, nor about what is delivered', async () => {
    const delivered = carried('2-01', OTHER_KEY)
    const finished = { ...delivered.packages[0].courierStatus, finished: true, events: [] }
    const { requests, ask, set } = await aStore('ssw', '', carried('1-01', KEY), {
      ...delivered,
      packages: [
        {
          ...delivered.packages[0],
          courierStatus: { status: null, deliveredDate: null, ...finished },
        },
      ],
    })
    await set(false, '')
    await ask()
    expect(requests).toEqual([])
    await set(true, '')
    await ask()
    expect(requests.map(({ body }) => body)).toEqual([JSON.stringify({ chave_nfe: KEY })])
  })

  it('that falls over one parcel tells of the others, and a person hears that it was away once', async () => {
    const { all, answers, ask, told, clock } = await aStore(
      'ssw',
      '',
      carried('1-01', KEY),
      carried('2-01', OTHER_KEY)
    )
    answers.next = async ({ body }) => (body?.includes(KEY) ? answer('<html>', 500) : knows(1))
    for (let round = 0; round < 4; round += 1) {
      await ask()
      clock.advance(5 * 60_000)
    }
    await all.settled()
    expect(shown(all, '2-01').words).toHaveLength(1)
    const results = (await told()).map(({ problem }) => problem?.code ?? null)
    expect(results.sort()).toEqual(['CONNECTOR_AWAY', null])
  })

  it('is left alone as long as it says', async () => {
    const { requests, answers, ask, clock, told } = await aStore('ssw', '', carried('1-01', KEY))
    answers.next = async () => answer('', 429, 90)
    await ask()
    clock.advance(89_000)
    await ask()
    expect(requests).toHaveLength(1)
    clock.advance(1_000)
    await ask()
    expect(requests).toHaveLength(2)
    expect(await told()).toEqual([])
  })

  it('keeps its pace, and what does not fit into one handler is left to the next', async () => {
    const orders = Array.from({ length: 150 }, (_, index) =>
      carried(`${index}-01`, `${KEY.slice(0, 40)}${String(index).padStart(4, '0')}`)
    )
    const { all, requests, ask, clock } = await aStore('ssw', '', ...orders)
    const moments: number[] = []
    all.answer = async (request) => {
      requests.push(request)
      moments.push(clock.now())
      return NOT_YET
    }
    await ask()
    expect(requests.length).toBeLessThan(150)
    expect(all.nudges).toEqual([{ ask: 'ssw' }])
    while (all.nudges.length > 0) await all.handled(all.nudges.shift()!)
    expect(new Set(requests.map(({ body }) => body)).size).toBe(150)
    expect(requests).toHaveLength(150)
    const gaps = moments.slice(1).map((at, index) => at - moments[index])
    expect(gaps.filter((gap) => gap < 100)).toEqual([])
  })
})

describe('the event that has a carrier asked', () => {
  it('asks nobody where there is no such carrier', async () => {
    const { all, requests } = await aStore('ssw', '', carried('1-01', KEY))
    const before = all.files.reads
    await all.handled({ ask: 'pigeons' })
    expect([requests, all.nudges, all.files.reads]).toEqual([[], [], before])
  })

  it('that comes while another handler asks is let go', async () => {
    const { all, requests } = await aStore('ssw', '', carried('1-01', KEY))
    const held: unknown[] = []
    const claims = {
      hold: async (what: string, waitMs: number) => {
        held.push([what, waitMs])
        return { held: false as const }
      },
    }
    await all.handled({ ask: 'ssw' }, { ...all.ports(), claims: claims as never })
    expect([requests, all.nudges, held]).toEqual([[], [], [['news of ssw', 0]]])
  })
})

describe('a carrier that wants a sign-in', () => {
  const correiosOrder = promised(orderWith('1-01', 'AA123456785BR', { courier: 'Correios' }))
  const isSignIn = ({ url }: PullRequest) => url.includes('/token/')
  const NOTHING = answer({ objetos: [] })

  it('gets it once, and once more where it has run out', async () => {
    const { requests, answers, ask, clock } = await aStore('correios', 'ana:code:77', correiosOrder)
    const runOut = { now: false }
    let tokens = 0
    answers.next = async (request) => {
      if (isSignIn(request)) return answer({ token: `t${(tokens += 1)}` }, 201)
      const isOld = runOut.now && request.headers.authorization === 'Bearer t1'
      return isOld ? answer('', 401) : NOTHING
    }
    await ask()
    clock.advance(12 * HOUR_MS)
    await ask()
    expect(requests.filter(isSignIn)).toHaveLength(1)
    runOut.now = true
    clock.advance(12 * HOUR_MS)
    await ask()
    expect(requests.filter(isSignIn)).toHaveLength(2)
    expect(requests[requests.length - 1].headers.authorization).toBe('Bearer t2')
  })

  it('is not asked again with credentials that it refuses, and a person is told', async () => {
    const { requests, answers, ask, set, told, clock } = await aStore(
      'correios',
      'ana:wrong:77',
      correiosOrder
    )
    answers.next = async (request) =>
      isSignIn(request) ? answer({ msgs: ['GTW-006'] }, 400) : NOTHING
    await ask()
    clock.advance(24 * HOUR_MS)
    await ask()
    expect(requests).toHaveLength(1)
    expect(await told()).toMatchObject([
      { result: 'FAILED', problem: { code: 'CONNECTOR_REFUSED' }, orderIds: [] },
    ])
    answers.next = async (request) => (isSignIn(request) ? answer({ token: 't' }, 201) : NOTHING)
    await set(true, 'ana:right:77')
    await ask()
    expect(requests).toHaveLength(3)
  })

  it('is not asked while its credentials are not typed in', async () => {
    const { requests, ask } = await aStore('correios', '', correiosOrder)
    await ask()
    expect(requests).toEqual([])
  })

  it('is asked about many at once, and what it says of one is taken for that one alone', async () => {
    const numbers = ['AA123456785BR', 'AA111111115BR']
    const orders = numbers.map((number, index) =>
      promised(orderWith(`${index + 1}-01`, number, { courier: 'Correios' }))
    )
    const { all, requests, answers, ask, told, clock } = await aStore(
      'correios',
      'ana:code:77',
      ...orders
    )
    const said = { first: 1, second: 1 }
    const objectOf = (codObjeto: string, events: number) => ({
      codObjeto,
      eventos: Array.from({ length: events }, (_, hour) => ({
        codigo: 'RO',
        tipo: '01',
        dtHrCriado: `2026-11-09T0${hour}:00:00`,
        descricao: 'Objeto em trânsito',
      })),
    })
    answers.next = async (request) =>
      isSignIn(request)
        ? answer({ token: 't' }, 201)
        : answer({
            objetos: [objectOf(numbers[0], said.first), objectOf(numbers[1], said.second)],
          })
    await ask()
    await all.settled()
    expect(requests.filter((request) => !isSignIn(request))).toHaveLength(1)
    const words = () => ['1-01', '2-01'].map((orderId) => shown(all, orderId).words.length)
    expect(words()).toEqual([1, 1])
    said.second = 2
    clock.advance(12 * HOUR_MS)
    await ask()
    await all.settled()
    expect(words()).toEqual([1, 2])
    expect((await told()).map(({ orderIds }) => orderIds)).toEqual([
      ['2-01'],
      expect.anything(),
      expect.anything(),
    ])
  })
})

describe('a carrier that lists all news of a day', () => {
  it('is asked for yesterday and today, then for today each half hour', async () => {
    const { requests, answers, ask, clock } = await aStore('total-express', 'ana:1')
    answers.next = async () =>
      answer('<Envelope><ObterTrackingResponse></ObterTrackingResponse></Envelope>')
    const days = () =>
      requests.map(({ body }) => /<DataConsulta>(.*)<\/DataConsulta>/.exec(body ?? '')?.[1])
    await ask()
    await ask()
    expect(days()).toEqual(['2026-11-09', '2026-11-10'])
    clock.advance(30 * 60_000)
    await ask()
    expect(days().slice(2)).toEqual(['2026-11-10'])
  })

  it('is asked for the same days again where it was away', async () => {
    const { requests, answers, ask, clock } = await aStore('total-express', 'ana:1')
    answers.next = async () => answer('', 503)
    await ask()
    clock.advance(5 * 60_000)
    await ask()
    expect(requests).toHaveLength(2)
    expect(requests[1]).toEqual(requests[0])
  })
})
