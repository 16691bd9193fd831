import { ANA } from '../demo/people'
import type { OrderPage } from './harness/contract'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { DAY_MS, MINUTE_MS, saoPaulo } from './harness/time'

/** One box for every number by which somebody may ask for an order, and the answer says where it stands. */

// The search of OMS that finds least.
const stand = useStand({ behaviour: { readings: { listSearch: 'documented' } } })

const KEY = '35260311222333000181550010000047111123456781'
const CNPJ = '11222333000181'

const find = (search: string, queue = 'ALL'): Promise<OrderPage> =>
  stand.admin.orders({ queue, search })
const idsOf = ({ rows }: OrderPage) => rows.map(({ orderId }) => orderId)

/** OMS lists an order some minutes after it was made. */
const listed = async (plan: Parameters<typeof plainPlan>[0] = {}) => {
  const order = stand.plant(plainPlan(plan))
  await stand.pass(10 * MINUTE_MS)
  return order
}

const company = {
  ...ANA,
  firstName: 'Zenobia',
  lastName: 'Zanquetta',
  email: 'zenobia@example.com',
  documentType: 'cnpj',
  document: CNPJ,
}

/** An order of a marketplace, invoiced and on its way. */
async function underWay() {
  const order = await listed({
    customer: company,
    marketplace: {
      name: 'Meli',
      affiliateId: 'MLB',
      orderId: '2000015745230171',
      isCertified: false,
    },
  })
  const invoiced = await stand.admin.notifyInvoice(order.orderId, {
    invoiceNumber: '4711',
    invoiceKey: KEY,
    trackingNumber: 'AA123456785BR',
    courier: 'Correios',
  })
  expect(invoiced).toMatchObject({ problems: [], outcome: 'APPLIED' })
  const events = [
    {
      date: saoPaulo(stand.now() - 30 * MINUTE_MS),
      description: 'Posted',
      city: 'Osasco',
      state: 'SP',
    },
    { date: saoPaulo(stand.now() - 10 * MINUTE_MS), description: 'On its way' },
  ]
  await stand.admin.updateTrackingStatus(order.orderId, '4711', { isDelivered: false, events })
  return order
}

describe('an order', () => {
  it('is found by each of its numbers and its customer’s, and said where it stands', async () => {
    const { orderId, sequence } = await underWay()
    const names: Record<string, string> = {
      'order id': orderId,
      'order id in small letters': orderId.toLowerCase(),
      'id without its part': orderId.replace(/-\d\d$/, ''),
      sequence: sequence!,
      'sequence as people say it': `#${sequence}`,
      'marketplace id': '2000015745230171',
      customer: 'Zenobia Zanquetta',
      'last name': 'zanquetta',
      'e-mail': 'zenobia@example.com',
      'bare document': CNPJ,
      'formatted document': '11.222.333/0001-81',
      'half formatted document': '11222333/0001-81',
      'invoice number': '4711',
      'invoice number as the document prints it': '000004711',
      'access key': KEY,
      'access key in fours': KEY.replace(/(....)/g, '$1 ').trim(),
      'access key of an XML': `NFe${KEY}`,
      'tracking number': 'AA123456785BR',
      'tracking number in groups': 'aa 123 456 785 br',
    }
    const found: Record<string, readonly string[]> = {}
    for (const [name, search] of Object.entries(names)) found[name] = idsOf(await find(search))
    expect(found).toEqual(Object.fromEntries(Object.keys(names).map((name) => [name, [orderId]])))

    const [row] = (await find('11.222.333/0001-81')).rows
    expect(row).toMatchObject({
      stage: 'IN_TRANSIT',
      estimatedDelivery: expect.stringMatching(/^\d{4}-/),
      packages: [
        {
          courier: 'Correios',
          trackingNumber: 'AA123456785BR',
          events: [{ description: 'On its way' }, { description: 'Posted', city: 'Osasco' }],
        },
      ],
    })
  })

  it('is found by any of them under the kinder reading of OMS’s search, and once', async () => {
    await stand.behave({ readings: { listSearch: 'anyPart' } })
    const { orderId, sequence } = await underWay()
    for (const search of [orderId, sequence!, '2000015745230171', 'Zanquet', CNPJ, KEY]) {
      expect(idsOf(await find(search))).toEqual([orderId])
    }
  })

  it('stands under the queue that it is in, and under no other', async () => {
    const { orderId } = await underWay()
    expect(idsOf(await find('AA123456785BR', 'IN_TRANSIT'))).toEqual([orderId])
    expect(idsOf(await find('AA123456785BR', 'TO_INVOICE'))).toEqual([])
  })

  it('is found by its document however long ago it was made, in a queue that looks back a month', async () => {
    const old = await listed({ customer: company, status: 'invoiced', hoursAgo: 24 * 90 })
    await stand.pass(DAY_MS)
    expect(idsOf(await find('11.222.333/0001-81', 'ATTENTION'))).toEqual([])
    expect(idsOf(await find('11.222.333/0001-81'))).toEqual([old.orderId])
  })

  it('that was made this minute is found by id and sequence, which OMS knows before its list does', async () => {
    const { orderId, sequence } = stand.plant(plainPlan())
    expect(idsOf(await find(orderId))).toEqual([orderId])
    expect(idsOf(await find(`#${sequence}`))).toEqual([orderId])
  })
})

it('a document that a store keeps with its signs is found bare and formatted', async () => {
  const { orderId } = await listed({ customer: { ...company, document: '11.222.333/0001-81' } })
  for (const search of [CNPJ, '11.222.333/0001-81', '11222333/0001-81'])
    expect(idsOf(await find(search))).toEqual([orderId])
})

it('the key of one document finds no order that holds the number of another', async () => {
  const { orderId } = await underWay()
  const other = await listed()
  await stand.admin.notifyInvoice(other.orderId, { invoiceNumber: '000004711' })
  expect(idsOf(await find(KEY))).toEqual([orderId])
  expect(idsOf(await find('4711')).sort()).toEqual([orderId, other.orderId].sort())
})

it.each([
  '529.982.247-26',
  '9999999999999-01',
  '#999999999',
  'ZZ999999999BR',
  'nobody@example.com',
])('nothing has %s, and nothing is an error', async (search) => {
  expect(await find(search)).toMatchObject({ rows: [], unreadable: [], total: 0 })
})
