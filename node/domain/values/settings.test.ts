import { parseInstant } from './instant'
import { DEFAULT_SETTINGS } from './settings'

it('a store that never chose has these settings', () => {
  expect(DEFAULT_SETTINGS).toEqual({
    version: '0',
    defaultCourier: null,
    carriers: [],
    xmlRequired: 'CERTIFIED_MARKETPLACES',
    freightOn: 'LAST_INVOICE',
    noteOnOrder: false,
    batchPace: 5_820,
    doorAccepts: ['VALUE_NOT_ITEMS', 'VALUE_LEAVES_REMAINDER', 'XML_REQUIRED', 'TRACKING_REPLACES'],
  })
})

it.each([
  'x2026-03-01T10:00:00Z',
  '2026-03-01T10:00:00Zx',
  '12026-03-01T10:00:00Z',
  '2026-03-01T10:00:00-03:000',
])('%s only holds a moment, and is none', (text) => expect(parseInstant(text)).toBeNull())
