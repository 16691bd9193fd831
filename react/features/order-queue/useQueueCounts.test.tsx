import { hooks } from '@vtex/test-tools/react'
import { InMemoryCache } from 'apollo-cache-inmemory'
import { ApolloClient } from 'apollo-client'
import { ApolloLink, FetchResult, Observable } from 'apollo-link'
import React from 'react'
import { ApolloProvider } from 'react-apollo'
import { QueueCounts, useQueueCounts } from './useQueueCounts'

const { act, renderHook } = hooks
const MINUTE = 60000

interface Props {
  isReady?: boolean
  refreshes?: number
  isRunning?: boolean
}

/** The counts of a page, with a service that answers when the test says so. */
function start(first: Props = {}) {
  const waiting: Array<(counts: QueueCounts | null) => void> = []
  const link = new ApolloLink(
    () =>
      new Observable<FetchResult>((observer) => {
        waiting.push((counts) => {
          if (!counts) return observer.error(new Error('away'))
          const queueCounts = Object.keys(counts).map((queue) => ({
            __typename: 'QueueCount',
            queue,
            count: counts[queue as keyof QueueCounts],
          }))
          observer.next({ data: { queueCounts } })
          return observer.complete()
        })
      })
  )
  const client = new ApolloClient({ cache: new InMemoryCache(), link })
  const { result, rerender, unmount } = renderHook(
    ({ isReady = true, refreshes = 0, isRunning = false }: Props) =>
      useQueueCounts(isReady, refreshes, isRunning),
    {
      initialProps: first,
      wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
    }
  )
  return {
    now: () => result.current,
    asked: () => waiting.length,
    answers: async (counts: QueueCounts | null, at = waiting.length - 1) => {
      await act(async () => {
        waiting[at](counts)
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
      })
    },
    becomes: (props: Props) => rerender(props),
    unmount,
  }
}

const LISTED = { TO_HANDLE: 8, TO_INVOICE: 46, TO_SHIP: null, LATE: null, ALL: 1200 }

test('all queues are counted by one call, once the rows are there', async () => {
  const page = start({ isReady: false })
  expect(page.asked()).toBe(0)
  page.becomes({ isReady: true })
  expect(page.asked()).toBe(1)
  await page.answers(LISTED)
  expect(page.now()).toEqual({ counts: LISTED, isComplete: false })
  page.unmount()
})

test('where nobody but documents could count, the read model answers; a failed try takes the numbers away, not that', async () => {
  const page = start()
  await page.answers({ ...LISTED, TO_SHIP: 3, LATE: 0 })
  expect(page.now().isComplete).toBe(true)
  page.becomes({ refreshes: 1 })
  await page.answers(null)
  expect(page.now()).toEqual({ counts: {}, isComplete: true })
  page.becomes({ refreshes: 2 })
  await page.answers(LISTED)
  expect(page.now().isComplete).toBe(false)
  page.unmount()
})

test('counted again each minute, at the end of a run, and when the window comes back', async () => {
  jest.useFakeTimers()
  const now = jest.spyOn(Date, 'now').mockReturnValue(1000000)
  const page = start()
  expect(page.asked()).toBe(1)
  act(() => void jest.advanceTimersByTime(MINUTE))
  expect(page.asked()).toBe(2)
  page.becomes({ isRunning: true })
  act(() => void jest.advanceTimersByTime(MINUTE))
  expect(page.asked()).toBe(2)
  page.becomes({ isRunning: false })
  expect(page.asked()).toBe(3)
  now.mockReturnValue(1000000 + MINUTE / 2)
  act(() => void window.dispatchEvent(new Event('focus')))
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(page.asked()).toBe(4)
  page.unmount()
  act(() => void window.dispatchEvent(new Event('focus')))
  expect(page.asked()).toBe(4)
  now.mockRestore()
  jest.useRealTimers()
})

test('an answer that a later one has overtaken counts for nothing', async () => {
  const page = start()
  page.becomes({ refreshes: 1 })
  await page.answers({ ...LISTED, ALL: 2 }, 1)
  await page.answers({ ...LISTED, ALL: 1 }, 0)
  expect(page.now().counts.ALL).toBe(2)
  page.unmount()
})
