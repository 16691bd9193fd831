import type { Manifest, OutboundEntry } from './manifest'

/** Whether an `outbound-access` entry lets the app call this place. `*` stands for any text, `/` included. */
export function allowsOutbound(
  manifest: Manifest,
  account: string,
  target: { host: string; path: string }
): boolean {
  return manifest.outbound.some(
    (entry) =>
      matches(fill(entry.host, account), target.host.toLowerCase()) &&
      matches(fill(entry.path, account), target.path)
  )
}

const fill = (pattern: string, account: string): string =>
  pattern.replace(/\{\{\s*account\s*\}\}/g, account)

function matches(pattern: string, text: string): boolean {
  if (pattern === '') return false
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${source}$`, 's').test(text)
}

export function refusal(
  manifest: Manifest,
  target: { host: string; path: string }
): { code: string; message: string; entry: { name: string; attrs: OutboundEntry } } {
  return {
    code: 'outbound-access',
    message:
      `${manifest.appName} may not call ${target.host}${target.path}: ` +
      'no outbound-access entry of manifest.json has this host and path.',
    entry: { name: 'outbound-access', attrs: { host: target.host, path: target.path } },
  }
}
