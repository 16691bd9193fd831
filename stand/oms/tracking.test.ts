import fc from 'fast-check'
import { bench, invoice, ORDERS, type Bench, type Parsed } from './testing/bench'

const PATH = `${ORDERS}/1001-01/invoice`
const TRACKING = `${PATH}/4711/tracking`

async function invoiced(readings: Record<string, unknown> = {}): Promise<Bench> {
  const made = bench()
  made.oms.setBehaviour({ readings })
  await made.call(
    'POST',
    PATH,
    invoice({ courier: 'Correios', invoiceUrl: 'https://example.com/1' })
  )
  made.pass(3_000)
  return made
}

const shown = async (made: Bench) => (await made.order()).packageAttachment.packages[0]
const event = (description: string, date: string, city = 'Recife', state = 'PE') => ({
  description,
  date,
  city,
  state,
})

describe('UpdatePartialInvoice', () => {
  it('writes the sent keys after the delay and leaves every other field', async () => {
    const made = await invoiced()
    const before = await shown(made)
    const answer = await made.call('PATCH', `${PATH}/4711`, {
      trackingNumber: 'BR1',
      courier: 'Jadlog',
    })
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toEqual(['date', 'orderId', 'receipt'])
    expect(await shown(made)).toEqual(before)
    made.pass(2_000)
    expect(await shown(made)).toEqual({ ...before, trackingNumber: 'BR1', courier: 'Jadlog' })
  })

  it('does not know another number, nor one that is not applied yet', async () => {
    const made = bench()
    await made.call('POST', PATH, invoice())
    for (const number of ['4711', '4712']) {
      const answer = await made.call('PATCH', `${PATH}/${number}`, { courier: 'x' })
      expect([answer.status, answer.body.error.message]).toEqual([404, 'Invoice Not Found'])
    }
  })

  it('fails on a stored number with a space, and does not reach one with a slash', async () => {
    const made = bench()
    await made.call('POST', PATH, invoice({ invoiceNumber: 'NF 1', invoiceValue: 1_000 }))
    await made.call('POST', PATH, invoice({ invoiceNumber: 'NF/2', invoiceValue: 1_000 }))
    made.pass(2_000)
    const space = await made.call('PATCH', `${PATH}/NF%201`, { courier: 'x' })
    expect([space.status, space.body.error.message]).toEqual([500, 'An error has occurred'])
    expect((await made.call('PATCH', `${PATH}/NF/2`, { courier: 'x' })).status).toBe(404)
    expect((await made.call('PATCH', `${PATH}/NF%2F2`, { courier: 'x' })).status).toBe(404)
  })
})

