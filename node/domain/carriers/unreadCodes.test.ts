import { problem } from '../problem/problems'
import { LONGEST_CODE } from './connectorSettings'
import {
  codesToExplain,
  MOST_UNREAD,
  unknownCodesIn,
  withUnread,
  type UnreadCodes,
} from './unreadCodes'

const NOON = Date.parse('2026-03-10T12:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
const told = (known: UnreadCodes, answered: string[] = [], nowMs = NOON, connector = 'generic') =>
  codesToExplain(
    known,
    connector,
    answered.map((code) => ({ code, state: 'LOST' as const })),
    nowMs
  ).map(({ facts }) => facts.map(({ value }) => value).join(' '))
const after = (...calls: [codes: string[], nowMs?: number, connector?: string][]): UnreadCodes =>
  calls.reduce<UnreadCodes>(
    (known, [codes, nowMs = NOON, connector = 'generic']) =>
      withUnread(known, connector, codes, nowMs) ?? known,
    {}
  )

it('a code is told once, however often and in whatever letters it comes', () => {
  const known = after([['x9']], [['X9 ']], [['x9'], NOON + 1])
  expect(told(known)).toEqual(['generic x9'])
})

it('a code that comes again beside a new one stands there once, as old as it is now', () => {
  const known = after([['a', 'b']], [['a', 'c'], NOON + DAY_MS])
  expect(known.generic).toEqual([
    { code: 'a', at: NOON + DAY_MS },
    { code: 'c', at: NOON + DAY_MS },
    { code: 'b', at: NOON },
  ])
})

describe('of what is wrong in a message, codes are', () => {
  const unknown = (code: string) =>
    problem('TRACKING_UNKNOWN_CODE', { facts: { connector: 'generic', code } })

  it('those that stand in no table, and nothing else that names one', () => {
    const other = problem('TRACKING_ATTEMPT_FAILED', { facts: { code: 'x9' } })
    const nameless = problem('TRACKING_UNKNOWN_CODE')
    expect(unknownCodesIn([other, unknown(' a '), nameless, unknown('b')])).toEqual(['a', 'b'])
  })

  it('those that a store can write down: not empty, and not longer than it may write', () => {
    const longest = 'x'.repeat(LONGEST_CODE)
    expect(unknownCodesIn(['', ' ', longest, `${longest}x`].map(unknown))).toEqual([longest])
  })
})

it('nothing is to be saved for a code that came within the last day', () => {
  const known = after([['x9']])
  expect(withUnread(known, 'generic', ['X9'], NOON + DAY_MS - 1)).toBeNull()
  expect(withUnread(known, 'generic', [], NOON)).toBeNull()
  expect(withUnread(known, 'generic', ['X9'], NOON + DAY_MS)).toEqual({
    generic: [{ code: 'X9', at: NOON + DAY_MS }],
  })
})

it('those of one connector are not told of another', () => {
  const known = after([['a']], [['b'], NOON, 'frenet'])
  expect([told(known), told(known, [], NOON, 'frenet')]).toEqual([['generic a'], ['frenet b']])
  expect(told(known, [], NOON, 'constructor')).toEqual([])
})

it('once the store has said what it means, it is told no more; unsaid again, it is', () => {
  const known = after([['a', 'b']])
  expect(told(known, [' A'])).toEqual(['generic b'])
  expect(told(known)).toEqual(['generic a', 'generic b'])
})

it('a code that came no more for a month is forgotten, the others stay', () => {
  const known = after([['old']], [['new'], NOON + DAY_MS])
  const later = NOON + 30 * DAY_MS
  expect(told(known, [], later - 1)).toEqual(['generic new', 'generic old'])
  expect(told(known, [], later)).toEqual(['generic new'])
  expect(withUnread(known, 'generic', ['next'], later)).toEqual({
    generic: [
      { code: 'next', at: later },
      { code: 'new', at: NOON + DAY_MS },
    ],
  })
})

it('a sender that makes up codes fills no more than its room, with those that came last', () => {
  const many = Array.from({ length: MOST_UNREAD }, (_, place) => [`c${place}`])
  const known = after(...many.map((codes): [string[]] => [codes]), [['last']])
  expect(told(known)).toHaveLength(MOST_UNREAD)
  expect(told(known)[0]).toBe('generic last')
  expect(told(known)).not.toContain('generic c0')
})
