import { InMemoryCache } from 'apollo-cache-inmemory'
import { ApolloClient } from 'apollo-client'
import { ApolloLink, Observable } from 'apollo-link'
import { act, renderHook } from '@testing-library/react-hooks'
import React from 'react'
import { ApolloProvider } from 'react-apollo'

import { useInvoicePreview } from './useInvoicePreview'

interface Asked {
  number: string
  answer: (value: number) => void
  fail: () => void
}

/** A service that answers when it is told to, in whatever order. */
function slowService() {
  const asked: Asked[] = []
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        asked.push({
          number: variables.invoice.invoiceNumber,
          answer: (invoiceValue) => {
            observer.next({
              data: {
                previewInvoice: {
                  __typename: 'InvoicePreview',
                  invoiceNumber: null,
                  invoiceValue,
                  issuanceDate: null,
                  items: [],
                  remainingAfter: 0,
                  completesOrder: true,
                  problems: [],
                },
              },
            })
            observer.complete()
          },
          fail: () => observer.error(new Error('no network')),
        })
      })
  )
  const client = new ApolloClient({ link, cache: new InMemoryCache() })

  return { asked, client }
}

const requestFor = (number: string) => ({
  key: number,
  orderId: '1',
  invoice: { type: 'OUTPUT' as const, invoiceNumber: number },
})

let unmountLast = () => {}

function renderPreview(first: string) {
  const { asked, client } = slowService()
  const wrapper = ({ children }: { children?: React.ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  )
  const hook = renderHook(
    ({ number, isPaused }: { number: string; isPaused: boolean }) =>
      useInvoicePreview(requestFor(number), isPaused),
    { wrapper, initialProps: { number: first, isPaused: false } }
  )

  unmountLast = hook.unmount
  const wait = (milliseconds: number) =>
    act(async () => void jest.advanceTimersByTime(milliseconds))

  return { asked, hook, wait, numbers: () => asked.map((one) => one.number) }
}

describe('useInvoicePreview', () => {
  beforeAll(() => jest.useFakeTimers())
  // With the timers that set them still in place: the pause of one test must not end in the next.
  afterEach(() => unmountLast())
  afterAll(() => jest.useRealTimers())

  test('asks once, 500 ms after the last change', async () => {
    const { hook, wait, numbers } = renderPreview('1')

    await wait(499)
    hook.rerender({ number: '12', isPaused: false })
    await wait(499)
    expect(numbers()).toEqual([])
    await wait(1)
    expect(numbers()).toEqual(['12'])
  })

  test('drops an answer that a newer question has overtaken', async () => {
    const { asked, hook, wait } = renderPreview('1')

    await wait(500)
    hook.rerender({ number: '2', isPaused: false })
    await wait(500)
    await act(async () => asked[1].answer(200))
    await act(async () => asked[0].answer(100))
    expect(hook.result.current.preview).toMatchObject({ invoiceValue: 200 })
    expect(hook.result.current.isFresh).toBe(true)
  })

  test('keeps the old amounts, as old ones, while the next are on their way', async () => {
    const { asked, hook, wait } = renderPreview('1')

    await wait(500)
    await act(async () => asked[0].answer(100))
    hook.rerender({ number: '2', isPaused: false })
    expect(hook.result.current.preview).toMatchObject({ invoiceValue: 100 })
    expect(hook.result.current.isFresh).toBe(false)
  })

  test('asks at once where it is told to, and not a second time after the pause', async () => {
    const { hook, wait, numbers } = renderPreview('1')

    await act(async () => void hook.result.current.checkNow())
    await wait(1000)
    expect(numbers()).toEqual(['1'])
  })

  test('says that it failed, and may be asked again', async () => {
    const { asked, hook, wait, numbers } = renderPreview('1')

    await wait(500)
    await act(async () => asked[0].fail())
    expect(hook.result.current.failure).toEqual({ kind: 'NETWORK' })
    await act(async () => void hook.result.current.checkNow())
    expect(numbers()).toEqual(['1', '1'])
  })

  test('asks the same again only where that may have passed by itself', async () => {
    const { asked, hook, wait, numbers } = renderPreview('1')

    await wait(500)
    await act(async () => asked[0].answer(100))
    await act(async () => void hook.result.current.checkNow())
    expect(numbers()).toEqual(['1'])
    await act(async () => void hook.result.current.checkAnew())
    expect(numbers()).toEqual(['1', '1'])
    await act(async () => asked[1].answer(200))
    expect(hook.result.current.preview).toMatchObject({ invoiceValue: 200 })
  })

  test('asks nothing while a send is in the air', async () => {
    const { hook, wait, numbers } = renderPreview('1')

    hook.rerender({ number: '2', isPaused: true })
    await wait(1000)
    expect(numbers()).toEqual([])
  })
})
