import {
  isUnaddressable,
  lacksXml,
  movement,
  newestFirst,
  openCardOf,
  openUnits,
  packageActions,
  packageSigns,
  worstFirst,
} from './orderModel'
import { stepsOf } from './overview/stepper'

const parcel = (over: object = {}) => ({
  invoiceNumber: '1',
  version: 'a',
  type: 'OUTPUT' as const,
  allowedActions: ['UPDATE_PARTIAL_INVOICE', 'UPDATE_TRACKING_STATUS'] as any[],
  issuanceDate: null as string | null,
  trackingNumber: null as string | null,
  courier: null,
  trackingUrl: null,
  isDelivered: false,
  deliveredDate: null as string | null,
  items: [{ quantity: 1 }],
  events: [] as any[],
  ...over,
})
const order = (over: object = {}) => ({
  stage: 'TO_INVOICE' as any,
  creationDate: '2026-02-27T10:00:00Z',
  paidDate: '2026-02-28T10:00:00Z' as string | null,
  invoicedDate: null as string | null,
  estimatedDelivery: '2026-03-01T10:00:00Z' as string | null,
  value: 33320,
  invoicedValue: 0,
  remainingValue: 33320,
  status: 'handling',
  allowedActions: [] as any[],
  blocked: [] as any[],
  attention: [] as any[],
  items: [{ quantity: 6, invoicedQuantity: 0, remainingQuantity: 6, removedQuantity: 0 }],
  packages: [] as any[],
  ...over,
})

describe('stepsOf', () => {
  const states = (over: object) =>
    stepsOf(order(over))
      .map((step) => step.state[0])
      .join('')
  const whole = { value: 33320, invoicedValue: 33320, invoicedDate: '2026-03-01T17:05:00Z' }
  const tracked = { trackingNumber: 'A1' }

  test.each([
    ['waits for payment', { stage: 'NOT_READY' }, 'OOOOO'],
    ['VTEX verifies without an invoice', { stage: 'NOT_READY', status: 'invoice' }, 'DOOOO'],
    [
      'may have been invoiced, nobody knows',
      { ...whole, stage: 'TO_SHIP', attention: [{ code: 'OMS_OUTCOME_UNKNOWN' }] },
      'DDPOO',
    ],
    ['waits for handling', { stage: 'TO_HANDLE' }, 'DOOOO'],
    ['is handled', { stage: 'TO_INVOICE' }, 'DDOOO'],
    [
      'is invoiced in part',
      { stage: 'PARTIALLY_INVOICED', invoicedValue: 8330, packages: [parcel()] },
      'DDPOO',
    ],
    ['was sent as a whole, VTEX does not show it yet', { ...whole, packages: [] }, 'DDDOO'],
    [
      'part of it is under way',
      { stage: 'PARTIALLY_INVOICED', invoicedValue: 8330, packages: [parcel(tracked)] },
      'DDPPO',
    ],
    ['waits for tracking', { ...whole, stage: 'TO_SHIP', packages: [parcel()] }, 'DDDOO'],
    [
      'half is under way',
      { ...whole, stage: 'TO_SHIP', packages: [parcel(), parcel(tracked)] },
      'DDDPO',
    ],
    ['is under way', { ...whole, stage: 'IN_TRANSIT', packages: [parcel(tracked)] }, 'DDDDO'],
    [
      'is delivered',
      { ...whole, stage: 'DELIVERED', packages: [parcel({ ...tracked, isDelivered: true })] },
      'DDDDD',
    ],
    ['was canceled before anything', { stage: 'CANCELED' }, 'SOOOO'],
    [
      'was canceled with one invoice',
      { stage: 'CANCELED', invoicedValue: 8330, packages: [parcel()] },
      'DDSOO',
    ],
  ])('an order that %s', (_name, over, expected) => {
    expect(states(over)).toBe(expected)
  })
  test('counts units, and invoices where they carry none', () => {
    const byUnits = stepsOf(
      order({ stage: 'PARTIALLY_INVOICED', invoicedValue: 1, packages: [parcel(tracked)] })
    )
    const byValue = stepsOf(
      order({
        stage: 'PARTIALLY_INVOICED',
        invoicedValue: 1,
        packages: [parcel({ ...tracked, items: [] }), parcel()],
      })
    )

    expect(byUnits[3].count).toEqual({ kind: 'UNITS', done: 1, of: 6 })
    expect(byValue[3].count).toEqual({ kind: 'INVOICES', done: 1, of: 2 })
  })
  test('units that a change took away are not waited for', () => {
    const items = [{ quantity: 6, invoicedQuantity: 1, remainingQuantity: 3, removedQuantity: 2 }]
    const [, , invoiced] = stepsOf(order({ stage: 'PARTIALLY_INVOICED', invoicedValue: 1, items }))

    expect(invoiced.count).toEqual({ kind: 'UNITS', done: 1, of: 4 })
    expect(openUnits({ items })).toBe(3)
  })
  test('returns are no shipment', () => {
    expect(
      states({ ...whole, stage: 'TO_SHIP', packages: [parcel(tracked), parcel({ type: 'INPUT' })] })
    ).toBe('DDDDO')
  })
  test.each([
    ['paid', {}, { kind: 'ON', at: '2026-02-28T10:00:00Z' }],
    ['paid, nobody knows when', { paidDate: null }, null],
    ['not paid yet', { stage: 'NOT_READY' }, { kind: 'ORDERED', at: '2026-02-27T10:00:00Z' }],
  ])('an order that is %s does not bear another day', (_name, over, date) => {
    expect(stepsOf(order(over))[0].date).toEqual(date)
  })
  test('a canceled order promises nothing', () => {
    expect(stepsOf(order({ stage: 'CANCELED' }))[4].date).toBeNull()
    expect(stepsOf(order())[4].date).toEqual({ kind: 'DUE', at: '2026-03-01T10:00:00Z' })
  })
  test('a delivery that is done is due no more, even where nobody knows its day', () => {
    const undated = {
      ...whole,
      stage: 'DELIVERED' as const,
      packages: [parcel({ isDelivered: true })],
    }

    expect(stepsOf(order(undated))[4]).toMatchObject({ state: 'DONE', date: null })
  })
  test('the current step is the first that is not done', () => {
    expect(stepsOf(order()).map((step) => step.isCurrent)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ])
  })
})

