import fc from 'fast-check'
import { answersTo } from '../../../domain/readmodel/answersTo'
import { documentOf } from '../../../domain/readmodel/orderDocument'
import { QUEUES } from '../../../domain/standing/queue'
import { someOrder } from '../../../domain/testing/someOrder'
import { instantAt } from '../../../domain/values/instant'
import { holds } from '../../testing/memoryWhere'
import { whereOf } from './queueSearch'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const STAGES = [
  'NOT_READY',
  'TO_HANDLE',
  'TO_INVOICE',
  'PARTIALLY_INVOICED',
  'TO_SHIP',
  'IN_TRANSIT',
  'DELIVERED',
  'CANCELED',
] as const

const made = documentOf(
  { order: someOrder(), stage: 'TO_INVOICE', attention: [], shipments: [] },
  { readAtMs: NOW, keepClosedDays: 30, carriers: [] }
)
const near = fc.constantFrom(-1, 0, 1).map((ms) => instantAt(NOW + ms))
const name = fc.option(fc.constantFrom('Correios', 'Jadlog'))
const names = { carrier: name, marketplace: name, salesChannel: name }
const document = fc
  .record({
    ...names,
    stage: fc.constantFrom(...STAGES),
    reason: fc.option(fc.constant('ORDER_STUCK' as const)),
    promise: fc.option(near),
    created: near,
  })
  .map((some) => ({ ...made, ...some }))
const question = fc.record({
  ...names,
  queue: fc.constantFrom(...QUEUES),
  createdFrom: fc.option(near),
  createdTo: fc.option(near),
})

it('finds the documents that answer to the question', () =>
  fc.assert(
    fc.property(question, document, (asked, one) => {
      const where = whereOf({ ...asked, sort: null }, NOW)
      expect([where, answersTo(asked, one, NOW)]).toEqual([where, holds(where, { ...one })])
    }),
    { numRuns: 2_000 }
  ))
