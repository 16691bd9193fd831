import { sends } from '../../shared/sending/sends'
import { SendAnswer, SendResult } from '../../shared/sending/answer'
import { startedCount, StepsOf } from '../../shared/sending/tickedRun'
import { rowRun } from './rowRun'

type StartOne = (orderId: string) => Promise<SendResult<SendAnswer>>
const steps =
  (start: StartOne): StepsOf =>
  (orderId) => [
    { orderId, object: { kind: 'handling', number: orderId }, run: () => start(orderId) },
  ]

const answer = (outcome: SendAnswer['outcome']) => ({
  ok: true as const,
  answer: { outcome, problems: [] },
})

afterEach(() => {
  rowRun.forget()
  sends.list().forEach(({ id }) => sends.dismiss(id))
})

test('one call after the other, each row with its own end', async () => {
  const ends: Record<string, ReturnType<StartOne>> = {
    a: Promise.resolve(answer('APPLIED')),
    b: Promise.resolve(answer('ALREADY_APPLIED')),
    c: Promise.resolve(answer('FAILED')),
    d: Promise.resolve(answer('UNKNOWN')),
    e: Promise.resolve(answer('ACCEPTED')),
  }
  let inTheAir = 0
  let most = 0
  const start: StartOne = async (orderId) => {
    inTheAir += 1
    most = Math.max(most, inTheAir)
    const end = await ends[orderId]
    inTheAir -= 1
    return end
  }
  await rowRun.start('handling', Object.keys(ends), steps(start))
  const run = rowRun.get()
  expect(most).toBe(1)
  expect(Object.keys(run.ends).map((id) => run.ends[id].kind)).toEqual([
    'started',
    'already',
    'notStarted',
    'notStarted',
    'applying',
  ])
  expect(startedCount(run)).toBe(3)
  expect(run.isRunning).toBe(false)
  // Only what nobody can tell yet stays in the header's count.
  expect(sends.list().map(({ orderId }) => orderId)).toEqual(['d'])
})

test('stop lets the one in the air end and begins no other', async () => {
  const called: string[] = []
  const start: StartOne = async (orderId) => {
    called.push(orderId)
    rowRun.stop()
    return answer('APPLIED')
  }
  await rowRun.start('handling', ['a', 'b', 'c'], steps(start))
  expect(called).toEqual(['a'])
  expect(Object.keys(rowRun.get().ends)).toEqual(['a'])
})

test('stop ends a wait for VTEX too, and the order was not started', async () => {
  const limited = {
    ok: true as const,
    answer: {
      outcome: 'FAILED' as const,
      problems: [
        {
          code: 'RATE_LIMITED' as const,
          severity: 'ERROR' as const,
          field: [],
          message: '',
          facts: [{ name: 'retryAfterSeconds', value: '200' }],
        },
      ],
    },
  }
  const called: string[] = []
  const running = rowRun.start(
    'handling',
    ['a', 'b'],
    steps(async (orderId) => {
      called.push(orderId)
      return limited
    })
  )
  while (!sends.list().some(({ state }) => state === 'waiting')) await Promise.resolve()
  expect(rowRun.get().ends.a.kind).toBe('sending')
  rowRun.stop()
  await running
  expect(called).toEqual(['a'])
  expect(rowRun.get().ends).toMatchObject({ a: { kind: 'notStarted', isUnknown: false } })
  expect(sends.list()).toEqual([])
})

test('an ended session stops the run: the rest would only fail too', async () => {
  const called: string[] = []
  const start: StartOne = async (orderId) => {
    called.push(orderId)
    return { ok: false, failure: { kind: 'UNAUTHENTICATED' } }
  }
  await rowRun.start('handling', ['a', 'b'], steps(start))
  expect(called).toEqual(['a'])
})

test('a row that did not start can be tried again alone', async () => {
  await rowRun.start(
    'handling',
    ['a', 'b'],
    steps(async (id) => answer(id === 'a' ? 'FAILED' : 'APPLIED'))
  )
  await rowRun.retry(
    'a',
    steps(async () => answer('APPLIED'))
  )
  expect(startedCount(rowRun.get())).toBe(2)
})

test('a second run while one goes is refused', async () => {
  let calls = 0
  const start: StartOne = async () => {
    calls += 1
    return answer('APPLIED')
  }
  await Promise.all([
    rowRun.start('handling', ['a'], steps(start)),
    rowRun.start('handling', ['b'], steps(start)),
  ])
  expect(calls).toBe(1)
})

describe('a row with several invoices', () => {
  const row =
    (outcomes: Record<string, SendAnswer['outcome']>): StepsOf =>
    (orderId) =>
      Object.keys(outcomes).map((number) => ({
        orderId,
        object: { kind: 'delivery', number },
        run: async () => answer(outcomes[number]),
      }))

  test('has ended well when all of them have, and says the least that is true of them', async () => {
    await rowRun.start('delivery', ['a'], row({ 1: 'APPLIED', 2: 'ALREADY_APPLIED' }))
    expect(rowRun.get().ends.a).toEqual({ kind: 'started' })
    await rowRun.start('delivery', ['a'], row({ 1: 'APPLIED', 2: 'ACCEPTED' }))
    expect(rowRun.get().ends.a).toEqual({ kind: 'applying' })
    await rowRun.start('delivery', ['a'], row({ 1: 'ALREADY_APPLIED' }))
    expect(rowRun.get().ends.a).toEqual({ kind: 'already' })
  })

  test('says how many went when one does not, and sends none after it', async () => {
    await rowRun.start('delivery', ['a'], row({ 1: 'APPLIED', 2: 'REFUSED', 3: 'APPLIED' }))
    expect(rowRun.get().ends.a).toMatchObject({ kind: 'notStarted', done: 1, of: 3 })
  })

  test('ends between two of them when the run is stopped', async () => {
    await rowRun.start('delivery', ['a'], (orderId) =>
      ['1', '2'].map((number) => ({
        orderId,
        object: { kind: 'delivery' as const, number },
        run: async () => {
          rowRun.stop()
          return answer('APPLIED')
        },
      }))
    )
    expect(rowRun.get().ends.a).toMatchObject({ kind: 'notStarted', done: 1, of: 2 })
  })
})

test('a row for which there is no call is not said to be done', async () => {
  await rowRun.start('delivery', ['a'], () => [])
  expect(rowRun.get().ends.a).toMatchObject({ kind: 'notStarted', done: 0 })
})
