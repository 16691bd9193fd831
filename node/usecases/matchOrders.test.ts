import { cents } from '../domain/values/money'
import type { ListQuery } from '../domain/package/outgoing'
import { QueryRefused } from '../domain/problem/problems'
import { matchOrders, type GivenReference } from './matchOrders'
import { notifyInvoice } from './notifyInvoice'
import { moment, someInvoice, someLine, someOrder } from './testing/someOrder'
import { World } from './testing/world'

const CPF = '12345678909'
const marketplace = (orderId: string) => ({ name: 'Meli', isCertified: true, orderId })

const given = (of: Partial<GivenReference>): GivenReference => ({
  reference: null,
  recipientId: null,
  value: null,
  issuanceDate: null,
  invoiceNumber: null,
  issuerId: null,
  series: null,
  ...of,
})
const match = async (world: World, of: Partial<GivenReference>) =>
  (await matchOrders(world.ports(), [given(of)]))[0]
const none = { orderId: null, by: null, invoiceNumber: null, candidates: [] }

describe('an order is matched', () => {
  it('by its id, with one read and no search', async () => {
    const world = new World(someOrder())
    expect(await match(world, { reference: ' 1400-01 ' })).toEqual({
      ...none,
      orderId: '1400-01',
      by: 'ORDER_ID',
    })
    expect(world.oms.bodies('list')).toEqual([])
  })

  it.each([
    ['501400', 'SEQUENCE'],
    ['2000015745230171', 'MARKETPLACE_ID'],
  ])('by %s', async (reference, by) => {
    const order = someOrder({ sequence: '501400', marketplace: marketplace('2000015745230171') })
    const world = new World(order, someOrder({ orderId: '9-01' }))
    expect(await match(world, { reference })).toEqual({ ...none, orderId: '1400-01', by })
  })

  it('not by a name that only looks like it', async () => {
    const world = new World(someOrder())
    for (const reference of ['1400', 'Ana', '14', 'NF 12 / 3']) {
      const sequence = reference === '1400' ? { orderId: '1400-01', by: 'SEQUENCE' } : {}
      expect(await match(world, { reference })).toEqual({ ...none, ...sequence })
    }
  })

  it('by recipient and value among those that wait for an invoice', async () => {
    const world = new World(
      someOrder(),
      someOrder({ orderId: '1401-01', lines: [someLine({ roughValue: cents(9_999) })] }),
      someOrder({ orderId: '1402-01', customerDocuments: ['52998224725'] }),
      someOrder({ orderId: '1403-01', status: 'invoiced' })
    )
    expect(await match(world, { recipientId: '123.456.789-09', value: 11_500 })).toEqual({
      ...none,
      orderId: '1400-01',
      by: 'RECIPIENT_AND_VALUE',
    })
    expect(world.oms.bodies<ListQuery>('list')[0]).toMatchObject({
      search: CPF,
      statuses: expect.arrayContaining(['handling', 'ready-for-handling']),
    })
  })

  it('by recipient and value where the name that it bears is unknown here', async () => {
    const of = { reference: 'PED-77', recipientId: CPF, value: 11_500 }
    expect(await match(new World(someOrder()), of)).toMatchObject({ orderId: '1400-01' })
  })

  it('by the number of an invoice that it holds, in whatever form', async () => {
    const world = new World(someOrder())
    await notifyInvoice(
      world.ports(),
      '1400-01',
      someInvoice({ invoiceNumber: '000004711' }),
      [],
      null
    )
    expect(await match(world, { invoiceNumber: '00004711', series: '1' })).toEqual({
      ...none,
      orderId: '1400-01',
      by: 'INVOICE_NUMBER',
      invoiceNumber: '000004711',
    })
    expect(await match(world, { invoiceNumber: '4712' })).toEqual(none)
  })
})

describe('several orders', () => {
  const split = [
    someOrder({ marketplace: marketplace('M-1'), creationDate: moment('2026-03-01T12:00:00Z') }),
    someOrder({
      orderId: '1400-02',
      marketplace: marketplace('M-1'),
      creationDate: moment('2026-03-02T12:00:00Z'),
      lines: [someLine({ roughValue: cents(5_000) })],
    }),
  ]

  it('are offered, newest first, and none is taken', async () => {
    const { candidates, ...taken } = await match(new World(...split), { reference: 'M-1' })
    expect(taken).toEqual({ orderId: null, by: null, invoiceNumber: null })
    expect(candidates).toEqual([
      {
        orderId: '1400-02',
        customerName: 'Ana',
        value: 6_500,
        creationDate: '2026-03-02T12:00:00Z',
        stage: 'TO_INVOICE',
      },
      expect.objectContaining({ orderId: '1400-01', value: 11_500 }),
    ])
  })

  it('are told apart by the value of the document', async () => {
    expect(await match(new World(...split), { reference: 'M-1', value: 6_500 })).toMatchObject({
      orderId: '1400-02',
      by: 'MARKETPLACE_ID',
    })
  })

  it('are ten at most', async () => {
    const same = Array.from({ length: 14 }, (_, at) => someOrder({ orderId: `${1400 + at}-01` }))
    const { candidates } = await match(new World(...same), { recipientId: CPF, value: 11_500 })
    expect(candidates).toHaveLength(10)
  })

  it('may be more than were looked at: then the one that fits is offered, not taken', async () => {
    const others = Array.from({ length: 50 }, (_, at) =>
      someOrder({ orderId: `${1401 + at}-01`, lines: [someLine({ roughValue: cents(9_999) })] })
    )
    const newest = someOrder({ creationDate: moment('2026-03-09T23:00:00Z') })
    const of = { recipientId: CPF, value: 11_500 }
    expect(await match(new World(newest, ...others.slice(1)), of)).toMatchObject({
      orderId: '1400-01',
    })
    expect(await match(new World(newest, ...others), of)).toEqual({
      ...none,
      candidates: [expect.objectContaining({ orderId: '1400-01' })],
    })
  })
})

it('is offered, and not taken, where the document names an order that is not here', async () => {
  const of = { recipientId: CPF, value: 11_500 }
  for (const reference of ['1534080512345-01', 'MLB-2000009911229910-01']) {
    expect(await match(new World(someOrder()), { ...of, reference })).toEqual({
      ...none,
      candidates: [expect.objectContaining({ orderId: '1400-01' })],
    })
  }
})

describe('references', () => {
  it('are answered in their order', async () => {
    const world = new World(someOrder(), someOrder({ orderId: '1401-01', sequence: '1401' }))
    const answers = await matchOrders(
      world.ports(),
      ['1401-01', 'x', '1400-01'].map((reference) => given({ reference }))
    )
    expect(answers.map(({ orderId }) => orderId)).toEqual(['1401-01', null, '1400-01'])
  })

  it.each([
    [Array.from({ length: 101 }, () => given({})), 'BATCH_TOO_LARGE', ['references']],
    [[given({ value: 1.5 })], 'VALUE_INVALID', ['references', '0', 'value']],
    [
      [given({}), given({ issuanceDate: '2026-03-01' })],
      'DATE_INVALID',
      ['references', '1', 'issuanceDate'],
    ],
  ])('that cannot be are refused', async (references, code, field) => {
    const refused = matchOrders(new World(someOrder()).ports(), references)
    await expect(refused).rejects.toBeInstanceOf(QueryRefused)
    await expect(refused).rejects.toMatchObject({ problem: { code, field } })
  })

  it('that say nothing match nothing', async () => {
    const world = new World(someOrder())
    expect(await match(world, { reference: '  ', recipientId: CPF })).toEqual(none)
    expect(world.oms.bodies('list')).toEqual([])
  })
})
