import { InMemoryCache } from 'apollo-cache-inmemory'
import { ApolloClient } from 'apollo-client'
import { ApolloLink, Observable, type FetchResult } from 'apollo-link'
import { print } from 'graphql/language/printer'

const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))

// The Admin takes __typename out of what goes back as input.
const withoutTypenames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutTypenames)
  if (typeof value !== 'object' || value === null || value instanceof Blob) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__typename')
      .map(([name, inner]) => [name, withoutTypenames(inner)])
  )
}

/** The Admin's client: every operation by POST, variables in base64 `extensions.variables` (platform §3.4). */
export function createApolloClient(workspace: string, locale: string) {
  const address = `/_v/private/graphql/v1?workspace=${workspace}&maxAge=long&domain=admin&locale=${locale}`
  const link = new ApolloLink(
    (operation) =>
      new Observable<FetchResult>((observer) => {
        const abort = new AbortController()
        const body = JSON.stringify({
          operationName: operation.operationName,
          query: print(operation.query),
          variables: {},
          extensions: { variables: encoded(JSON.stringify(withoutTypenames(operation.variables))) },
        })
        send(address, body, abort.signal).then(
          (result) => {
            observer.next(result)
            observer.complete()
          },
          (error: unknown) => {
            if (!abort.signal.aborted) observer.error(error)
          }
        )
        return () => abort.abort()
      })
  )
  return new ApolloClient({
    cache: new InMemoryCache({ addTypename: true, dataIdFromObject: dataId }),
    link,
    resolvers: {},
  })
}

// The spread of a large document would overflow the stack.
function encoded(text: string): string {
  if (text.length < 10_000) return base64(text)
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

// Only objects that carry a cacheId are shared between results in the Admin; `id` means nothing to it.
const dataId = (value: { __typename?: string; cacheId?: string }): string | null =>
  value.__typename && value.cacheId ? `${value.__typename}:${value.cacheId}` : null

/** Fails as apollo-link-http does: `statusCode` and `result`, or `bodyText` where it was no JSON. */
async function send(address: string, body: string, signal: AbortSignal): Promise<FetchResult> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json', accept: '*/*' },
    body,
    signal,
  })
  const text = await response.text()
  let result: FetchResult
  try {
    result = JSON.parse(text) as FetchResult
  } catch (error) {
    throw Object.assign(error as Error, {
      name: 'ServerParseError',
      response,
      statusCode: response.status,
      bodyText: text,
    })
  }
  if (response.status >= 300) {
    throw Object.assign(
      new Error(`Response not successful: Received status code ${response.status}`),
      {
        name: 'ServerError',
        response,
        statusCode: response.status,
        result,
      }
    )
  }
  return result
}
