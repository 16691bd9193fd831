import type { IncomingHttpHeaders } from 'node:http'
import { cookie, header } from '../http/exchange'
import { ownersOf, OWN_APP_TOKEN, sessionOfAppKey, type Grant, type TokenOwner } from './owners'

export const AUTH_COOKIE = 'VtexIdclientAutCookie'

/** Who a token belongs to, and what License Manager grants its owner. */
export interface Directory {
  readonly account: string
  ownerOf(token: string | undefined): TokenOwner | null
  ownerById(id: string): TokenOwner | null
  /** By cookie first, then header, as `@auth` reads it. */
  tokenIn(headers: IncomingHttpHeaders): string | undefined
  /** The owner behind app key and token, or behind `VtexIdclientAutCookie`; null when neither means anybody. */
  callerOf(headers: IncomingHttpHeaders): TokenOwner | null
}

/** `ownGrants` is asked at every call: the app's own rights follow its manifest. */
export function createDirectory(options: {
  account: string
  appName: string
  appVersion: string
  ownGrants: () => ReadonlySet<Grant>
}): Directory {
  const owners = ownersOf(options.account, `${options.appName}:resolve-graphql`)
  const own = (): TokenOwner => ({
    kind: 'app',
    id: `${options.appName}@${options.appVersion}`,
    account: options.account,
    grants: options.ownGrants(),
    policies: new Set([`${options.appName}:resolve-graphql`]),
  })

  const ownerOf = (token: string | undefined): TokenOwner | null =>
    token === OWN_APP_TOKEN ? own() : (owners.get(token ?? '') ?? null)

  const tokenIn = (headers: IncomingHttpHeaders): string | undefined =>
    cookie(headers, AUTH_COOKIE) || header(headers, AUTH_COOKIE)

  return {
    account: options.account,
    ownerOf,
    ownerById: (id) =>
      own().id === id ? own() : ([...owners.values()].find((owner) => owner.id === id) ?? null),
    tokenIn,
    callerOf(headers) {
      const key = header(headers, 'x-vtex-api-appkey')
      if (key !== undefined) {
        return ownerOf(sessionOfAppKey(key, header(headers, 'x-vtex-api-apptoken')) ?? undefined)
      }
      const owner = ownerOf(tokenIn(headers))
      return owner?.account === options.account ? owner : null
    },
  }
}

/** Keys of one product, as OMS asks for them. */
export function keysOfProduct(grants: ReadonlySet<Grant>, product: string): ReadonlySet<string> {
  const prefix = `${product}:`
  return new Set([...grants].filter((g) => g.startsWith(prefix)).map((g) => g.slice(prefix.length)))
}