describe('openCardOf', () => {
  const problem = { code: 'OMS_FORBIDDEN' }

  test.each([
    [
      { allowedActions: ['NOTIFY_INVOICE', 'START_HANDLING'] },
      { kind: 'FORM', canStartHandling: true },
    ],
    [{ allowedActions: ['START_HANDLING'] }, { kind: 'HANDLING_ONLY' }],
    [
      { blocked: [{ action: 'NOTIFY_INVOICE', problem }] },
      { kind: 'REASON', problem, stage: 'TO_INVOICE' },
    ],
    [{ stage: 'NOT_READY' }, { kind: 'REASON', problem: null, stage: 'NOT_READY' }],
    [{ stage: 'IN_TRANSIT', remainingValue: 0 }, { kind: 'NONE' }],
    [{ stage: 'DELIVERED', blocked: [{ action: 'NOTIFY_INVOICE', problem }] }, { kind: 'NONE' }],
  ])('%p', (over, card) => {
    expect(openCardOf(order(over) as any)).toEqual(card)
  })
})

describe('packageActions', () => {
  test.each([
    ['without tracking', parcel(), ['ADD_TRACKING'], ['REPLACE']],
    [
      'under way',
      parcel({ trackingNumber: 'A1' }),
      ['ADD_EVENTS', 'DELIVER'],
      ['EDIT_TRACKING', 'REPLACE'],
    ],
    [
      'delivered',
      parcel({ trackingNumber: 'A1', isDelivered: true }),
      [],
      ['EDIT_TRACKING', 'ADD_EVENTS', 'UNDO_DELIVERY', 'REPLACE'],
    ],
    ['that nobody may touch', parcel({ allowedActions: [] }), [], []],
    ['that is a return', parcel({ type: 'INPUT' }), [], []],
  ])('of a package %s', (_name, one, next, rest) => {
    expect(packageActions(one, false)).toEqual({ next, rest })
  })

  test('a parcel that the customer collects is not asked for tracking, and can have it', () => {
    expect(packageActions(parcel(), true)).toEqual({ next: [], rest: ['ADD_TRACKING', 'REPLACE'] })
  })
})

