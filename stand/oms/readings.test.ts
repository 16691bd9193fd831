import { READINGS, type ReadingName } from './readings'
import { SIGHTS_OF_INVOICES } from './testing/sightsOfInvoices'
import { SIGHTS_OF_NEIGHBOURS } from './testing/sightsOfNeighbours'
import { SIGHTS_OF_TRACKING } from './testing/sightsOfTracking'
import { bench } from './testing/bench'
import type { Sight } from './testing/sight'

/** One sight for each reading, so that none is a name without effect. */
const SIGHTS: Record<ReadingName, Sight> = {
  ...SIGHTS_OF_INVOICES,
  ...SIGHTS_OF_TRACKING,
  ...SIGHTS_OF_NEIGHBOURS,
}

const cases = Object.entries(SIGHTS).flatMap(([name, { orders, see, sees }]) =>
  Object.entries(sees).map(([value, expected]) => ({ name, value, orders, see, expected }))
)

it.each(cases)('$name as $value', async ({ name, value, orders, see, expected }) => {
  const made = bench(orders)
  const isChoice = 'values' in READINGS[name as ReadingName]
  const set = made.oms.setBehaviour({ readings: { [name]: isChoice ? value : Number(value) } })
  expect(set).toEqual({ ok: true })
  expect(await see(made)).toEqual(expected)
})

it.each(Object.entries(SIGHTS))(
  '%s: each value is seen, and each looks different',
  (name, { sees }) => {
    const reading = READINGS[name as ReadingName]
    if ('values' in reading) expect(Object.keys(sees).sort()).toEqual([...reading.values].sort())
    const sights = Object.values(sees).map((sight) => JSON.stringify(sight) ?? 'nothing')
    expect(new Set(sights).size).toBe(sights.length)
  }
)
