import { joinedTally, LEAD_STEPS, NO_TALLY, weightOf, type Tally } from './tally'

const one: Tally = {
  authorized: 1,
  invoiced: 2,
  shipped: 4,
  delivered: 8,
  promised: 16,
  onTime: 32,
  waits: {
    PAID_TO_INVOICED: { 3: 1 },
    INVOICED_TO_SHIPPED: { 3: 2 },
    SHIPPED_TO_DELIVERED: { 3: 4 },
  },
}

it('tallies add up, each number with its own', () => {
  expect(joinedTally(one, one)).toEqual({
    authorized: 2,
    invoiced: 4,
    shipped: 8,
    delivered: 16,
    promised: 32,
    onTime: 64,
    waits: {
      PAID_TO_INVOICED: { 3: 2 },
      INVOICED_TO_SHIPPED: { 3: 4 },
      SHIPPED_TO_DELIVERED: { 3: 8 },
    },
  })
  expect(joinedTally(NO_TALLY, one)).toEqual(one)
  expect(joinedTally(one, NO_TALLY)).toEqual(one)
})

it('what came about is what orders went through, not how', () => {
  expect([weightOf(one), weightOf(NO_TALLY)]).toEqual([15, 0])
  expect(Object.keys(NO_TALLY.waits)).toEqual(LEAD_STEPS)
})
