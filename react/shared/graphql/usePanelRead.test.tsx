import { hooks } from '@vtex/test-tools/react'
import { InMemoryCache } from 'apollo-cache-inmemory'
import { ApolloClient } from 'apollo-client'
import { ApolloLink, FetchResult, Observable } from 'apollo-link'
import { parse } from 'graphql'
import React from 'react'
import { ApolloProvider } from 'react-apollo'
import { usePanelRead } from './usePanelRead'

const ORDER = parse('query Order($orderId: ID!) { order(orderId: $orderId) { stage } }')

test('a read is begun when it is asked for, and answered by none that was begun before', async () => {
  const answers: Array<(stage: string) => void> = []
  const link = new ApolloLink(
    () =>
      new Observable<FetchResult>((observer) => {
        answers.push((stage) => {
          observer.next({ data: { order: { __typename: 'Order', stage } } })
          observer.complete()
        })
      })
  )
  const client = new ApolloClient({ cache: new InMemoryCache(), link })
  const { result } = hooks.renderHook(
    () => usePanelRead<{ order: { stage: string } }, { orderId: string }>(ORDER),
    { wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider> }
  )
  const before = result.current({ orderId: 'v1' })
  const after = result.current({ orderId: 'v1' })

  expect(answers).toHaveLength(2)
  answers[1]('INVOICED')
  answers[0]('TO_INVOICE')
  expect(await before).toMatchObject({ data: { order: { stage: 'TO_INVOICE' } } })
  expect(await after).toMatchObject({ data: { order: { stage: 'INVOICED' } } })
})
