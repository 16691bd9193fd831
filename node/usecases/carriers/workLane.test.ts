import { namesOfReport } from '../../domain/carriers/names'
import { someParcel } from '../../domain/testing/someParcel'
import {
  at,
  DAY_MS,
  expectAllTold,
  FIRST,
  HOUR_MS,
  MOVING,
  orderWith,
  POSTED,
  posts,
  puts,
  SECOND,
  shown,
  twoOrders,
} from '../../edge/testing/carrierPosts'
import { CarrierWorld } from '../../edge/testing/carrierWorld'

/** What carriers posted, worked off by the real handlers on the real stores. */

describe('messages of a quiet day', () => {
  it('are one call to OMS an invoice, whatever order and words they came in', async () => {
    const all = await twoOrders()
    await posts(all)
    await all.settled()
    expectAllTold(all)
    expect(puts(all)).toBe(2)
    const told = await all.told()
    expect(told.map(({ result }) => result)).toEqual(['WRITTEN', 'WRITTEN', 'WRITTEN'])
  })

  it('told again are nothing new, and OMS is not asked', async () => {
    const all = await twoOrders()
    await posts(all)
    await all.settled()
    const asked = all.world.oms.sent.length
    await posts(all)
    await all.settled()
    expect(all.world.oms.sent.length).toBe(asked)
    const told = await all.told()
    expect(told.slice(0, 3).map(({ result }) => result)).toEqual(Array(3).fill('NOTHING_NEW'))
  })

  it('that nobody was called for are found by a look', async () => {
    const all = await twoOrders()
    await posts(all)
    all.nudges.length = 0
    await all.settled()
    expectAllTold(all)
  })
})

describe('a message whose invoice is not known', () => {
  const KEY = '35261111222333000181550010000047111123456787'

  it('waits, and is told once somebody has seen the invoice', async () => {
    const all = new CarrierWorld(orderWith('1-01', FIRST.trackingNumber))
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    await all.settled()
    expect(await all.told()).toMatchObject([{ result: 'WAITING_FOR_INVOICE', orderIds: [] }])
    expect(all.world.oms.sent).toEqual([])
    await all.see('1-01', namesOfReport(someParcel(FIRST)))
    expect(all.nudges).toHaveLength(1)
    await all.settled()
    expect(shown(all, '1-01').words).toEqual(['Postado'])
    expect(await all.told()).toMatchObject([{ result: 'WRITTEN', orderIds: ['1-01'] }])
    expect(all.paths('carriers/waiting/')).toEqual([])
    expect(all.paths('carriers/awaited/')).toEqual([])
  })

  it('is found without the event that called it back, too', async () => {
    const all = new CarrierWorld(orderWith('1-01', FIRST.trackingNumber))
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    await all.settled()
    await all.see('1-01', namesOfReport(someParcel(FIRST)))
    all.nudges.length = 0
    await all.settled()
    expect(shown(all, '1-01').words).toEqual(['Postado'])
  })

  it.each([
    ['the key', { invoiceKey: KEY }],
    [
      'issuer, series and number',
      { invoice: { issuerId: '11222333000181', series: '1', number: '4711' } },
    ],
  ])('is found by %s, and brings the number that the invoice lacks', async (_name, names) => {
    const all = new CarrierWorld(orderWith('1-01', null, { invoiceKey: KEY }))
    const report = someParcel({ trackingNumber: null, ...names, events: [POSTED] })
    await all.posted({ ...report, trackingNumber: 'OY1' })
    await all.settled()
    await all.see('1-01', namesOfReport(someParcel({ trackingNumber: null, invoiceKey: KEY })))
    await all.settled()
    expect(all.world.oms.peek('1-01').packages[0].trackingNumber).toBe('OY1')
    expect(shown(all, '1-01').words).toEqual(['Postado'])
  })

  it('is given up after seven days, and not before', async () => {
    const all = new CarrierWorld(orderWith('1-01', 'OTHER'))
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    await all.settled()
    all.world.clock.advance(6.9 * DAY_MS)
    await all.settled()
    expect(all.paths('carriers/waiting/')).toHaveLength(1)
    all.world.clock.advance(DAY_MS)
    await all.settled()
    expect(all.paths('carriers/waiting/')).toEqual([])
    expect(all.paths('carriers/awaited/')).toEqual([])
  })

  it('whose number stands on two orders is told to neither', async () => {
    const all = await twoOrders()
    await all.see('2-01', namesOfReport(someParcel(FIRST)))
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    await all.settled()
    expect(all.world.oms.sent).toEqual([])
    expect(await all.told()).toMatchObject([{ result: 'WAITING_FOR_INVOICE' }])
  })

  it('whose invoice bears another number by now waits for the right one', async () => {
    const all = await twoOrders()
    all.world.oms.change('1-01', ({ packages: [one] }) => ({
      packages: [{ ...one, trackingNumber: 'REPLACED' }],
    }))
    await all.posted(someParcel({ ...FIRST, events: [POSTED] }))
    await all.settled()
    expect(puts(all)).toBe(0)
    expect(await all.told()).toMatchObject([
      { result: 'WAITING_FOR_INVOICE', problem: { code: 'INVOICE_NOT_FOUND' } },
    ])
  })
})

it('what OMS has from others, at the same second and place, is not told again', async () => {
  const all = await twoOrders()
  all.world.oms.change('2-01', ({ packages: [one] }) => ({
    packages: [
      {
        ...one,
        courierStatus: {
          finished: false,
          status: 'shipped',
          deliveredDate: null,
          events: [
            {
              date: POSTED.date,
              dateText: POSTED.date,
              description: 'Posted, says another system',
              city: 'campinas',
              state: 'sp',
            },
          ],
        } as typeof one.courierStatus,
      },
    ],
  }))
  await all.posted(someParcel({ ...SECOND, events: [POSTED, MOVING] }))
  await all.settled()
  expect(shown(all, '2-01').words).toEqual(['Em trânsito', 'Posted, says another system'])
})

it('an answer of OMS that was lost is settled by reading, and nothing goes twice', async () => {
  const all = await twoOrders()
  all.world.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown', afterCommit: true })
  await posts(all)
  await all.settled()
  expectAllTold(all)
})

it('an OMS that is down keeps the message, until it is back', async () => {
  const all = await twoOrders()
  all.world.oms.fail({ call: 'get', kind: 'unavailable', times: 12 })
  await posts(all)
  await all.settled()
  expectAllTold(all)
})

it('what is kept of a message goes after three days', async () => {
  const all = await twoOrders()
  await posts(all)
  await all.settled()
  expect(all.paths('carriers/told/')).toHaveLength(3)
  all.world.clock.advance(3 * DAY_MS + HOUR_MS)
  await all.posted(someParcel({ ...SECOND, events: [at(1)] }))
  await all.settled()
  expect(all.paths('carriers/told/')).toHaveLength(1)
})
