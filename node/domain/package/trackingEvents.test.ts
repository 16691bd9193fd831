import type { Instant } from '../values/instant'
import { eventIdentity, mergeEvents, newestMoment, newEvents, showsEvents } from './trackingEvents'

const event = (date: string, description: string, city: string | null = null) => ({
  date: date as Instant,
  description,
  city,
  state: null,
})
const posted = event('2026-03-09T10:00:00Z', 'Objeto postado', 'São Paulo')

describe('an event is known again', () => {
  it.each([
    ['at its moment in another offset', { date: '2026-03-09T07:00:00-03:00' as Instant }],
    ['with other space in its text', { description: ' Objeto\r\n postado ' }],
    ['with accents written apart', { city: 'Sa\u0303o Paulo' }],
  ])('%s', (_name, changes) => {
    expect(newEvents([{ ...posted, ...changes }], [posted])).toEqual([])
  })

  it('where half a sign was cut off, which no JSON carries', () => {
    const cut = event('2026-03-09T10:00:00Z', 'Entregue \ud83d')
    expect(newEvents([cut], [{ ...cut, description: 'Entregue \ufffd' }])).toEqual([])
  })
})

it('is another one by moment, text or place', () => {
  const others = [
    { ...posted, date: '2026-03-09T10:00:01Z' as Instant },
    { ...posted, description: 'objeto postado' },
    { ...posted, city: 'Santos' },
    { ...posted, state: 'SP' },
  ]
  expect(newEvents(others, [posted])).toHaveLength(4)
})

describe('events without a date', () => {
  const undated = { date: null, description: 'posted', city: null, state: null }

  it('are told apart by the text that stands for it', () => {
    expect(eventIdentity({ ...undated, dateText: 'soon' })).not.toBe(
      eventIdentity({ ...undated, dateText: 'late' })
    )
    expect(eventIdentity(undated)).toBe(eventIdentity({ ...undated, dateText: '' }))
    expect(eventIdentity(undated)).not.toBe(eventIdentity(event('1970-01-01T00:00:00Z', 'posted')))
  })
})

describe('two lists of events', () => {
  const early = event('2026-03-09T10:00:00Z', 'b')
  const late = event('2026-03-09T09:00:00-03:00', 'a')

  it('are one list, oldest first, each once', () => {
    expect(mergeEvents([late, early], [early])).toEqual([early, late])
    expect(mergeEvents([early, late], [late])).toEqual([early, late])
  })

  it('are the same list whichever comes first, at one moment too', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => event('2026-03-09T10:00:00Z', text))
    for (const [left, right] of [
      [[c, a], [b]],
      [[b], [a, c]],
      [[a, b], [c]],
      [[c, b], [a]],
    ])
      expect(mergeEvents(left, right)).toEqual([a, b, c])
  })

  it('show one another where none is missing', () => {
    expect(showsEvents([early, late], [late])).toBe(true)
    expect(showsEvents([late], [early, late])).toBe(false)
  })
})

describe('the newest moment', () => {
  const [nine, ten] = [event('2026-03-09T09:00:00Z', ''), event('2026-03-09T10:00:00Z', '')]

  it('is that of whichever event is latest, wherever it stands', () => {
    for (const events of [
      [nine, ten],
      [ten, nine],
      [{ date: null }, nine, ten, { date: null }],
    ])
      expect(newestMoment(events)).toBe(ten.date)
    expect(newestMoment([])).toBeNull()
    expect(newestMoment([{ date: null }])).toBeNull()
  })

  it('stays as it was first told in', () => {
    const again = '2026-03-09T07:00:00-03:00' as Instant
    expect(newestMoment([ten, { date: again }])).toBe(ten.date)
  })
})