describe('UpdateTrackingStatus', () => {
  it('keeps every event, newest first, in .NET dates, and moves neither status nor lastChange', async () => {
    const made = await invoiced()
    const before = await made.order()
    await made.call('PUT', TRACKING, {
      isDelivered: false,
      events: [event('Coletado', '2026-03-11')],
    })
    await made.call('PUT', TRACKING, {
      isDelivered: true,
      deliveredDate: '2026-03-13 14:05',
      events: [
        event('Entregue', '2026-03-13T11:00:00-03:00'),
        event('Saiu', '2026-03-12 08:00:00'),
      ],
    })
    made.pass(2_000)
    const after = await made.order()
    expect([after.status, after.lastChange]).toEqual([before.status, before.lastChange])
    const { courierStatus } = after.packageAttachment.packages[0]
    expect(courierStatus).toMatchObject({
      status: 'ok',
      finished: true,
      deliveredDate: '2026-03-13T14:05:00.0000000+00:00',
    })
    expect(courierStatus.data.map((one: Parsed) => [one.description, one.lastChange])).toEqual([
      ['Entregue', '2026-03-13T14:00:00.0000000+00:00'],
      ['Saiu', '2026-03-12T08:00:00.0000000+00:00'],
      ['Coletado', '2026-03-11T00:00:00.0000000+00:00'],
    ])
  })

  it('keeps the delivery date when it is told of the delivery again without one', async () => {
    const made = await invoiced()
    const events = [event('Entregue', '2026-03-09')]
    await made.call('PUT', TRACKING, { isDelivered: true, deliveredDate: '2026-03-09', events })
    await made.call('PUT', TRACKING, { isDelivered: true, events: [] })
    made.pass(2_000)
    const { deliveredDate } = (await shown(made)).courierStatus
    expect(deliveredDate).toBe('2026-03-09T00:00:00.0000000+00:00')
  })

  it.each([
    ['2026-03-01', '2026-03-01T00:00:00.0000000+00:00'],
    ['2026-03-01 10:11', '2026-03-01T10:11:00.0000000+00:00'],
    ['2026-03-01 10:11:12', '2026-03-01T10:11:12.0000000+00:00'],
    ['2026-03-01T10:11:12-0300', '2026-03-01T13:11:12.0000000+00:00'],
    ['2026-03-01T10:11:12.3456789+00:00', '2026-03-01T10:11:12.3450000+00:00'],
    ['Sun, 01 Mar 2026 10:11:12 GMT', '2026-03-01T10:11:12.0000000+00:00'],
    ['ontem à tarde', 'ontem à tarde'],
  ])('reads the date %s', async (sent, kept) => {
    const made = await invoiced()
    await made.call('PUT', TRACKING, { isDelivered: false, events: [event('x', sent)] })
    made.pass(2_000)
    expect((await shown(made)).courierStatus.data[0].lastChange).toBe(kept)
  })

  it('refuses a body without isDelivered and a description beyond 5000 characters', async () => {
    const made = await invoiced()
    expect((await made.call('PUT', TRACKING, { events: [] })).status).toBe(400)
    const long = event('x'.repeat(5_001), '2026-03-01')
    expect((await made.call('PUT', TRACKING, { isDelivered: false, events: [long] })).status).toBe(
      400
    )
    expect((await made.call('PUT', TRACKING, { isDelivered: false, events: [{}] })).status).toBe(
      200
    )
  })

  const events = fc.array(
    fc.record({
      description: fc.constantFrom('a', 'b', 'c'),
      date: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'),
      city: fc.constantFrom('Recife', 'Natal'),
      state: fc.constant('PE'),
    }),
    { maxLength: 4 }
  )
  const calls = fc.array(events, { maxLength: 5 })

  async function after(reading: string, lists: unknown[][]): Promise<Parsed[]> {
    const made = await invoiced({ trackingPut: reading })
    for (const list of lists) {
      await made.call('PUT', TRACKING, { isDelivered: false, events: list })
      made.pass(2_000)
    }
    return (await shown(made)).courierStatus?.data ?? []
  }

  it('append keeps as many events as were sent, always sorted', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (lists) => {
        const data = await after('append', lists)
        expect(data).toHaveLength(lists.flat().length)
        const dates = data.map(({ lastChange }) => lastChange)
        expect(dates).toEqual([...dates].sort().reverse())
      }),
      { numRuns: 30 }
    )
  })

  it('dedup holds each event once, whatever the order and the repeats', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (lists) => {
        const key = (one: Parsed) =>
          [one.description, one.date ?? one.lastChange.slice(0, 10), one.city].join()
        const set = new Set(lists.flat().map(key))
        const once = (await after('dedup', lists)).map(key)
        const again = (await after('dedup', [...lists, ...[...lists].reverse()])).map(key)
        expect(new Set(once)).toEqual(set)
        expect(once).toHaveLength(set.size)
        expect([...again].sort()).toEqual([...once].sort())
      }),
      { numRuns: 30 }
    )
  })

  it('replace holds the last list alone', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (lists) => {
        expect(await after('replace', lists)).toHaveLength(lists[lists.length - 1]?.length ?? 0)
      }),
      { numRuns: 20 }
    )
  })
})
