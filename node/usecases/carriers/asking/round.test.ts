import {
  answer,
  aStore,
  carried,
  HOUR_MS,
  KEY,
  knows,
  NOVEMBER,
  promised,
} from '../../../edge/testing/askedStore'
import { orderWith, shown } from '../../../edge/testing/carrierPosts'
import { instantAt } from '../../../domain/values/instant'

/** What one handler's asking leaves behind it: whom it asked in which order, what it tells, what it remembers. */

const keyOf = (index: number): string => `${KEY.slice(0, 40)}${String(index).padStart(4, '0')}`

describe('a round', () => {
  it('asks first about what has been due for longest, wherever it is stored', async () => {
    const isNear = (index: number): boolean => index % 2 === 1
    const orders = Array.from({ length: 12 }, (_, index) => {
      const order = carried(`${index}-01`, keyOf(index))
      return isNear(index) ? { ...order, estimatedDelivery: instantAt(NOVEMBER) } : order
    })
    const { requests, ask, clock } = await aStore('ssw', '', ...orders)
    await ask()
    requests.length = 0
    clock.advance(48 * HOUR_MS)
    await ask()
    const keys = requests.map(({ body }) => JSON.parse(body ?? '').chave_nfe as string)
    const near = orders.flatMap((_, index) => (isNear(index) ? [keyOf(index)] : []))
    expect(keys).toHaveLength(12)
    expect(new Set(keys.slice(0, 6))).toEqual(new Set(near))
  })

  it('has what the carrier told worked off by the lane in which it lies', async () => {
    const { all, answers, ask } = await aStore('ssw', '', carried('1-01', KEY))
    answers.next = async () => knows(2)
    await ask()
    expect(all.nudges).toEqual([{ lane: expect.any(Number) }])
  })

  it('makes no message of a parcel of which nothing is told', async () => {
    const { all, answers, ask, told } = await aStore('ssw', '', carried('1-01', KEY))
    answers.next = async () => knows(0)
    await ask()
    expect([all.nudges, all.paths('carriers/inbox/')]).toEqual([[], []])
    expect(await told()).toEqual([])
  })

  it('remembers nothing of a carrier with which all went well', async () => {
    const { all, ask } = await aStore('ssw', '', carried('1-01', KEY))
    await ask()
    expect(all.paths('carriers/asked/ssw/state')).toEqual([])
  })
})

describe('that a carrier is in trouble', () => {
  it('is a message of its own about no parcel and no order, which names the carrier', async () => {
    const { all, answers, ask, told } = await aStore('correios', 'ana:wrong:77', order())
    answers.next = async () => answer({ msgs: ['GTW-006'] }, 400)
    await ask()
    expect(await told()).toEqual([
      {
        id: expect.any(String),
        connector: 'correios',
        at: all.world.clock.now(),
        result: 'FAILED',
        parcels: 0,
        orderIds: [],
        problem: expect.objectContaining({
          code: 'CONNECTOR_REFUSED',
          facts: [{ name: 'carrier', value: 'Correios' }],
        }),
        isTest: false,
        body: null,
      },
    ])
    expect(all.paths('carriers/inbox/')).toEqual([])
  })

  it('is told once in six hours while it is away, however often it is asked', async () => {
    // So near its promise that it is asked about each two hours.
    const near = { ...carried('1-01', KEY), estimatedDelivery: instantAt(NOVEMBER) }
    const { requests, answers, ask, told, clock } = await aStore('ssw', '', near)
    answers.next = async () => answer('<html>', 500)
    const toldAfter: number[] = []
    for (const hours of [0, 2.5, 2.5, 2.5]) {
      clock.advance(hours * HOUR_MS)
      await ask()
      toldAfter.push((await told()).length)
    }
    expect(requests).toHaveLength(4)
    expect(toldAfter).toEqual([1, 1, 1, 2])
  })
})

describe('a carrier that is asked about many at once', () => {
  it('is asked about each once, in as few calls as it takes', async () => {
    const numbers = Array.from({ length: 53 }, (_, index) => postalNumber(10_000_000 + index))
    const orders = numbers.map((number, index) =>
      promised(orderWith(`${index}-01`, number, { courier: 'Correios' }))
    )
    const { requests, answers, ask } = await aStore('correios', 'ana:code:77', ...orders)
    answers.next = async ({ url }) =>
      url.includes('/token/') ? answer({ token: 't' }, 201) : answer({ objetos: [] })
    await ask()
    const calls = requests.filter(({ url }) => !url.includes('/token/'))
    const asked = calls.flatMap(({ url }) => url.match(/[A-Z]{2}\d{9}BR/g) ?? [])
    expect(calls).toHaveLength(2)
    expect(asked.sort()).toEqual([...numbers].sort())
  })
})

/** With the check digit of the Universal Postal Union's standard S10. */
function postalNumber(serial: number): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(`${serial}`[at]), 0)
  const digit = 11 - (sum % 11)
  return `AA${serial}${digit === 10 ? 0 : digit === 11 ? 5 : digit}BR`
}

const order = () => promised(orderWith('1-01', 'AA123456785BR', { courier: 'Correios' }))

describe('a carrier that lists all news of a day', () => {
  const status = '<CodStatus>102</CodStatus><DescStatus>EM VIAGEM</DescStatus>'
  const item = `<item><AWB>TX-1</AWB><ArrayStatusTotal><item>${status}<DataStatus>2026-11-09T02:00:00</DataStatus></item></ArrayStatusTotal></item>`
  const news = (items: string) =>
    answer(`<Envelope><ObterTrackingResponse>${items}</ObterTrackingResponse></Envelope>`)

  it('has all that it lists told, of parcels that nobody asked about by name', async () => {
    const order = promised(orderWith('1-01', 'TX-1', { courier: 'Total Express' }))
    const { all, answers, ask } = await aStore('total-express', 'ana:1', order)
    answers.next = async () => news(item)
    await ask()
    await all.settled()
    expect(shown(all, '1-01').words).toEqual(['EM VIAGEM'])
  })

  it('is asked for both days again where there was no time for the second', async () => {
    const { all, requests, answers, ask } = await aStore('total-express', 'ana:1')
    answers.next = async () => {
      all.world.clock.advance(11_000)
      return news('')
    }
    await ask()
    expect(all.nudges.splice(0)).toEqual([{ ask: 'total-express' }])
    expect(requests).toHaveLength(1)
    answers.next = async () => news('')
    await ask()
    expect(requests).toHaveLength(3)
  })

  it('is asked for a day again where the round came to no end', async () => {
    const { all, answers, ask } = await aStore('total-express', 'ana:1')
    const asked = () => all.ports().openParcels.readState('total-express')
    answers.next = async () => answer('', 429, 90)
    await ask()
    expect((await asked()).newsAt).toBe(0)
    all.world.clock.advance(90_000)
    answers.next = async () => news('')
    await ask()
    const { newsAt } = await asked()
    expect(newsAt).toBe(all.world.clock.now())
    // Not due yet: nobody is asked, and what was asked stays as it was.
    all.world.clock.advance(60_000)
    await ask()
    expect((await asked()).newsAt).toBe(newsAt)
  })
})
