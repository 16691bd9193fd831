import { bench, invoice, ORDERS, order, START } from './testing/bench'

const GET = `${ORDERS}/1001-01`
const POST = `${GET}/invoice`

describe('faults', () => {
  it.each([
    ['timeout', { kind: 'hang' }],
    ['reset', { kind: 'reset' }],
    ['status500', { status: 500 }],
    ['status429', { status: 429, headers: { 'retry-after': '1' } }],
    ['html', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } }],
  ])('%s hits as often as it is told, before the commit or after it', async (kind, expected) => {
    for (const afterCommit of [false, true]) {
      const { oms, raw, pass, order: read } = bench()
      oms.setBehaviour({ faults: [{ operation: 'NotifyInvoice', kind, times: 1, afterCommit }] })
      expect(await raw('POST', POST, invoice())).toMatchObject(expected)
      expect(await raw('GET', GET)).toMatchObject({ status: 200 })
      pass(3_000)
      expect((await read()).packageAttachment.packages).toHaveLength(afterCommit ? 1 : 0)
      expect(oms.behaviour().faults[0]!.times).toBe(0)
    }
  })

  it('hold waits for release, before the commit or after it', async () => {
    for (const afterCommit of [false, true]) {
      const { oms, raw, pass, order: read } = bench()
      oms.setBehaviour({
        faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1, afterCommit }],
      })
      const held = raw('POST', POST, invoice())
      await Promise.resolve()
      expect(oms.requests().map(({ operation, status }) => [operation, status])).toEqual([
        ['NotifyInvoice', 0],
      ])
      pass(3_000)
      expect((await read()).packageAttachment.packages).toHaveLength(afterCommit ? 1 : 0)
      expect(oms.release()).toBe(1)
      expect(oms.release()).toBe(0)
      expect(await held).toMatchObject({ kind: 'answer', status: 200 })
      pass(3_000)
      expect((await read()).packageAttachment.packages).toHaveLength(1)
      expect(oms.requests()[0]!.status).toBe(200)
    }
  })

  it('a held call is cut off by reset', async () => {
    const { oms, raw } = bench()
    oms.setBehaviour({ faults: [{ operation: 'GetOrder', kind: 'hold' }] })
    const held = raw('GET', GET)
    await Promise.resolve()
    oms.reset()
    expect(await held).toEqual({ kind: 'reset' })
  })

  it('slow answers late, and rightly', async () => {
    const { oms, raw } = bench()
    oms.setBehaviour({ faults: [{ operation: 'GetOrder', kind: 'slow', slowMs: 30, times: 1 }] })
    const started = Date.now()
    expect(await raw('GET', GET)).toMatchObject({ status: 200 })
    expect(Date.now() - started).toBeGreaterThanOrEqual(28)
  })

  it('throws dice that the seed decides', async () => {
    const throws = async (seed: number) => {
      const { oms, call } = bench()
      oms.setBehaviour({
        seed,
        faults: [{ operation: 'GetOrder', kind: 'status500', probability: 0.5 }],
      })
      const statuses: number[] = []
      for (let index = 0; index < 40; index += 1) statuses.push((await call('GET', GET)).status)
      return statuses
    }
    const first = await throws(7)
    expect(await throws(7)).toEqual(first)
    expect(await throws(8)).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set([200, 500]))
  })
})

describe('rate', () => {
  it('answers 429 above the minute’s share and recovers with the clock', async () => {
    const { oms, call, pass } = bench()
    oms.setBehaviour({ ratePerMinute: 2 })
    expect((await call('GET', GET)).status).toBe(200)
    expect((await call('GET', GET)).status).toBe(200)
    const over = await call('GET', GET)
    expect([over.status, over.headers['retry-after']]).toEqual([429, '60'])
    pass(60_000)
    expect((await call('GET', GET)).status).toBe(200)
  })
})

