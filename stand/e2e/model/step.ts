import fc from 'fast-check'
import type { TestStand } from '../harness/stand'
import type { Memory } from './memory'
import { checkAfterStep } from './truths'

/** One step of a run: what it does, and a text by which a counterexample can be read. */
export interface Step {
  readonly text: string
  run(stand: TestStand, memory: Memory): Promise<void>
}

export type Command = fc.AsyncCommand<Memory, TestStand>

export const asCommand = (step: Step): Command => ({
  check: () => true,
  async run(memory, stand) {
    await step.run(stand, memory)
    await checkAfterStep(stand, memory)
  },
  toString: () => step.text,
})

export const ISSUED = '2026-03-01T10:00:00-03:00'
export const WARNINGS = [
  'VALUE_LEAVES_REMAINDER',
  'VALUE_NOT_ITEMS',
  'XML_REQUIRED',
  'TRACKING_REPLACES',
  'DELIVERED_ALREADY',
  'RETURN_TRIGGERS_REFUND',
  'REPLACE_LOSES_FIELDS',
  'REPLACE_MAY_COUNT_TWICE',
  'ORDER_CANCELING',
]
export interface Invoice extends Record<string, unknown> {
  invoiceNumber: string
}

export const numbers = fc.constantFrom('A', 'B', 'C', 'D')
export const who = fc.constantFrom('local-admin', 'local-operator')
export const invoices: fc.Arbitrary<Invoice> = fc.oneof(
  fc.record({ invoiceNumber: numbers }),
  fc
    .tuple(numbers, fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 3 }))
    .map(([invoiceNumber, itemIndex, quantity]) => ({
      invoiceNumber,
      items: [{ itemIndex, quantity }],
    })),
  fc
    .tuple(numbers, fc.integer({ min: 1, max: 12_000 }))
    .map(([invoiceNumber, invoiceValue]) => ({ invoiceNumber, invoiceValue, items: [] }))
)
