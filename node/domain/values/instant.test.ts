import fc from 'fast-check'
import { epochOf, instantAt, isNoDate, parseInstant, sameInstant } from './instant'

describe('a moment', () => {
  it.each([
    ['2026-11-20T09:00:00-03', '2026-11-20T09:00:00-03:00'],
    ['2026-11-20T09:00:00-0300', '2026-11-20T09:00:00-03:00'],
    ['2026-11-20 09:00-03:00', '2026-11-20T09:00:00-03:00'],
    ['2026-11-20 09:00:00 +0530', '2026-11-20T09:00:00+05:30'],
    ['2026-11-20T23:59:59+14:59', '2026-11-20T23:59:59+14:59'],
    ['2026-12-31T09:00:00Z', '2026-12-31T09:00:00Z'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2026-11-20t09:00:00z', '2026-11-20T09:00:00Z'],
    ['2026-11-20T09:00:00,5Z', '2026-11-20T09:00:00.500Z'],
    [' 2026-11-20T09:00:00.1234567-03:00 ', '2026-11-20T09:00:00.123-03:00'],
  ])('%j is %s', (text, moment) => expect(parseInstant(text)).toBe(moment))

  it.each([
    '2026-11-20T09:00:00',
    '2026-11-20',
    '2026-02-30T09:00:00Z',
    '2026-00-20T09:00:00Z',
    '2026-13-20T09:00:00Z',
    '2026-11-00T09:00:00Z',
    '2026-11-20T09:60:00Z',
    '2026-11-20T09:00:60Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T09:00:00-3',
    '2026-11-20T09:00:00-15',
    '2026-11-20T09:00:00-03:60',
    'on 2026-11-20T09:00:00Z',
    '2026-11-20T09:00:00Z and so on',
    '20/11/2026 09:00',
    '',
    7,
    null,
  ])('%j is none', (text) => expect(parseInstant(text)).toBeNull())

  it('is the same moment however its offset is written', () => {
    const hours = fc.integer({ min: -12, max: 14 })
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, hours, (date, hour) => {
        const local = new Date(date.getTime() + hour * 3_600_000).toISOString().slice(0, 19)
        const zone = `${hour < 0 ? '-' : '+'}${String(Math.abs(hour)).padStart(2, '0')}`
        const read = [zone, `${zone}00`, `${zone}:00`].map((offset) => parseInstant(local + offset))
        expect(new Set(read).size).toBe(1)
        expect(read[0] && instantAt(epochOf(read[0])).slice(0, 19)).toBe(
          date.toISOString().slice(0, 19)
        )
      })
    )
  })
})

const at = (text: string) => {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`no moment: ${text}`)
  return instant
}

describe('two moments', () => {
  const noon = at('2026-11-20T12:00:00Z')

  it('are one where the clock says so, whatever their offsets', () => {
    expect(sameInstant(noon, at('2026-11-20T09:00:00-03:00'))).toBe(true)
    expect(sameInstant(noon, at('2026-11-20T12:00:00-03:00'))).toBe(false)
  })

  it('that are both missing are one, and a missing one is no other', () => {
    expect(sameInstant(null, null)).toBe(true)
    expect(sameInstant(noon, null)).toBe(false)
    expect(sameInstant(null, noon)).toBe(false)
  })
})

it.each([
  ['0001-01-01T00:00:00Z', true],
  ['1899-12-31T23:59:59Z', true],
  ['1900-01-01T00:00:00Z', false],
])('%s stands for no date: %s', (text, wanted) => expect(isNoDate(at(text))).toBe(wanted))
