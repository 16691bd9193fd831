import { instantAt } from '../values/instant'
import { AGES, madeWithin, WAITING } from './ages'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
const ago = (days: number, ms = 0) => instantAt(NOW - days * DAY_MS + ms)

it('what waits is told by its stage and its whole days, each moment in one age', () => {
  expect(WAITING).toEqual(['TO_HANDLE', 'TO_INVOICE', 'TO_SHIP', 'IN_TRANSIT'])
  expect(AGES.map((age) => madeWithin(age, NOW))).toEqual([
    { createdFrom: ago(1, 1), createdTo: null },
    { createdFrom: ago(2, 1), createdTo: ago(1) },
    { createdFrom: ago(4, 1), createdTo: ago(2) },
    { createdFrom: null, createdTo: ago(4) },
  ])
})
