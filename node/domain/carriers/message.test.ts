import fc from 'fast-check'
import { problem } from '../problem/problems'
import { someParcel } from '../testing/someParcel'
import {
  endOf,
  isExpired,
  joinedThrough,
  laneOf,
  LANES,
  NOTHING_THROUGH,
  WAITING_MS,
  type CarrierMessage,
  type Through,
} from './message'
import { momentId, momentOfId } from '../values/momentId'

const some = (more: Partial<CarrierMessage> = {}): CarrierMessage => ({
  id: momentId(1_000, 'x'),
  connector: 'generic',
  at: 1_000,
  parcels: [],
  count: 3,
  problem: null,
  through: NOTHING_THROUGH,
  isTest: false,
  notBefore: null,
  body: { kept: true },
  ...more,
})
const through = (more: Partial<Through>): Through => ({ ...NOTHING_THROUGH, ...more })
const UNREADABLE = problem('VALUE_INVALID')
const TOO_EARLY = problem('DATE_IN_FUTURE')

describe('the id of a message', () => {
  it('bears its moment in nine digits, so that ids sort by it', () => {
    expect(momentId(1_000, 'a-b')).toBe('0000000rs-a-b')
    fc.assert(
      fc.property(fc.nat(2e12), fc.nat(2e12), (a, b) => {
        expect(momentOfId(momentId(a, 'x-1'))).toBe(a)
        expect(Math.sign(a - b) || 0).toBe(
          Math.sign(momentId(a, 'x').localeCompare(momentId(b, 'x'), 'en')) || 0
        )
      })
    )
  })
})

describe('the lane of a message', () => {
  it('is that of its first parcel, by the surest of its names', () => {
    const lane = laneOf([someParcel({ trackingNumber: 'A 1' })])
    expect(laneOf([someParcel({ trackingNumber: 'a1', events: [] })])).toBe(lane)
    expect(laneOf([someParcel({ trackingNumber: 'A1' }), someParcel()])).toBe(lane)
  })

  it('is one of sixteen, and all of them are used', () => {
    const lanes = Array.from({ length: 400 }, (_, at) =>
      laneOf([someParcel({ trackingNumber: `T${at}` })])
    )
    expect([...new Set(lanes)].sort((a, b) => a - b)).toEqual([...Array(LANES).keys()])
  })

  it('never moves: a message is looked for where an older version put it', () => {
    const named = [someParcel({ trackingNumber: 'OY000047110BR' })]
    const nameless = [someParcel({ trackingNumber: null })]
    expect([laneOf(named), laneOf(nameless), laneOf([])]).toEqual([3, 2, 2])
  })
})

it('waits for its invoice for seven days', () => {
  expect(WAITING_MS).toBe(7 * 24 * 3_600_000)
  expect(isExpired({ at: 5 }, 5 + WAITING_MS - 1)).toBe(false)
  expect(isExpired({ at: 5 }, 5 + WAITING_MS)).toBe(true)
})

describe('what came of a message', () => {
  it.each<[string, Partial<CarrierMessage>, object]>([
    ['nothing new', {}, { result: 'NOTHING_NEW', problem: null }],
    ['written', { through: through({ isWritten: true }) }, { result: 'WRITTEN' }],
    [
      'refused, though a part of it was written',
      { through: through({ isWritten: true, result: 'REFUSED' }) },
      { result: 'REFUSED' },
    ],
    ['what its decoder told', { problem: UNREADABLE }, { problem: UNREADABLE }],
    [
      'what came of its parcels before what its decoder told',
      { problem: UNREADABLE, through: through({ problem: TOO_EARLY }) },
      { problem: TOO_EARLY },
    ],
    ['its orders', { through: through({ orderIds: ['1-01'] }) }, { orderIds: ['1-01'] }],
  ])('is %s', (_name, more, end) => expect(endOf(some(more))).toMatchObject(end))

  it('is said of the whole where that is known better', () => {
    const written = some({ through: through({ isWritten: true }) })
    expect(endOf(written, 'WAITING_FOR_INVOICE')).toEqual({
      id: written.id,
      connector: 'generic',
      isTest: false,
      at: 1_000,
      result: 'WAITING_FOR_INVOICE',
      parcels: 3,
      orderIds: [],
      problem: null,
      body: { kept: true },
    })
  })
})

describe('two parcels of a message', () => {
  const refused = through({ result: 'REFUSED', orderIds: ['1'], problem: TOO_EARLY })
  const failed = through({ result: 'FAILED', orderIds: ['1', '2'], problem: UNREADABLE })
  const written = through({ isWritten: true, orderIds: ['3'] })

  it('tell what failed before what was refused, and that before what was written, in either order', () => {
    for (const [a, b, result, found] of [
      [refused, failed, 'FAILED', UNREADABLE],
      [written, refused, 'REFUSED', TOO_EARLY],
      [written, failed, 'FAILED', UNREADABLE],
      [written, NOTHING_THROUGH, null, null],
    ] as const)
      for (const joined of [joinedThrough(a, b), joinedThrough(b, a)])
        expect(joined).toMatchObject({ result, problem: found })
  })

  it('tell the problem of either where what is worse has none', () => {
    const silent = through({ result: 'FAILED' })
    expect(joinedThrough(silent, refused).problem).toBe(TOO_EARLY)
    expect(joinedThrough(refused, silent).problem).toBe(TOO_EARLY)
  })

  it('are written where one is, and name each order once', () => {
    expect(joinedThrough(refused, failed)).toMatchObject({ isWritten: false, orderIds: ['1', '2'] })
    for (const joined of [joinedThrough(written, refused), joinedThrough(refused, written)]) {
      expect(joined.isWritten).toBe(true)
      expect([...joined.orderIds].sort()).toEqual(['1', '3'])
    }
  })
})
