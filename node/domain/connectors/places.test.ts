import { placeIn } from './places'

it.each([
  ['Campinas - SP', 'Campinas', 'SP'],
  ['LAGES / SC', 'LAGES', 'SC'],
  ['Campinas/SP', 'Campinas', 'SP'],
  ['Campinas, SP, BRA', 'Campinas', 'SP'],
  ['Mogi-Guaçu - sp', 'Mogi-Guaçu', 'SP'],
  ['MEDELLIN', 'MEDELLIN', null],
  ['São João - Centro', 'São João - Centro', null],
  ['Campinas-SP', 'Campinas', 'SP'],
  ['Porto-Ser', 'Porto-Ser', null],
  ['LAGES / Centro', 'LAGES / Centro', null],
  [' ', null, null],
  [7.5, '7.5', null],
  [null, null, null],
])('%j is in %j, %j', (text, city, region) => expect(placeIn(text)).toEqual({ city, region }))

it('takes no longer for a text of nothing but marks', () => {
  const before = Date.now()
  placeIn('- '.repeat(50_000))
  expect(Date.now() - before).toBeLessThan(5_000)
})
