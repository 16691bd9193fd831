import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import { isSameText, isSecret, type KeptSecret } from '../../domain/carriers/secret'
import type { Authentication, Connector } from '../../domain/connectors/connector'

/**
 * Whether a sender holds one of the connector's secrets. Signatures are over the bytes as they came: JSON that is read
 * and written anew is other bytes. Every way is tried with every secret, so that the time taken tells nothing.
 */
export function isAuthentic(
  { authentication }: Pick<Connector, 'authentication'>,
  { secrets }: Pick<ConnectorSettings, 'secrets'>,
  headers: IncomingHttpHeaders,
  raw: Buffer
): boolean {
  return authentication
    .flatMap((way) => secrets.map((secret) => proves(way, secret, headers, raw)))
    .some(Boolean)
}

function proves(
  way: Authentication,
  secret: KeptSecret,
  headers: IncomingHttpHeaders,
  raw: Buffer
): boolean {
  switch (way.kind) {
    case 'SHARED_HEADER':
      return isSecret(secret, headerIn(headers, way.header))
    case 'BASIC':
      return isSecret(secret, pairIn(headerIn(headers, 'authorization')))
    case 'HMAC':
      return secret.kind === 'PLAIN' && isSignature(way, secret.secret, headers, raw)
  }
}

function isSignature(
  { header, encoding }: Extract<Authentication, { kind: 'HMAC' }>,
  secret: string,
  headers: IncomingHttpHeaders,
  raw: Buffer
): boolean {
  const given = headerIn(headers, header).trim()
  const wanted = createHmac('sha256', secret).update(raw).digest(encoding)
  return isSameText(wanted, encoding === 'hex' ? given.toLowerCase() : given)
}

/** `user:password` of Basic; empty where the header is none. */
function pairIn(header: string): string {
  const [, encoded] = /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header) ?? []
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
}

function headerIn(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name.toLowerCase()]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
