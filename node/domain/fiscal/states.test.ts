import { DateTime } from 'luxon'

import { isState, zoneOfState } from './states'

/** IBGE's number, letters, hours from UTC since 2019, and whether the state had summer time in January 2015. */
const STATES: readonly (readonly [string, string, number, boolean])[] = [
  ['11', 'RO', -4, false],
  ['12', 'AC', -5, false],
  ['13', 'AM', -4, false],
  ['14', 'RR', -4, false],
  ['15', 'PA', -3, false],
  ['16', 'AP', -3, false],
  ['17', 'TO', -3, false],
  ['21', 'MA', -3, false],
  ['22', 'PI', -3, false],
  ['23', 'CE', -3, false],
  ['24', 'RN', -3, false],
  ['25', 'PB', -3, false],
  ['26', 'PE', -3, false],
  ['27', 'AL', -3, false],
  ['28', 'SE', -3, false],
  ['29', 'BA', -3, false],
  ['31', 'MG', -3, true],
  ['32', 'ES', -3, true],
  ['33', 'RJ', -3, true],
  ['35', 'SP', -3, true],
  ['41', 'PR', -3, true],
  ['42', 'SC', -3, true],
  ['43', 'RS', -3, true],
  ['50', 'MS', -4, true],
  ['51', 'MT', -4, true],
  ['52', 'GO', -3, true],
  ['53', 'DF', -3, true],
]

const hoursAt = (zone: string | null, day: string) =>
  DateTime.fromISO(day, { zone: zone ?? 'Nowhere/Else' }).offset / 60

describe('a state of Brazil', () => {
  it.each(STATES)(
    '%s is %s, %i h from UTC, in the summer of 2015 %p',
    (number, letters, hours, summer) => {
      const zone = zoneOfState(number)
      expect(isState(number)).toBe(true)
      expect(zoneOfState(letters)).toBe(zone)
      expect(zoneOfState(letters.toLowerCase())).toBe(zone)
      expect(hoursAt(zone, '2026-01-15')).toBe(hours)
      expect(hoursAt(zone, '2015-01-15')).toBe(summer ? hours + 1 : hours)
    }
  )

  it('is none by any other number', () => {
    const known = new Set(STATES.map(([number]) => number))
    for (let number = 0; number < 100; number += 1) {
      const text = String(number).padStart(2, '0')
      expect(isState(text)).toBe(known.has(text))
      if (!known.has(text)) expect(zoneOfState(text)).toBeNull()
    }
  })

  it('is the first that is known', () => {
    expect(zoneOfState(null, '99', undefined, 'AC', 'SP')).toBe('America/Rio_Branco')
    expect(zoneOfState(null, undefined)).toBeNull()
    expect(zoneOfState()).toBeNull()
  })
})
