import type { Instant } from '../values/instant'
import { newEvents } from './trackingEvents'

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
