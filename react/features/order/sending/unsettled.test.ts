import { attentionBeside, unsettledOf } from './unsettled'

const unknown = (facts: Record<string, string>) =>
  ({
    code: 'OMS_OUTCOME_UNKNOWN',
    facts: Object.keys(facts).map((name) => ({ name, value: facts[name] })),
  }) as never
const late = { code: 'LATE', facts: [] } as never
const sentAt = '2026-03-01T17:05:00Z'
const retryAt = '2026-03-01T17:07:12Z'
const order = { attention: [late, unknown({ sentAt, retryAt, invoiceNumber: '7' })] }
const object = (number: string) => ({ object: { kind: 'invoice' as const, number } })

test('an invoice without an answer is told by its number, unless a send of this page speaks for it', () => {
  expect(unsettledOf(order, [])).toEqual([
    {
      invoiceNumber: '7',
      type: 'OUTPUT',
      sentAt: Date.parse(sentAt),
      retryAt: Date.parse(retryAt),
    },
  ])
  expect(unsettledOf(order, [object('8')])).toHaveLength(1)
  expect(unsettledOf(order, [object('7')])).toEqual([])
})

test('whether it is a return the service says', () => {
  const typed = (type: string) => ({ attention: [unknown({ sentAt, invoiceNumber: '7', type })] })

  expect(unsettledOf(typed('INPUT'), [])).toMatchObject([{ type: 'INPUT' }])
  expect(unsettledOf(typed('OUTPUT'), [])).toMatchObject([{ type: 'OUTPUT' }])
})

test('one without a number stays among what needs attention', () => {
  const nameless = { attention: [late, unknown({ sentAt })] }

  expect(unsettledOf(nameless, [])).toEqual([])
  expect(attentionBeside(nameless)).toHaveLength(2)
  expect(attentionBeside(order)).toEqual([late])
})

test('a service that does not say until when is waited for as long as it may wait', () => {
  const silent = { attention: [unknown({ sentAt, invoiceNumber: '7' })] }

  expect(unsettledOf(silent, [])).toMatchObject([{ retryAt: Date.parse(sentAt) + 140_000 }])
})
