import { firstQueueState } from '../../shared/navigation/urls'
import {
  commonZone,
  fullestOther,
  keepRelative,
  lateness,
  linesOf,
  looksLikeNumber,
  looksLikeOrderId,
  rangeChoice,
  rangeInstants,
  signOf,
  unitsOf,
  zonesOf,
} from './queueModel'
import { kept, page, parcel as invoice, Parcel, problem, row } from './testing/rows'

const late = { attention: [problem('LATE')] }
const now = Date.parse('2026-03-05T12:00:00Z')
const SP = 'America/Sao_Paulo'

describe('linesOf', () => {
  test('a row that was read again stays where it stands, whether it is late now or no longer', () => {
    const lines = linesOf(page([row('a'), row('b', late), row('c')]), {
      b: row('b'),
      c: row('c', late),
    })
    expect(lines.map(({ orderId }) => orderId)).toEqual(['b', 'a', 'c'])
  })

  test('the read model has sorted the queue: its order is left as it is', () => {
    const sorted = { ...page([row('a'), row('b', late)]), asOf: '2026-03-05T12:00:00Z' }
    expect(linesOf(sorted).map(({ orderId }) => orderId)).toEqual(['a', 'b'])
  })

  test('late ones first, both groups as they came, unreadable ones last', () => {
    const lines = linesOf(page([row('a'), row('b', late), row('c'), row('d', late)], ['x']))
    expect(lines.map(({ orderId }) => orderId)).toEqual(['b', 'd', 'a', 'c', 'x'])
    expect(lines[4].kind).toBe('unreadable')
  })

  test('a row that was read after all is a row like the others', () => {
    const lines = linesOf(page([row('a')], ['x', 'y']), {
      x: row('x', late),
      a: row('a', { stage: 'TO_INVOICE' }),
    })
    expect(lines.map(({ orderId, kind }) => [orderId, kind])).toEqual([
      ['x', 'order'],
      ['a', 'order'],
      ['y', 'unreadable'],
    ])
    expect(lines[1].kind === 'order' && lines[1].row.stage).toBe('TO_INVOICE')
  })
})

describe('a page of documents', () => {
  const documents = [kept('a'), kept('b', { attention: ['LATE'] }), kept('c'), kept('d')]
  const known = { ...page([]), documents, asOf: '2026-03-05T12:00:00Z' }
  const told = (lines: ReturnType<typeof linesOf>) =>
    lines.map((line) =>
      line.kind === 'order'
        ? [line.orderId, line.row.isKept || false, line.standing]
        : [line.orderId, line.kind]
    )

  test('every row stays at its place, whatever comes of it', () => {
    const live = { a: row('a', late), b: row('b', { stage: 'DELIVERED' }) }
    expect(told(linesOf(known))).toEqual([
      ['a', true, undefined],
      ['b', true, undefined],
      ['c', true, undefined],
      ['d', true, undefined],
    ])
    expect(told(linesOf(known, live, { b: 'LEFT', c: 'UNREAD' }))).toEqual([
      ['a', false, undefined],
      ['b', false, 'LEFT'],
      ['c', true, 'UNREAD'],
      ['d', true, undefined],
    ])
  })

  test('a row that did not come and was read by a press stands as the others', () => {
    expect(told(linesOf(known, { c: row('c') }, { c: 'UNREAD' }))[2]).toEqual([
      'c',
      false,
      undefined,
    ])
  })
})

describe('dates', () => {
  test('the last seven days are today and the six before it, whole days of the zone', () => {
    expect(rangeInstants({ ...firstQueueState, from: '-7d' }, SP, now)).toEqual({
      createdFrom: '2026-02-27T00:00:00-03:00',
      createdTo: null,
    })
  })

  test('the last day is whole', () => {
    expect(
      rangeInstants({ ...firstQueueState, from: '2026-03-01', to: '2026-03-02' }, SP, now)
    ).toEqual({
      createdFrom: '2026-03-01T00:00:00-03:00',
      createdTo: '2026-03-02T23:59:59-03:00',
    })
  })

  test('a range that ends today is kept as days back, and means the same days', () => {
    const chosen = { ...firstQueueState, from: '2026-02-27', to: '2026-03-05' }
    const kept = keepRelative(chosen, SP, now)
    expect(kept).toMatchObject({ from: '-7d', to: '' })
    expect(rangeInstants(kept, SP, now).createdFrom).toBe(
      rangeInstants(chosen, SP, now).createdFrom
    )
    expect(keepRelative({ ...chosen, to: '2026-03-04' }, SP, now)).toMatchObject({
      from: '2026-02-27',
    })
    expect(keepRelative({ ...chosen, to: '' }, SP, now)).toMatchObject({ from: '2026-02-27' })
  })

  test.each([
    ['', '', 'any'],
    ['-7d', '', '-7d'],
    ['-9d', '', 'dates'],
    ['2026-03-01', '', 'dates'],
    ['', '2026-03-01', 'dates'],
  ])('from %p to %p is the choice %s', (from, to, choice) => {
    expect(rangeChoice({ ...firstQueueState, from, to })).toBe(choice)
  })
})

