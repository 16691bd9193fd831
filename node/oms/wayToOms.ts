import type { InstanceOptions } from '@vtex/api'

/** What a read of OMS may take (design §2.7). */
export const READ_TIMEOUT_MS = 5_000

/**
 * Options of every client of OMS, whatever a composition passes: live answers, each call made once, and JSON over HTTPS.
 */
export function onTheWayToOms(options?: InstanceOptions): InstanceOptions {
  return {
    ...options,
    headers: {
      ...options?.headers,
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-Vtex-Use-Https': 'true',
    },
    // A memo would show the old order after a write, and its key knows no caller.
    memoizable: false,
    memoryCache: undefined,
    diskCache: undefined,
    // The platform's client sends a timed out POST again.
    retries: 0,
    timeout: READ_TIMEOUT_MS,
  }
}
