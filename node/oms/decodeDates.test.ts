import fc from 'fast-check'

import { epochOf } from '../domain/values/instant'
import { firstInstant, readInstant } from './decodeDates'

describe('readInstant', () => {
  it.each([
    ['2026-02-04T08:01:54.2210987+00:00', '2026-02-04T08:01:54.221+00:00'],
    ['2026-02-04T08:01:54.2210987Z', '2026-02-04T08:01:54.221Z'],
    ['2024-01-31T18:25:43-05:00', '2024-01-31T18:25:43-05:00'],
    ['2024-01-31T18:25:43-0300', '2024-01-31T18:25:43-03:00'],
    ['2024-01-31T18:25:43-03', '2024-01-31T18:25:43-03:00'],
    ['2017-10-05T11:32:11', '2017-10-05T11:32:11Z'],
    ['2017-10-05T11:32:11.5', '2017-10-05T11:32:11.500Z'],
    ['2015-06-23', '2015-06-23T00:00:00Z'],
    ['2026-03-01 14:05', '2026-03-01T14:05:00Z'],
    ['2026-03-01 14:05:09', '2026-03-01T14:05:09Z'],
    ['2026-03-01 9:05', '2026-03-01T09:05:00Z'],
    ['Tue, 23 Jun 2015 14:00:00 GMT', '2015-06-23T14:00:00Z'],
    ['23 Jun 2015 14:00 -0300', '2015-06-23T14:00:00-03:00'],
    [' 2015-06-23 ', '2015-06-23T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
  ])('reads %s', (text, expected) => {
    expect(readInstant(text)).toBe(expected)
  })

  it.each([
    '',
    'ontem',
    '0001-01-01T00:00:00',
    '2023-02-29',
    '2026-13-01',
    '2026-01-01T24:00:00Z',
    '23/06/2015',
    '15/2/2024 12:00:00 AM',
    'Tue, 31 Foo 2015 14:00:00 GMT',
    20150623,
    null,
    undefined,
    {},
  ])('says null to %p', (value) => {
    expect(readInstant(value)).toBeNull()
  })

  it('reads one moment whatever the zone of the machine, in every form a date is written', () => {
    const moments = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2090-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, (date) => {
        const iso = date.toISOString()
        const second = Math.floor(date.getTime() / 1000) * 1000
        const epoch = (text: string) => epochOf(readInstant(text) ?? never(text))
        expect(epoch(iso)).toBe(date.getTime())
        expect(epoch(iso.replace('Z', '9999+00:00'))).toBe(date.getTime())
        expect(epoch(iso.slice(0, 19))).toBe(second)
        expect(epoch(iso.slice(0, 19).replace('T', ' '))).toBe(second)
        expect(epoch(date.toUTCString())).toBe(second)
        expect(epoch(iso.slice(0, 10))).toBe(Math.floor(second / 86_400_000) * 86_400_000)
      })
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readInstant(text)))
  })

  it('finds the first that is a moment', () => {
    expect(firstInstant(null, 'soon', '2015-06-23', '2016-01-01')).toBe('2015-06-23T00:00:00Z')
    expect(firstInstant('soon')).toBeNull()
  })
})

function never(text: string): never {
  throw new Error(`not read: ${text}`)
}
