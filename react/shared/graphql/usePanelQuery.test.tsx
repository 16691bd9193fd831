import { hooks } from '@vtex/test-tools/react'
import { DocumentNode } from 'graphql'
import { session, useSession } from './session'
import { usePanelQuery } from './usePanelQuery'

interface Asked {
  variables: { q: string }
  answer: (data: object) => void
  fail: (error: object) => void
}

const { act, renderHook } = hooks

const mockAsked: Asked[] = []

jest.mock('react-apollo', () => ({
  useApolloClient: () => mockClient,
}))

const mockClient = {
  query: ({ variables }: { variables: Asked['variables'] }) =>
    new Promise((resolve, reject) => {
      mockAsked.push({ variables, answer: (data) => resolve({ data }), fail: reject })
    }),
}

const DOCUMENT = {} as DocumentNode

function start(first = 'a') {
  mockAsked.length = 0
  return renderHook(
    ({ q }: { q: string }) =>
      usePanelQuery<{ of: string }, { q: string }>(DOCUMENT, { variables: { q } }),
    {
      initialProps: { q: first },
    }
  )
}

const answer = (at: number) =>
  act(async () => mockAsked[at].answer({ of: mockAsked[at].variables.q }))
const fail = (at: number, code: string) =>
  act(async () => mockAsked[at].fail({ graphQLErrors: [{ message: '', extensions: { code } }] }))

test('the last answer stays while the next one is asked, and says what it answers to', async () => {
  const { result, rerender } = start()
  expect(result.current).toMatchObject({ data: null, loading: true })
  await answer(0)
  expect(result.current).toMatchObject({
    data: { of: 'a' },
    answeredFor: { q: 'a' },
    loading: false,
  })
  rerender({ q: 'b' })
  expect(result.current).toMatchObject({
    data: { of: 'a' },
    answeredFor: { q: 'a' },
    loading: true,
  })
  await answer(1)
  expect(result.current).toMatchObject({ data: { of: 'b' }, loading: false })
})

test('an answer that was overtaken is dropped, whichever comes first', async () => {
  const { result, rerender } = start()
  rerender({ q: 'b' })
  await answer(1)
  await answer(0)
  expect(result.current).toMatchObject({ data: { of: 'b' }, loading: false })
})

test('a failure keeps what was shown; asking again clears it', async () => {
  const { result } = start()
  await answer(0)
  act(() => void result.current.refetch())
  await fail(1, 'OMS_UNAVAILABLE')
  expect(result.current).toMatchObject({ data: { of: 'a' }, failure: { kind: 'REFUSED' } })
  act(() => void result.current.refetch())
  expect(result.current).toMatchObject({ failure: null, loading: true })
})

test('who stops waiting sees no answer that comes after all', async () => {
  const { result } = start()
  act(() => result.current.stop())
  await answer(0)
  expect(result.current).toMatchObject({ data: null, loading: false })
})

test('after a new sign-in the refused read is asked again by itself', async () => {
  const { result } = start()
  await fail(0, 'UNAUTHENTICATED')
  expect(result.current.failure).toEqual({ kind: 'UNAUTHENTICATED' })
  act(() => session.goOn())
  expect(mockAsked).toHaveLength(2)
  await answer(1)
  expect(result.current).toMatchObject({ data: { of: 'a' }, failure: null })
})

test('a refusal that comes only after the new sign-in ends no session again: the read is asked anew', async () => {
  const { result } = start()
  const dialog = renderHook(() => useSession())
  act(() => session.ended(true))
  act(() => session.goOn())
  await fail(0, 'UNAUTHENTICATED')
  expect(dialog.result.current.hasEnded).toBe(false)
  expect(mockAsked).toHaveLength(2)
  await answer(1)
  expect(result.current).toMatchObject({ data: { of: 'a' }, failure: null })
})

test('a refusal in the new session ends that one too', async () => {
  start()
  const dialog = renderHook(() => useSession())
  act(() => session.ended(false))
  act(() => session.goOn())
  await fail(0, 'UNAUTHENTICATED')
  await fail(1, 'UNAUTHENTICATED')
  expect(dialog.result.current.hasEnded).toBe(true)
  expect(mockAsked).toHaveLength(2)
  act(() => session.goOn())
})
