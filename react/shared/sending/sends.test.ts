import { countSends, SendRequest, sends, SendAnswer, warnsOnLeave } from './sends'

type Resolve = (value: { ok: true; answer: SendAnswer }) => void

const answered = (outcome: SendAnswer['outcome']) => ({
  ok: true as const,
  answer: { outcome, problems: [] },
})

function held(orderId: string) {
  let release: Resolve = () => undefined
  let calls = 0
  const request: SendRequest<SendAnswer> = {
    orderId,
    object: { kind: 'invoice', number: '000123' },
    run: () => {
      calls += 1
      return new Promise((resolve) => {
        release = resolve
      })
    },
  }
  return { request, release: (value: Parameters<Resolve>[0]) => release(value), calls: () => calls }
}

afterEach(() => sends.list().forEach(({ id }) => sends.dismiss(id)))

test('a double press sends once; another order is free', async () => {
  const first = held('1')
  const second = held('2')
  const ended = sends.start(first.request)
  expect(sends.start(first.request)).toBeNull()
  expect(sends.start(second.request)).not.toBeNull()
  expect([first.calls(), second.calls()]).toEqual([1, 1])
  expect(countSends(sends.list())).toEqual({ sending: 2, needYou: 0 })
  expect(warnsOnLeave()).toBe(true)
  first.release(answered('APPLIED'))
  second.release(answered('APPLIED'))
  expect((await ended)?.state).toBe('done')
})

test.each([
  ['APPLIED', 'done', 0],
  ['ALREADY_APPLIED', 'done', 0],
  ['ACCEPTED', 'applying', 0],
  ['REFUSED', 'refused', 1],
  ['FAILED', 'failed', 1],
  ['UNKNOWN', 'unknown', 1],
] as const)('%s ends as %s', async (outcome, state, needYou) => {
  const ended = sends.start({
    orderId: '1',
    object: { kind: 'invoice', number: '1' },
    run: async () => answered(outcome),
  })
  expect((await ended)?.state).toBe(state)
  expect(countSends(sends.list())).toEqual({ sending: 0, needYou })
  expect(warnsOnLeave()).toBe(false)
})

test.each([
  [{ kind: 'UNAUTHENTICATED' }, 'failed'],
  [{ kind: 'FORBIDDEN' }, 'failed'],
  [{ kind: 'NETWORK' }, 'unknown'],
  [{ kind: 'FAULT' }, 'unknown'],
] as const)(
  'a call that ended in %p is %s: only what surely was not sent has failed',
  async (failure, state) => {
    const ended = sends.start({
      orderId: '1',
      object: { kind: 'invoice', number: '1' },
      run: async () => ({ ok: false, failure }),
    })
    expect((await ended)?.state).toBe(state)
  }
)

test('a call that throws is unknown, and its order is free again', async () => {
  const ended = sends.start({
    orderId: '1',
    object: { kind: 'invoice', number: '1' },
    run: () => Promise.reject(new Error('broken')),
  })
  expect((await ended)?.state).toBe('unknown')
  expect(sends.isSending('1')).toBe(false)
})

test('a second try of the same object takes the place of the first', async () => {
  const once = () =>
    sends.start({
      orderId: '1',
      object: { kind: 'tracking', number: '7' },
      run: async () => answered('REFUSED'),
    })
  await once()
  await once()
  expect(sends.ofOrder('1')).toHaveLength(1)
})

test('of what went well only the newest twenty stay, and all that needs somebody', async () => {
  const send = (at: number, outcome: SendAnswer['outcome']) =>
    sends.start({
      orderId: `${at}`,
      object: { kind: 'invoice', number: '1' },
      run: async () => answered(outcome),
    })

  await send(0, 'REFUSED')
  await send(1, 'UNKNOWN')
  for (let at = 2; at < 32; at += 1) await send(at, at % 2 ? 'APPLIED' : 'ACCEPTED')
  const kept = sends.list().map(({ orderId }) => Number(orderId))
  expect(kept.slice(0, 2)).toEqual([0, 1])
  // The newest counts once it is over: it was started beside twenty.
  expect(kept.slice(2)).toEqual(Array.from({ length: 21 }, (_, at) => at + 11))
})