test.each([
  ['the first sale without one', [{}, { invoiceNumber: '2' }], '1'],
  ['past one that has it', [{ hasEmbeddedInvoice: true }, { invoiceNumber: '2' }], '2'],
  ['no return', [{ type: 'INPUT' }], null],
  ['nothing that nobody may touch', [{ allowedActions: [] }], null],
] as Array<[string, object[], string | null]>)(
  'the XML goes to %s',
  (_name, packages, invoiceNumber) => {
    const list = packages.map((over) => parcel({ hasEmbeddedInvoice: false, ...over }))

    expect(lacksXml({ packages: list as any })).toBe(invoiceNumber)
  }
)

test('newest invoice on top, undated ones after, later ones of VTEX first', () => {
  const list = [
    parcel({ invoiceNumber: 'u1' }),
    parcel({ invoiceNumber: 'old', issuanceDate: '2026-03-01T10:00:00Z' }),
    parcel({ invoiceNumber: 'u2' }),
    parcel({ invoiceNumber: 'new', issuanceDate: '2026-03-01T09:00:00-03:00' }),
  ]

  expect(newestFirst(list).map((one) => one.invoiceNumber)).toEqual(['new', 'old', 'u2', 'u1'])
})

test('attention is worst first', () => {
  const codes = ['LATE', 'XML_REQUIRED', 'ORDER_STUCK', 'ORDER_CHANGE_IN_PROGRESS']

  expect(worstFirst(codes.map((code) => ({ code }) as any)).map((one) => one.code)).toEqual([
    'ORDER_STUCK',
    'ORDER_CHANGE_IN_PROGRESS',
    'LATE',
    'XML_REQUIRED',
  ])
})

describe('the signs of a package', () => {
  type Given = Parameters<typeof packageSigns>[0]
  const signs = (state: Given['state'], more: Partial<Given> = {}) => {
    const held = { type: 'OUTPUT' as const, isDelivered: false, trackingNumber: 'AA1', events: [] }
    const { mark, sign } = packageSigns({ ...held, state, ...more })

    return [mark, sign].filter(Boolean).join(' and ')
  }

  test.each<[string, Given['state'], Partial<Given>, string]>([
    ['no carrier told anything', null, {}, 'IN_TRANSIT'],
    ['its code says nothing', 'UNKNOWN', {}, 'IN_TRANSIT'],
    ['nothing was sent', null, { trackingNumber: null }, 'TO_SHIP'],
    ['it has a label alone', 'INFO_RECEIVED', {}, 'INFO_RECEIVED'],
    ['it is on the vehicle', 'OUT_FOR_DELIVERY', {}, 'OUT_FOR_DELIVERY'],
    ['it was handed over, which VTEX does not show yet', 'DELIVERED', {}, 'IN_TRANSIT'],
    ['it is delivered', 'DELIVERED', { isDelivered: true }, 'DELIVERED'],
    ['it was delivered by hand', 'IN_TRANSIT', { isDelivered: true }, 'DELIVERED'],
    ['it came back after that', 'RETURNED', { isDelivered: true }, 'DELIVERED and RETURNED'],
    ['VTEX is applying it', 'LOST', { isApplied: false }, 'APPLYING'],
    ['it is a return', 'LOST', { type: 'INPUT' }, 'RETURN'],
  ])('where %s', (_name, state, more, told) => {
    expect(signs(state, more)).toBe(told)
  })
})

test('only a number with which nothing can be done is called unaddressable', () => {
  expect(isUnaddressable(parcel({ invoiceNumber: '12/1', allowedActions: [] }))).toBe(true)
  expect(isUnaddressable(parcel({ invoiceNumber: '12-1', allowedActions: [] }))).toBe(false)
  expect(isUnaddressable(parcel({ invoiceNumber: '12/1' }))).toBe(false)
})

test('movement names new and changed invoices', () => {
  const before = order({ packages: [parcel()] })

  expect(movement(before, order({ packages: [parcel()] })).hasMoved).toBe(false)
  expect(
    movement(before, order({ packages: [parcel(), parcel({ invoiceNumber: '2' })] })).packages
  ).toEqual(['2'])
  expect(movement(before, order({ packages: [parcel({ version: 'b' })] })).packages).toEqual(['1'])
  expect(movement(before, order({ packages: [parcel()], status: 'invoiced' }))).toEqual({
    packages: [],
    hasMoved: true,
  })
})