describe('what came in', () => {
  it('is recorded with operation, body, status and whose token it was', async () => {
    const { oms, call } = bench()
    await call('POST', POST, invoice())
    await call('GET', `${ORDERS}?page=2`)
    await call('GET', GET, undefined, null)
    expect(oms.requests()).toEqual([
      {
        operation: 'NotifyInvoice',
        method: 'POST',
        path: POST,
        body: invoice(),
        status: 200,
        at: new Date(START).toISOString(),
        token: 'person',
      },
      expect.objectContaining({ operation: 'ListOrders', path: `${ORDERS}?page=2`, body: null }),
      expect.objectContaining({ operation: 'GetOrder', status: 401, token: null }),
    ])
  })
})

describe('behaviour', () => {
  it.each([
    [{ speed: 1 }, 'speed'],
    [{ latencyMs: -1 }, 'latencyMs'],
    [{ readings: { rePost: 'sometimes' } }, 'readings.rePost'],
    [{ readings: { nothing: 1 } }, 'readings.nothing'],
    [{ bugs: { 'no-such-slug': true } }, 'bugs.no-such-slug'],
    [{ faults: [{ operation: 'GetOrder', kind: 'explode' }] }, 'faults[0].kind'],
    [{ faults: [{ operation: 'Get', kind: 'slow' }] }, 'faults[0].operation'],
    [{ faults: [{ operation: 'GetOrder', kind: 'slow', after: 1 }] }, 'faults[0].after'],
    [[], 'object'],
  ])('refuses %j and names it, changing nothing', (patch, name) => {
    const { oms } = bench()
    const before = oms.behaviour()
    const answer = oms.setBehaviour({
      applyDelayMs: 1,
      ...(Array.isArray(patch) ? { x: 1 } : patch),
    })
    expect(answer.ok).toBe(false)
    expect(oms.setBehaviour(patch)).toMatchObject({
      ok: false,
      message: expect.stringContaining(name),
    })
    expect(oms.behaviour()).toEqual(before)
  })

  it('merges readings and bugs by name, and faults as a whole', () => {
    const { oms } = bench()
    oms.setBehaviour({
      readings: { rePost: 'refuse' },
      faults: [{ operation: 'GetOrder', kind: 'slow' }],
    })
    oms.setBehaviour({ readings: { zeroValue: 'accept' }, applyDelayMs: 0 })
    expect(oms.behaviour()).toMatchObject({
      applyDelayMs: 0,
      readings: { rePost: 'refuse', zeroValue: 'accept' },
      faults: [{ operation: 'GetOrder', kind: 'slow' }],
    })
    oms.setBehaviour({ faults: [] })
    expect(oms.behaviour().faults).toEqual([])
  })
})

describe('state', () => {
  it('survives JSON between runs, what is pending too', async () => {
    const first = bench()
    await first.call('POST', POST, invoice())
    const saved = JSON.parse(JSON.stringify(first.oms.dump()))
    const second = bench([order({ orderId: 'other' })])
    second.oms.load(saved)
    second.pass(3_000)
    expect((await second.order()).status).toBe('invoiced')
    expect(second.oms.requests()[0]!.operation).toBe('NotifyInvoice')
    expect(() => second.oms.load({ version: 0 })).toThrow(/version/)
  })

  it('of an older double takes what it does not know at its default', () => {
    const { oms } = bench()
    const saved = JSON.parse(JSON.stringify(oms.dump()))
    saved.behaviour.readings = { rePost: 'refuse' }
    delete saved.behaviour.ratePerMinute
    oms.load(saved)
    expect(oms.behaviour()).toMatchObject({
      ratePerMinute: 0,
      readings: { rePost: 'refuse', trackingPut: 'append' },
    })
  })

  it('is as at the start after reset', async () => {
    const { oms, call, pass, order: read } = bench()
    const before = await read()
    oms.setBehaviour({ readings: { rePost: 'refuse' } })
    await call('POST', POST, invoice())
    pass(3_000)
    oms.reset()
    expect(oms.requests()).toEqual([])
    expect(oms.behaviour().readings.rePost).toBe('replace')
    expect(await read()).toEqual(before)
    expect(oms.orders()).toEqual([{ orderId: '1001-01', note: 'test' }])
  })
})
