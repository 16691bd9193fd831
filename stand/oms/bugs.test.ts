import { BUGS, type BugSlug } from './bugs'
import { bench } from './testing/bench'
import type { Trial } from './testing/trial'
import { TRIALS_OF_INVOICES } from './testing/trialsOfInvoices'
import { TRIALS_OF_WORKFLOW } from './testing/trialsOfWorkflow'

/** One trial for each slug, so that none is a name without effect. */
const TRIALS: Record<BugSlug, Trial> = { ...TRIALS_OF_INVOICES, ...TRIALS_OF_WORKFLOW }

describe.each(Object.entries(TRIALS))('%s', (slug, { orders, see, healthy, ill }) => {
  it.each([
    ['off', false, healthy],
    ['on', true, ill],
  ])('%s', async (_name, on, expected) => {
    const made = bench(orders)
    made.oms.setBehaviour({ bugs: { [slug]: on } })
    expect(await see(made)).toEqual(expected)
  })
})

it('each bug has its trial', () => {
  expect(Object.keys(TRIALS).sort()).toEqual(Object.keys(BUGS).sort())
})
