import fc from 'fast-check'
import { epochOf } from '../values/instant'
import { dayIn, epochIn, momentIn } from './localMoment'

const SAO_PAULO = 'America/Sao_Paulo'

it.each([
  ['2026-11-09T13:52:00', '2026-11-09T13:52:00-03:00'],
  ['2026-11-09 13:52:09.117', '2026-11-09T13:52:09.117-03:00'],
  ['2026-11-09 13:52', '2026-11-09T13:52:00-03:00'],
  ['2026-11-09', '2026-11-09T00:00:00-03:00'],
  ['09/11/2026 13:52', '2026-11-09T13:52:00-03:00'],
  ['9/11/2026 8:05:06', '2026-11-09T08:05:06-03:00'],
  ['09/11/2026', '2026-11-09T00:00:00-03:00'],
  ['2026-11-09T13:52:00-05:00', '2026-11-09T13:52:00-05:00'],
  ['2026-11-09T13:52:00Z', '2026-11-09T13:52:00Z'],
  ['2020-09-28T16:15:00.0000000-03:00', '2020-09-28T16:15:00.000-03:00'],
  [' 2026-11-09 13:52 ', '2026-11-09T13:52:00-03:00'],
  ['2026-11-09t13:52:09', '2026-11-09T13:52:09-03:00'],
  ['2026-11-09  1:52', '2026-11-09T01:52:00-03:00'],
  ['2026-11-09 13:52:09.1234567', '2026-11-09T13:52:09.123-03:00'],
  ['2026-11-09 13:52:09,5', '2026-11-09T13:52:09.500-03:00'],
  ['2026-11-09 13:52:09.04', '2026-11-09T13:52:09.040-03:00'],
  ['09-11-2026 13:52', '2026-11-09T13:52:00-03:00'],
  ['9.1.2026, 13:52', '2026-01-09T13:52:00-03:00'],
])('%j is %s', (text, moment) => expect(momentIn(text, SAO_PAULO)).toBe(moment))

it.each([
  '',
  'soon',
  '31/02/2026 10:00',
  '2026-13-01',
  '0001-01-01T00:00:00',
  '11/31/2026',
  'on 2026-11-09',
  '2026-11-09 at noon',
  'on 09/11/2026',
  '09/11/2026 at noon',
  '2026-11-09 13',
  '2026-11-09 13:5',
  '2026-11-09 13:52:9',
  '2026-11-09 13:52:09.1234567891',
  '2026-11-09 24:01',
  '2026-1-9',
  '009/11/2026',
  '09/011/2026',
  '09/11/26',
  7,
  null,
])('%j is none', (value) => expect(momentIn(value, SAO_PAULO)).toBeNull())

it('is none in a zone that there is not', () =>
  expect(momentIn('2026-11-09 13:52', 'America/Springfield')).toBeNull())

it('asks the runtime about a zone once, not for every row of a file', () => {
  expect(momentIn('09/11/2026 13:52', 'America/Bogota')).toBe('2026-11-09T13:52:00-05:00')
  const real = Intl.DateTimeFormat
  let asked = 0
  Intl.DateTimeFormat = new Proxy(real, {
    construct: (target, given) => ((asked += 1), Reflect.construct(target, given)),
    apply: (target, self, given) => ((asked += 1), Reflect.apply(target, self, given)),
  })
  try {
    for (const day of ['10', '11', '12']) momentIn(`${day}/11/2026 13:52`, 'America/Bogota')
  } finally {
    Intl.DateTimeFormat = real
  }
  expect(asked).toBe(0)
})

describe('where clocks change', () => {
  // Chile: on 2026-04-05 00:00 back to 23:00, on 2026-09-06 00:00 on to 01:00.
  it('an hour that comes twice is the first of both', () =>
    expect(momentIn('2026-04-04 23:30', 'America/Santiago')).toBe('2026-04-04T23:30:00-03:00'))
  it('an hour that is skipped is counted on from before', () =>
    expect(momentIn('2026-09-06 00:30', 'America/Santiago')).toBe('2026-09-06T01:30:00-03:00'))
  it('a day in winter and one in summer have their own offsets', () => {
    expect(momentIn('2026-07-01 12:00', 'America/Santiago')).toBe('2026-07-01T12:00:00-04:00')
    expect(momentIn('2026-12-01 12:00', 'America/Santiago')).toBe('2026-12-01T12:00:00-03:00')
  })
})

it('shows the same clock in its zone as the text, but for hours that no clock shows', () => {
  const zones = fc.constantFrom(SAO_PAULO, 'America/Santiago', 'America/Bogota', 'Pacific/Chatham')
  const hours = fc.integer({ min: 1_700_000, max: 1_800_000 })
  fc.assert(
    fc.property(zones, hours, (zone, halfHours) => {
      const text = new Date(halfHours * 1_000_000).toISOString().slice(0, 19)
      const moment = momentIn(text, zone)!
      const shown = new Date(epochOf(moment)).toLocaleString('sv', { timeZone: zone })
      const skipped = epochOf(moment) - Date.parse(`${text}${moment.slice(-6)}`)
      expect(shown.replace(' ', 'T')).toBe(skipped === 0 ? text : moment.slice(0, 19))
      expect([0, 3_600_000]).toContain(skipped)
    })
  )
})

it('reads milliseconds since 1970 as a moment of the zone', () => {
  expect(epochIn(Date.parse('2026-11-09T16:52:00Z'), SAO_PAULO)).toBe('2026-11-09T13:52:00-03:00')
  expect(epochIn(Number.NaN, SAO_PAULO)).toBeNull()
  expect(epochIn(1e300, SAO_PAULO)).toBeNull()
  expect(epochIn(Infinity, SAO_PAULO)).toBeNull()
  // .NET's first moment says nothing.
  expect(epochIn(Date.parse('0001-01-01T12:00:00Z'), SAO_PAULO)).toBeNull()
  expect(epochIn(Date.parse('2026-11-09T16:52:00Z'), 'America/Springfield')).toBeNull()
  expect(epochIn('1794243120000', SAO_PAULO)).toBeNull()
})

it('has a day of its own in each zone', () => {
  const late = Date.parse('2026-11-10T01:30:00Z')
  expect(dayIn(late, SAO_PAULO)).toBe('2026-11-09')
  expect(dayIn(late, 'UTC')).toBe('2026-11-10')
})
