import fc from 'fast-check'
import type { Behaviour } from './index'
import { bench, invoice, ORDERS, type Bench, type Parsed } from './testing/bench'

const ORDER = `${ORDERS}/1001-01`
const VALUE = 11_000

type Step =
  | { kind: 'invoice'; number: number; value: number; type: 'Output' | 'Input' }
  | { kind: 'patch'; number: number; courier: string }
  | { kind: 'put'; number: number; isDelivered: boolean; day: number }
  | { kind: 'cancel' }
  | { kind: 'change'; discountValue: number }
  | { kind: 'pass'; milliseconds: number }

const number = fc.integer({ min: 1, max: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('invoice' as const),
      number,
      value: fc.constantFrom(1, 1_000, 5_000, 6_000, VALUE),
      type: fc.constantFrom('Output' as const, 'Output' as const, 'Input' as const),
    }),
  },
  fc.record({ kind: fc.constant('patch' as const), number, courier: fc.constantFrom('a', 'b') }),
  fc.record({
    kind: fc.constant('put' as const),
    number,
    isDelivered: fc.boolean(),
    day: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant('cancel' as const) }),
  fc.record({ kind: fc.constant('change' as const), discountValue: fc.constantFrom(0, 500) }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(0, 500, 2_000, 10_000),
    }),
  }
)

const readings = fc.record({
  rePost: fc.constantFrom('replace', 'receiptOnly', 'refuse'),
  rePostCourierStatus: fc.constantFrom('lost', 'kept'),
  partialStatus: fc.constantFrom('payment-approved', 'handling'),
  trackingPut: fc.constantFrom('append', 'dedup', 'replace'),
  reopenDelivered: fc.constantFrom('reopens', 'sticky'),
}) as fc.Arbitrary<Partial<Behaviour['readings']>>

async function take(made: Bench, taken: Step): Promise<number | null> {
  const named = `${ORDER}/invoice/N${'number' in taken ? taken.number : 0}`
  switch (taken.kind) {
    case 'pass':
      made.pass(taken.milliseconds)
      return null
    case 'invoice': {
      const { type, value: invoiceValue } = taken
      const invoiceNumber = `N${taken.number}`
      return (
        await made.call('POST', `${ORDER}/invoice`, invoice({ type, invoiceNumber, invoiceValue }))
      ).status
    }
    case 'patch':
      return (await made.call('PATCH', named, { courier: taken.courier })).status
    case 'put': {
      const events = [{ description: 'x', date: `2026-03-0${taken.day}`, city: '', state: '' }]
      return (
        await made.call('PUT', `${named}/tracking`, { isDelivered: taken.isDelivered, events })
      ).status
    }
    case 'cancel':
      return (await made.call('POST', `${ORDER}/cancel`, {})).status
    case 'change':
      return (await made.call('POST', `${ORDER}/changes`, { discountValue: taken.discountValue }))
        .status
  }
}

const packagesOf = (order: Parsed): Parsed[] => order.packageAttachment.packages
const sumOf = (order: Parsed, type: string): number =>
  packagesOf(order)
    .filter((one) => one.type === type)
    .reduce((sum, one) => sum + one.invoiceValue, 0)

describe('whatever is sent, under any reading that does not double invoices', () => {
  it('holds', async () => {
    await fc.assert(
      fc.asyncProperty(readings, fc.array(step, { maxLength: 25 }), async (given, steps) => {
        const made = bench()
        made.oms.setBehaviour({ readings: given, indexDelayMs: 0 })
        let before = await made.order()
        let discounted = false
        for (const taken of steps) {
          const status = await take(made, taken)
          discounted ||= taken.kind === 'change' && taken.discountValue > 0
          const after = await made.order()
          // Refused means: nothing happened, now or later, but what was due anyway.
          expect(status === null || [200, 400, 404, 409].includes(status)).toBe(true)
          expect(after.totals.reduce((sum: number, one: Parsed) => sum + one.value, 0)).toBe(
            after.value
          )
          // A change downwards alone can leave more invoiced than the order is worth.
          if (!discounted) expect(sumOf(after, 'Output')).toBeLessThanOrEqual(after.value)
          expect(packagesOf(after).length).toBeGreaterThanOrEqual(packagesOf(before).length)
          const numbers = packagesOf(after).map((one) => one.invoiceNumber)
          expect(new Set(numbers).size).toBe(numbers.length)
          if (after.status === 'invoiced') expect(after.invoicedDate).not.toBeNull()
          if (before.status === 'invoiced') expect(after.status).toBe('invoiced')
          if (before.status === 'canceled') expect(after.status).toBe('canceled')
          if (after.status === 'canceled') expect(sumOf(after, 'Output')).toBe(0)
          const { body } = await made.call('GET', ORDERS)
          expect(body.list[0].status).toBe(after.status)
          before = after
        }
        const again = JSON.stringify(await made.order())
        expect(JSON.stringify(await made.order())).toBe(again)
      }),
      { numRuns: 150, seed: 20260310 }
    )
  })

  it('happens the same way however often it is looked at meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const watched = bench()
        const alone = bench()
        for (const taken of steps) {
          await watched.order()
          const seen = [await take(watched, taken), await take(alone, taken)]
          expect(seen[0]).toBe(seen[1])
          await watched.order()
        }
        expect(await watched.order()).toEqual(await alone.order())
      }),
      { numRuns: 80, seed: 20260311 }
    )
  })
})
