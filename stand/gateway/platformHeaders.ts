import type { IncomingHttpHeaders } from 'node:http'
import { randomUUID } from 'node:crypto'
import { header } from '../http/exchange'
import { OWN_APP_TOKEN } from '../identity/owners'

// What a caller may not say for itself: the platform says it.
const RESERVED = /^(x-vtex-(?!api-)|x-colossus-|x-event-|x-request-id$|x-forwarded-)/
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'host'])

/** The headers with which a request reaches the service. */
export function platformHeaders(
  headers: IncomingHttpHeaders,
  options: { account: string; workspace: string; locale?: string }
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of Object.keys(headers)) {
    if (RESERVED.test(name) || HOP.has(name) || name === 'content-length') continue
    const value = header(headers, name)
    if (value !== undefined) kept[name] = value
  }
  const host = header(headers, 'host') ?? 'localhost'
  return {
    ...kept,
    'x-vtex-account': options.account,
    'x-vtex-workspace': options.workspace,
    'x-vtex-workspace-is-production': 'true',
    'x-vtex-platform': 'vtex',
    'x-vtex-credential': OWN_APP_TOKEN,
    'x-vtex-operation-id': randomUUID(),
    'x-request-id': randomUUID().replace(/-/g, ''),
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
    ...(options.locale ? { 'x-vtex-locale': options.locale } : {}),
  }
}
