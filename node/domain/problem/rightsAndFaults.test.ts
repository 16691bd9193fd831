import { Fault, mayPass } from './fault'
import { noMoment } from './moments'
import { PRODUCT_OF_RIGHT, RIGHT_LABELS, type Right } from './rights'

it('rights of orders are asked for at OMS’s product, that of the settings at its own', () => {
  for (const right of Object.keys(RIGHT_LABELS) as Right[])
    expect([right, PRODUCT_OF_RIGHT[right]]).toEqual([
      right,
      right === 'read-write-apps-settings' ? '66' : '19',
    ])
})

it.each([
  ['2026-03-01T10:00:00  ', 'NO_OFFSET'],
  ['  2026-03-01T10:00:00', 'NO_OFFSET'],
  ['2026-03-01', 'NO_DATE'],
  ['2026-02-30T10:00:00', 'NO_DATE'],
  [7, 'NO_DATE'],
])('%j lacks what %s says', (value, reason) => {
  expect(noMoment(value, ['f'])).toMatchObject({
    code: 'DATE_INVALID',
    field: ['f'],
    facts: [{ name: 'reason', value: reason }],
  })
})

it('a read that found no time left does not pass by itself, one that was not answered does', () => {
  const fault = (isOutOfTime?: boolean) =>
    new Fault({ kind: 'unavailable', upstream: 'OMS', operation: 'get', isOutOfTime })
  expect(fault(true).isOutOfTime).toBe(true)
  expect(mayPass(fault(true))).toBe(false)
  expect(fault().isOutOfTime).toBe(false)
  expect(mayPass(fault())).toBe(true)
})
