import { connectorLaws, optionsOf } from '../../testing/connectorLaws'
import delivered from './fixtures/delivered.json'
import { ninetyNineMinutos } from './ninetyNineMinutos'

const decode = (body: unknown) => ninetyNineMinutos.decode(body, optionsOf(ninetyNineMinutos))
const withCode = (StatusCode: unknown) => ({
  ...delivered,
  Events: [{ ...delivered.Events[0], StatusCode }],
})

connectorLaws(ninetyNineMinutos, {
  messages: [delivered, withCode('4101')],
  words: ['StatusName', 'comment'],
  lists: ['Events'],
})

it('reads the history in UTC, zeros in front of the number kept, comments and photos left out', () => {
  const decoded = decode(delivered)
  expect(decoded).toMatchObject({
    parcels: [
      {
        trackingNumber: '0000004711',
        events: [
          { code: '2003', state: 'IN_TRANSIT', description: 'COLLECTED' },
          { code: '4001', state: 'OUT_FOR_DELIVERY', description: 'ON ROAD TO DELIVERY' },
          { code: '4002', state: 'DELIVERED', date: '2026-11-09T19:52:00Z' },
        ],
      },
    ],
    problems: [],
  })
  expect(JSON.stringify(decoded)).not.toMatch(/PERSONA|evidence/)
})

it.each([
  [1001, 'INFO_RECEIVED'],
  [2101, 'EXCEPTION'],
  ['4101', 'ATTEMPT_FAILED'],
  [5001, 'RETURNING'],
  [5002, 'RETURNED'],
  [8001, 'LOST'],
  [8003, 'CANCELLED'],
  [7101, 'UNKNOWN'],
])('code %j is %s', (code, state) =>
  expect(decode(withCode(code)).parcels[0].events).toMatchObject([{ state }])
)
