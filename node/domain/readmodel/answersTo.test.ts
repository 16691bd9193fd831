import { moment, someOrder } from '../testing/someOrder'
import type { Stage } from '../standing/stage'
import { instantAt } from '../values/instant'
import { answersTo, attentionAt } from './answersTo'
import { documentOf, type OrderDocument } from './orderDocument'
import { wholeQueue } from './queueQuestion'

const NOW = Date.parse('2026-03-12T12:00:00Z')
const before = instantAt(NOW - 1)
const whole: OrderDocument = {
  ...documentOf(
    { order: someOrder(), stage: 'IN_TRANSIT', attention: [], shipments: [] },
    { readAtMs: NOW, keepClosedDays: 30, carriers: [] }
  ),
  promise: null,
  carrier: 'Loggi',
  marketplace: 'Hub',
  salesChannel: '2',
}

type Question = Partial<Parameters<typeof answersTo>[0]>
const answers = (question: Question, document: Partial<OrderDocument> = {}) =>
  answersTo({ ...wholeQueue('ALL'), ...question }, { ...whole, ...document }, NOW)

describe('a document answers to a search', () => {
  it.each(['carrier', 'marketplace', 'salesChannel'] as const)('for its own %s alone', (name) => {
    expect(answers({ [name]: whole[name] })).toBe(true)
    expect(answers({ [name]: 'Other' })).toBe(false)
    expect(answers({ [name]: whole[name] }, { [name]: null })).toBe(false)
  })

  it('for the moments between which it was made, both among them, whatever their offsets', () => {
    const created = instantAt(NOW)
    const at = (ms: number) => instantAt(NOW + ms)
    const local = moment('2026-03-12T09:00:00-03:00')
    expect(answers({ createdFrom: local, createdTo: local }, { created })).toBe(true)
    expect(answers({ createdFrom: at(1) }, { created })).toBe(false)
    expect(answers({ createdTo: at(-1) }, { created })).toBe(false)
  })

  it('for the queue in which it stands', () => {
    expect(answers({ queue: 'IN_TRANSIT' })).toBe(true)
    expect(answers({ queue: 'TO_SHIP' })).toBe(false)
    expect(answers({ queue: 'ATTENTION' }, { reason: 'ORDER_STUCK' })).toBe(true)
    expect(answers({ queue: 'LATE' }, { reason: 'ORDER_STUCK' })).toBe(false)
    expect(answers({ queue: 'ATTENTION' })).toBe(false)
  })
})

describe('a document is late', () => {
  const isLate = (promise: OrderDocument['promise'], stage: Stage = 'IN_TRANSIT') =>
    (['LATE', 'ATTENTION'] as const).map((queue) => answers({ queue }, { promise, stage }))

  it('once its promise has passed, and then stands in attention too', () => {
    expect(isLate(before)).toEqual([true, true])
    expect(isLate(instantAt(NOW))).toEqual([false, false])
    expect(isLate(null)).toEqual([false, false])
  })

  it.each<Stage>(['DELIVERED', 'CANCELED'])('no more once it is %s', (stage) => {
    expect(isLate(before, stage)).toEqual([false, false])
  })
})

it('what needs attention is told once each, the reason first, and LATE last', () => {
  const attention = ['TRACKING_LOST', 'ORDER_STUCK'] as const
  const codes = (changes: Partial<OrderDocument>) =>
    attentionAt({ ...whole, ...changes }, NOW).map(({ code }) => code)
  expect(codes({ attention, reason: 'ORDER_STUCK', promise: before })).toEqual([
    'ORDER_STUCK',
    'TRACKING_LOST',
    'LATE',
  ])
  expect(codes({ attention, reason: null })).toEqual(attention)
  expect(codes({})).toEqual([])
})
