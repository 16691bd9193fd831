import type { ConnectorSettings } from '../domain/carriers/connectorSettings'
import type { MessageEnd } from '../domain/carriers/message'
import type { Connector } from '../domain/connectors/connector'
import { isAsked, type CarrierLink } from '../domain/connectors/links'
import type { PullAdapter } from '../domain/connectors/pull/pullAdapter'
import { instantAt } from '../domain/values/instant'
import type { Context } from './context'
import type * as GraphQL from './generated/schema'

/** A connector as it is handed out; what came from it is read by resolvers of their own. */
export type PresentedConnector = Omit<GraphQL.Connector, 'attention' | 'lastMessages'>

/** No secret, and nothing made of one, is in it. */
export function presentConnector(
  link: CarrierLink,
  { isOn, secrets, timeZone, codes, version }: ConnectorSettings,
  { account }: Pick<Context['vtex'], 'account'>
): PresentedConnector {
  const { name, title, defaultTimeZone } = link
  return {
    name,
    title,
    isOn,
    timeZone,
    defaultTimeZone,
    codes,
    version,
    hasSecret: secrets.length > 0,
    hasOldSecret: secrets.length > 1,
    ...(isAsked(link) ? askedParts(link) : senderParts(link, account)),
  }
}

type Parts = Pick<PresentedConnector, 'address' | 'credentials' | 'proofs' | 'secretFrom'>

function askedParts({ host, credentials }: PullAdapter): Parts {
  return {
    address: `https://${host}`,
    credentials: [...credentials],
    proofs: [],
    secretFrom: 'PROVIDER',
  }
}

function senderParts({ name, authentication, secretFrom }: Connector, account: string): Parts {
  return {
    secretFrom,
    credentials: null,
    proofs: authentication.map((way) => ({
      kind: way.kind,
      header: way.kind === 'BASIC' ? null : way.header,
    })),
    // Never a workspace's: a hook that is registered there dies with it.
    address: `https://${account}.myvtex.com/_v/invoice-tracking/carriers/${name}`,
  }
}

export function presentMessage(end: MessageEnd): GraphQL.ConnectorMessage {
  const { at, result, parcels, orderIds, problem, isTest } = end
  return { result, parcels, orderIds, problem, isTest, at: instantAt(at) }
}
