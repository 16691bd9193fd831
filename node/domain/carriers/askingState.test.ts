import {
  afterAway,
  afterRefusal,
  afterTooFast,
  isNewsDue,
  mayAsk,
  NEVER_ASKED,
  newsDays,
} from './askingState'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const HOUR_MS = 3_600_000
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

it('never shows refused credentials again, and others at once', () => {
  const refused = afterRefusal(NEVER_ASKED, 'ana:1')
  expect(mayAsk(refused, 'ana:1', NOW + 999 * HOUR_MS)).toBe(false)
  expect(mayAsk(refused, 'ana:2', NOW)).toBe(true)
  expect(JSON.stringify(refused)).not.toContain('ana')
})

it('knows refused credentials by the mark that an older version wrote down', () => {
  const refused = { ...NEVER_ASKED, refusedMark: '7cf4b2fb6137adb7' }
  expect(mayAsk(refused, 'ana:1', NOW)).toBe(false)
})

it.each([
  ['as long as it says', 7, 7_000],
  ['a minute where it says nothing', null, 60_000],
  ['a second at least', 0, 1_000],
  ['a day at most', 9_999_999, 24 * HOUR_MS],
])('leaves a carrier alone that is asked too often: %s', (_, seconds, restMs) => {
  const state = afterTooFast(NEVER_ASKED, seconds, NOW)
  expect(mayAsk(state, '', NOW + restMs - 1)).toBe(false)
  expect(mayAsk(state, '', NOW + restMs)).toBe(true)
})

it('asks one who is away every five minutes, and tells a person every six hours', () => {
  const first = afterAway(NEVER_ASKED, NOW)
  expect(first.isToTell).toBe(true)
  expect(mayAsk(first.state, '', NOW + 299_999)).toBe(false)
  expect(mayAsk(first.state, '', NOW + 300_000)).toBe(true)
  expect(afterAway(first.state, NOW + HOUR_MS).isToTell).toBe(false)
  expect(afterAway(first.state, NOW + 6 * HOUR_MS).isToTell).toBe(true)
})

it('asks for all news every half hour, and for yesterday’s until today’s were asked for', () => {
  expect(isNewsDue({ ...NEVER_ASKED, newsAt: NOW - 29 * 60_000 }, NOW)).toBe(false)
  expect(isNewsDue({ ...NEVER_ASKED, newsAt: NOW - 30 * 60_000 }, NOW)).toBe(true)
  expect(newsDays(NEVER_ASKED, NOW, dayOf)).toEqual(['2026-11-19', '2026-11-20'])
  const early = { ...NEVER_ASKED, newsAt: NOW - HOUR_MS }
  expect(newsDays(early, NOW, dayOf)).toEqual(['2026-11-20'])
  const yesterday = { ...NEVER_ASKED, newsAt: NOW - 13 * HOUR_MS }
  expect(newsDays(yesterday, NOW, dayOf)).toEqual(['2026-11-19', '2026-11-20'])
})
