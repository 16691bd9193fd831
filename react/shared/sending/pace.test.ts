import { LONGEST_PAUSE, MOST_TRIES } from './pace'
import { countSends, Send, SendAnswer, sends, SendResult, warnsOnLeave } from './sends'

const limited = (retryAfterSeconds: number, outcome: SendAnswer['outcome'] = 'FAILED') =>
  answered(outcome, [
    {
      name: 'RATE_LIMITED',
      facts: [{ name: 'retryAfterSeconds', value: String(retryAfterSeconds) }],
    },
  ])
const answered = (
  outcome: SendAnswer['outcome'],
  problems: Array<{ name: string; facts: Array<{ name: string; value: string }> }> = []
): SendResult<SendAnswer> => ({
  ok: true,
  answer: {
    outcome,
    problems: problems.map(({ name, facts }) => ({
      code: name,
      severity: 'ERROR' as const,
      field: [],
      message: '',
      facts,
    })),
  },
})

function send(...results: Array<SendResult<SendAnswer>>) {
  let calls = 0
  const ended: Send[] = []
  const started = sends.start({
    orderId: '1',
    object: { kind: 'invoice', number: '1' },
    run: async () => results[Math.min((calls += 1), results.length) - 1],
  })

  void (started as Promise<Send>).then((one) => ended.push(one))
  const now = () => sends.ofOrder('1')[0]

  return { now, ended, calls: () => calls }
}

async function pass(seconds: number) {
  await settled()
  jest.advanceTimersByTime(seconds * 1000)
  await settled()
}
/** Answers are promises within promises. */
async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => {
  sends.list().forEach(({ id }) => sends.dismiss(id))
  jest.useRealTimers()
})

test('what VTEX had no room for goes out again when its pause is over, as the same send', async () => {
  const { now, ended, calls } = send(limited(12), limited(3, 'REFUSED'), answered('APPLIED'))

  await pass(0)
  expect(now().state).toBe('waiting')
  expect(sends.isSending('1')).toBe(true)
  expect(countSends(sends.list())).toEqual({ sending: 1, needYou: 0 })
  expect(warnsOnLeave()).toBe(true)
  await pass(11.9)
  expect(calls()).toBe(1)
  await pass(0.1)
  expect(calls()).toBe(2)
  await pass(3)
  expect(calls()).toBe(3)
  expect(ended.map(({ state, tries }) => [state, tries])).toEqual([['done', 3]])
  expect(now().tries).toBe(3)
})

test('a person stops the waiting, and nothing goes out', async () => {
  const { now, ended, calls } = send(limited(12), answered('APPLIED'))

  await pass(1)
  sends.stop(now().id)
  await pass(100)
  expect(calls()).toBe(1)
  expect(ended[0]).toMatchObject({ state: 'failed', isStopped: true })
  expect(sends.isSending('1')).toBe(false)
})

test('it gives up after a while, and at once where VTEX asks for a long pause', async () => {
  const patient = send(limited(1))

  for (let second = 0; second < 20; second += 1) await pass(1)
  expect(patient.calls()).toBe(MOST_TRIES)
  expect(patient.ended[0]).toMatchObject({ state: 'failed', tries: MOST_TRIES })
  const short = send(limited(LONGEST_PAUSE + 1))

  await pass(0)
  expect(short.ended[0]).toMatchObject({ state: 'failed', tries: 1 })
})

test('any other end is an end', async () => {
  const { ended, calls } = send(answered('FAILED', [{ name: 'OMS_UNAVAILABLE', facts: [] }]))

  await pass(100)
  expect(calls()).toBe(1)
  expect(ended[0].state).toBe('failed')
})

test('the moment of sending is the service’s where it fits between start and end', async () => {
  const unknown = (sentAt: number) =>
    answered('UNKNOWN', [
      {
        name: 'OMS_OUTCOME_UNKNOWN',
        facts: [
          { name: 'sentAt', value: new Date(sentAt).toISOString() },
          { name: 'retryAt', value: new Date(sentAt + 125_000).toISOString() },
        ],
      },
    ])
  const clock = jest.spyOn(Date, 'now').mockReturnValue(10_000)

  for (const [said, believed] of [
    [10_000, 10_000],
    [1_000, 10_000],
    [900_000, 10_000],
  ]) {
    const { ended } = send(unknown(said))

    await pass(0)
    expect(ended[0]).toMatchObject({ sentAt: believed, retryAt: believed + 125_000 })
  }
  clock.mockRestore()
})
