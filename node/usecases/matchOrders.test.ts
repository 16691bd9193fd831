import { cents } from '../domain/values/money'
import type { ListQuery } from '../domain/package/outgoing'
import { Fault } from '../domain/problem/fault'
import { QueryRefused } from '../domain/problem/problems'
import { matchOrders, type GivenReference } from './matchOrders'
import { notifyInvoice } from './notifyInvoice'
import { moment, someInvoice, someLine, someOrder, somePackage } from './testing/someOrder'
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
    const world = new World(order, someOrder({ orderId: '9-01', sequence: '9' }))
    world.numbers.set('2000015745230171', ['9-01', '1400-01'])
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

  it('by recipient and value where no order holds an invoice of that number', async () => {
    const of = { invoiceNumber: '4711', recipientId: CPF, value: 11_500 }
    expect(await match(new World(someOrder()), of)).toMatchObject({
      orderId: '1400-01',
      by: 'RECIPIENT_AND_VALUE',
    })
  })

  it('only where the document was issued after it was made, to the hour', async () => {
    const made = someOrder({ creationDate: moment('2026-03-09T12:00:00Z') })
    const of = { recipientId: CPF, value: 11_500 }
    for (const [issuanceDate, orderId] of [
      ['2026-03-09T09:30:00-03:00', '1400-01'],
      ['2026-03-09T07:59:00-03:00', null],
    ])
      expect(await match(new World(made), { ...of, issuanceDate })).toMatchObject({ orderId })
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

describe('the index of invoice numbers', () => {
  const invoiced = (orderId: string, creationDate: string) =>
    someOrder({
      orderId,
      creationDate: moment(creationDate),
      packages: [somePackage({ invoiceNumber: '4711' })],
    })

  it('is asked for what a marketplace may call the order, and for nothing where no number is given', async () => {
    const ports = new World(someOrder()).ports()
    const asked: string[] = []
    const find = async (number: string) => {
      asked.push(number)
      return []
    }
    const of = given({ recipientId: CPF, value: 11_500 })
    await matchOrders({ ...ports, numbers: { ...ports.numbers, find } }, [of])
    expect(asked).toEqual([])
    await matchOrders({ ...ports, numbers: { ...ports.numbers, find } }, [
      { ...of, reference: 'PED-77' },
    ])
    expect(asked).toEqual(['PED-77'])
  })

  it('is not believed: orders that are gone, or hold that invoice no more, are none', async () => {
    const world = new World(someOrder())
    world.numbers.set('4711', ['1400-01', 'gone-01'])
    expect(await match(world, { invoiceNumber: '4711' })).toEqual(none)
  })

  it('may name several orders: the newest is offered first', async () => {
    const world = new World(
      invoiced('1400-01', '2026-03-01T12:00:00Z'),
      invoiced('1401-01', '2026-03-03T12:00:00Z'),
      invoiced('1402-01', '2026-03-02T12:00:00Z')
    )
    world.numbers.set('4711', ['1400-01', '1401-01', '1402-01'])
    const { candidates } = await match(world, { invoiceNumber: '4711' })
    expect(candidates.map(({ orderId }) => orderId)).toEqual(['1401-01', '1402-01', '1400-01'])
  })

  it('costs fifty reads at most, of the orders seen last', async () => {
    const world = new World(invoiced('last-01', '2026-03-01T12:00:00Z'))
    const others = Array.from({ length: 60 }, (_, at) => `${at}-01`)
    world.numbers.set('4711', [...others, 'last-01'])
    expect(await match(world, { invoiceNumber: '4711' })).toMatchObject({ orderId: 'last-01' })
    expect(world.oms.bodies('get')).toHaveLength(50)
  })

  it('that fails costs the match by number, is logged, and costs no other', async () => {
    const world = new World(someOrder())
    const ports = world.ports()
    const find = async () => {
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Read' })
    }
    const asked = [given({ invoiceNumber: '4711', recipientId: CPF, value: 11_500 })]
    const [answer] = await matchOrders({ ...ports, numbers: { ...ports.numbers, find } }, asked)
    expect(answer).toMatchObject({ orderId: '1400-01', by: 'RECIPIENT_AND_VALUE' })
    const { length } = world.oms.sent
    const [only] = await matchOrders({ ...ports, numbers: { ...ports.numbers, find } }, [
      given({ invoiceNumber: '4711' }),
    ])
    expect(only).toEqual(none)
    expect(world.oms.sent).toHaveLength(length)
    expect(world.logs).toContainEqual({
      flow: 'NumberIndex',
      detail: expect.stringContaining('VBASE'),
    })
  })

  it('that breaks ends the call: a bug is no missing order', async () => {
    const ports = new World(someOrder()).ports()
    const find = async () => {
      throw new TypeError('bug')
    }
    const asked = matchOrders({ ...ports, numbers: { ...ports.numbers, find } }, [
      given({ invoiceNumber: '4711' }),
    ])
    await expect(asked).rejects.toThrow(TypeError)
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

  /** Whose marketplace's id this app has seen. */
  const known = () => {
    const world = new World(...split)
    world.numbers.set('M-1', ['1400-01', '1400-02'])
    return world
  }

  it('are offered, newest first, and none is taken', async () => {
    const { candidates, ...taken } = await match(known(), { reference: 'M-1' })
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
    expect(await match(known(), { reference: 'M-1', value: 6_500 })).toMatchObject({
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

it('is not offered where OMS still lists it and knows it no more', async () => {
  const world = new World(someOrder())
  const ports = world.ports()
  const get = async () => null
  const orders = { ...ports.orders, list: world.oms.list.bind(world.oms), get }
  const asked = [given({ reference: 'Ana' }), given({ recipientId: CPF, value: 11_500 })]
  expect(await matchOrders({ ...ports, orders }, asked)).toEqual([none, none])
})

describe('references', () => {
  it('are a hundred at most', async () => {
    const hundred = Array.from({ length: 100 }, () => given({}))
    const ports = new World().ports()
    expect(await matchOrders(ports, hundred)).toEqual(hundred.map(() => none))
    await expect(matchOrders(ports, [...hundred, given({})])).rejects.toMatchObject({
      problem: { facts: [{ name: 'max', value: '100' }] },
    })
  })

  it('longer than any order id are looked up nowhere', async () => {
    const world = new World(someOrder())
    expect(await match(world, { reference: '1'.repeat(201) })).toEqual(none)
    expect(world.oms.sent).toEqual([])
  })

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
    expect(await match(world, { recipientId: '123', value: 11_500 })).toEqual(none)
    expect(world.oms.bodies('list')).toEqual([])
  })
})