test('only what the service calls late is late', () => {
  expect(lateness(row('1', late), SP, now)).toBe(2)
  expect(lateness(row('1'), SP, now)).toBe(0)
  expect(lateness(row('1', { ...late, estimatedDelivery: null }), SP, now)).toBe(0)
})

test('units are summed over the lines, without those that a change took away', () => {
  const items = [
    { itemIndex: 0, quantity: 2, invoicedQuantity: 1, removedQuantity: 0 },
    { itemIndex: 1, quantity: 4, invoicedQuantity: 0, removedQuantity: 3 },
  ]
  expect(unitsOf(row('1', { items }))).toEqual({ invoiced: 1, total: 3 })
})

test('an empty queue points to the fullest other one', () => {
  expect(fullestOther({ TO_HANDLE: 3, TO_INVOICE: 9 }, 'LATE')).toEqual({
    queue: 'TO_INVOICE',
    count: 9,
  })
  expect(fullestOther({ TO_HANDLE: 0, TO_INVOICE: null, ALL: 99 }, 'LATE')).toBeNull()
  expect(fullestOther({ TO_INVOICE: 9 }, 'TO_INVOICE')).toBeNull()
})

test.each([
  ['000123', true],
  ['AA123456785BR', true],
  ['Ana', false],
  ['ana2026@x.com', false],
  ['12', false],
])('%s may be a number: %p', (search, answer) => {
  expect(looksLikeNumber(search)).toBe(answer)
})

describe('zones', () => {
  const santiago = row('c', { timeZone: 'America/Santiago' })
  const nowhere = row('n', { timeZone: null })

  test("are those of the rows, the account's where an order names none", () => {
    expect(zonesOf([row('a'), row('b'), nowhere], SP)).toEqual([SP])
    expect(zonesOf([row('a'), santiago], SP)).toEqual([SP, 'America/Santiago'])
    expect(zonesOf([], SP)).toEqual([])
  })

  test('the account is taken to be where most of its orders are, whichever stands first', () => {
    expect(commonZone([santiago, row('a'), row('b'), nowhere])).toBe(SP)
    expect(commonZone([nowhere])).toBeNull()
    expect(commonZone([])).toBeNull()
  })
})

test.each([
  ['1534080512345-01', true],
  [' SLR-99111-01 ', true],
  ['1534080512345', false],
  ['Ana Souza', false],
  ['600401-1', false],
  ['', false],
])('%p is the whole id of an order: %p', (search, isWhole) => {
  expect(looksLikeOrderId(search)).toBe(isWhole)
})

describe('the sign of a row', () => {
  const parcel = (state: Parcel['state'], more: Partial<Parcel> = {}): Parcel =>
    invoice('7', { state, ...more })

  test.each<[string, Parcel[], string | null]>([
    ['no carrier told anything', [parcel(null)], null],
    ['it is just under way, as its stage says', [parcel('IN_TRANSIT')], null],
    ['its code says nothing', [parcel('UNKNOWN')], null],
    ['it was handed over, which VTEX does not show yet', [parcel('DELIVERED')], null],
    ['it is on the vehicle', [parcel('OUT_FOR_DELIVERY')], 'OUT_FOR_DELIVERY'],
    ['of two one is lost', [parcel('OUT_FOR_DELIVERY'), parcel('LOST')], 'LOST'],
    [
      'of two one is behind',
      [parcel('OUT_FOR_DELIVERY'), parcel('INFO_RECEIVED')],
      'INFO_RECEIVED',
    ],
    ['it was delivered', [parcel('RETURNED', { isDelivered: true })], null],
    ['it is a return', [parcel('LOST', { type: 'INPUT' })], null],
  ])('where %s', (_name, packages, sign) => {
    expect(signOf(row('a', { packages }))).toBe(sign)
  })

  test('is not said twice', () => {
    const packages = [parcel('RETURNING')]
    expect(signOf(row('a', { packages, attention: [problem('TRACKING_RETURNED')] }))).toBeNull()
    expect(signOf(row('a', { packages, attention: [problem('TRACKING_LOST')] }))).toBe('RETURNING')
  })
})
