type Zone = typeof import('./zone')

// What was learned lasts as long as the page: each test has a page of its own.
let zone: Zone

beforeEach(async () => {
  jest.resetModules()
  zone = await import('./zone')
})

test('an order’s own zone is shown, else the account’s, else the browser’s', () => {
  expect(zone.resolveZone('America/Bogota')).toEqual({
    timeZone: 'America/Bogota',
    source: 'order',
  })
  expect(zone.resolveZone('E. South America Standard Time').source).toBe('browser')
  zone.learnAccountZone('America/Santiago', 'account')
  expect(zone.resolveZone(null)).toEqual({ timeZone: 'America/Santiago', source: 'account' })
})

test('the account’s zone is learned from the first order, and from no later one', () => {
  zone.learnAccountZone('America/Bogota')
  zone.learnAccountZone('America/Santiago')
  expect(zone.resolveZone(null).timeZone).toBe('America/Bogota')
})

test('what the account says of itself stands above what orders suggest, whichever comes first', () => {
  zone.learnAccountZone('America/Bogota')
  zone.learnAccountZone('America/Santiago', 'account')
  zone.learnAccountZone('America/Bogota')
  expect(zone.resolveZone(null).timeZone).toBe('America/Santiago')
})

test('no zone at all teaches nothing', () => {
  zone.learnAccountZone(null, 'account')
  zone.learnAccountZone('America/Bogota')
  expect(zone.resolveZone(null).timeZone).toBe('America/Bogota')
})
