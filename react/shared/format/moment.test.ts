import {
  calendarDays,
  daysLate,
  formatDay,
  formatMoment,
  fromLocalInput,
  isZone,
  offsetMinutes,
  toLocalInput,
  zoneCity,
  zoneOffsetLabel,
} from './moment'

const SP = 'America/Sao_Paulo'
const now = Date.parse('2026-03-05T12:00:00Z')
const context = (language: string) => ({ language, timeZone: SP, now })

describe('fromLocalInput', () => {
  test.each([
    ['2026-03-01T14:05', SP, '2026-03-01T14:05:00-03:00'],
    ['2026-03-01T00:00:00', 'UTC', '2026-03-01T00:00:00+00:00'],
    ['2026-03-01T23:59:59', 'Asia/Kolkata', '2026-03-01T23:59:59+05:30'],
    // New York skips 02:00 to 03:00 on 8 March 2026, and has 01:30 twice on 1 November.
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T03:30:00-04:00'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T01:30:00-04:00'],
    ['2026-03-08T03:00', 'America/New_York', '2026-03-08T03:00:00-04:00'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(fromLocalInput(local, zone)).toBe(instant)
  })

  test.each([
    '',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-03-01',
    '2026-03-01T25:00',
    'tomorrow',
  ])('%p is no date', (local) => {
    expect(fromLocalInput(local, SP)).toBeNull()
  })

  test('is read back by toLocalInput at every hour of a year, in zones that change their clocks and in those that do not', () => {
    const hour = 60 * 60 * 1000
    for (const zone of [SP, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      for (
        let at = Date.parse('2026-01-01T00:00:00Z');
        at < Date.parse('2027-01-01T00:00:00Z');
        at += 37 * hour
      ) {
        const local = toLocalInput(new Date(at).toISOString(), zone)
        const instant = fromLocalInput(local, zone)
        expect(toLocalInput(instant, zone)).toBe(local)
      }
    }
  })
})

test('what is no date fills no field', () => {
  expect(toLocalInput(null, SP)).toBe('')
  expect(toLocalInput('soon', SP)).toBe('')
})

describe('formatMoment', () => {
  test.each([
    ['2026-03-01T17:05:00Z', 'en-US', '1 Mar, 14:05'],
    ['2026-03-01T17:05:00Z', 'pt-BR', '1 de mar, 14:05'],
    ['2026-03-01T17:05:00Z', 'es', '1 mar, 14:05'],
    ['2026-03-01T02:30:00Z', 'en-US', '28 Feb, 23:30'],
    ['2025-12-31T17:05:00Z', 'en-US', '31 Dec 2025, 14:05'],
    ['2026-03-01T03:00:00Z', 'en-US', '1 Mar, 00:00'],
  ])('%s in %s reads %s', (instant, language, words) => {
    expect(formatMoment(instant, context(language))).toBe(words)
  })

  test('a text that is no date has no words', () => {
    expect(formatMoment('soon', context('en-US'))).toBeNull()
    expect(formatDay('soon', context('en-US'))).toBeNull()
  })
})

describe('daysLate', () => {
  test.each([
    ['2026-03-03T23:00:00-03:00', 2],
    ['2026-03-05T08:00:00-03:00', 0],
    // The promise of the evening before, seen at nine in the morning.
    ['2026-03-04T23:59:00-03:00', 1],
    ['2026-03-09T00:00:00-03:00', 0],
    ['never', 0],
  ])('promised for %s it is %d days late', (promise, late) => {
    expect(daysLate(promise, { timeZone: SP, now })).toBe(late)
  })
})

test('days are counted by the calendar of the zone', () => {
  expect(
    calendarDays(Date.parse('2026-03-01T02:00:00Z'), Date.parse('2026-03-01T04:00:00Z'), SP)
  ).toBe(1)
  expect(
    calendarDays(Date.parse('2026-03-01T04:00:00Z'), Date.parse('2026-03-02T02:00:00Z'), SP)
  ).toBe(0)
})

test('a zone is what Intl knows', () => {
  expect(isZone(SP)).toBe(true)
  expect(isZone('E. South America Standard Time')).toBe(false)
  expect(isZone(null)).toBe(false)
})

test.each([
  ['America/Mexico_City', 'es', 'Ciudad de México'],
  ['America/Mexico_City', 'pt-BR', 'Cidade do México'],
  ['America/Mexico_City', 'en-US', 'Mexico City'],
  ['America/Sao_Paulo', 'en-US', 'São Paulo'],
  ['America/Argentina/Buenos_Aires', 'es', 'Buenos Aires'],
  ['UTC', 'es', 'UTC'],
])('%s is called in %s %s', (zone, language, city) => {
  expect(zoneCity(zone, language)).toBe(city)
})

test('offsets say minutes only where the zone has them', () => {
  expect(zoneOffsetLabel(SP, now)).toBe('GMT−3')
  expect(zoneOffsetLabel('Asia/Kolkata', now)).toBe('GMT+5:30')
  expect(offsetMinutes(now, SP)).toBe(-180)
})
