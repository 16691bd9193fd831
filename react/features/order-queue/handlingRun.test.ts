import { sends } from '../../shared/sending/sends'
import { HandlingAnswer, handlingRun, startedCount, StartOne } from './handlingRun'

const answer = (outcome: HandlingAnswer['outcome']) => ({
  ok: true as const,
  answer: { outcome, order: null, problems: [] },
})

afterEach(() => {
  handlingRun.forget()
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
  await handlingRun.start(Object.keys(ends), start)
  const run = handlingRun.get()
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
    handlingRun.stop()
    return answer('APPLIED')
  }
  await handlingRun.start(['a', 'b', 'c'], start)
  expect(called).toEqual(['a'])
  expect(Object.keys(handlingRun.get().ends)).toEqual(['a'])
})

test('stop ends a wait for VTEX too, and the order was not started', async () => {
  const limited = {
    ok: true as const,
    answer: {
      outcome: 'FAILED' as const,
      order: null,
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
  const running = handlingRun.start(['a', 'b'], async (orderId) => {
    called.push(orderId)
    return limited
  })
  while (!sends.list().some(({ state }) => state === 'waiting')) await Promise.resolve()
  expect(handlingRun.get().ends.a.kind).toBe('sending')
  handlingRun.stop()
  await running
  expect(called).toEqual(['a'])
  expect(handlingRun.get().ends).toMatchObject({ a: { kind: 'notStarted', isUnknown: false } })
  expect(sends.list()).toEqual([])
})

test('an ended session stops the run: the rest would only fail too', async () => {
  const called: string[] = []
  const start: StartOne = async (orderId) => {
    called.push(orderId)
    return { ok: false, failure: { kind: 'UNAUTHENTICATED' } }
  }
  await handlingRun.start(['a', 'b'], start)
  expect(called).toEqual(['a'])
})

test('a row that did not start can be tried again alone', async () => {
  await handlingRun.start(['a', 'b'], async (id) => answer(id === 'a' ? 'FAILED' : 'APPLIED'))
  await handlingRun.retry('a', async () => answer('APPLIED'))
  expect(startedCount(handlingRun.get())).toBe(2)
})

test('a second run while one goes is refused', async () => {
  let calls = 0
  const start: StartOne = async () => {
    calls += 1
    return answer('APPLIED')
  }
  await Promise.all([handlingRun.start(['a'], start), handlingRun.start(['b'], start)])
  expect(calls).toBe(1)
})
