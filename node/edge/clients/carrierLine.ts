import { ExternalClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { readMessage } from '../../domain/connectors/readMessage'
import type { PullAnswer, PullRequest } from '../../domain/connectors/pull/pullAdapter'
import type { CarrierLinePort } from '../../usecases/carriers/ports'

/** Total Express lists a day of a whole store in one answer. */
const MOST_BYTES = 8 * 1024 * 1024
export const LONGEST_ANSWER_MS = 8_000

/** Systems of carriers, each at the address that its adapter names: the manifest says which hosts those may be. */
export class CarrierLine extends ExternalClient implements CarrierLinePort {
  constructor(context: IOContext, options?: InstanceOptions) {
    super('', context, {
      ...options,
      memoizable: false,
      retries: 0,
      headers: { ...options?.headers, 'X-Vtex-Use-Https': 'true' },
    })
  }

  /** Whatever the status is, the body is read: some say in it what went wrong, and some say that with a 200. */
  async call({ method, url, headers, body }: PullRequest): Promise<PullAnswer | null> {
    // The platform's egress takes http and makes it https.
    const address = url.replace(/^https:/, 'http:')
    const config = {
      headers,
      metric: 'carrier-ask',
      responseType: 'arraybuffer',
      maxContentLength: MOST_BYTES,
      validateStatus: () => true,
    } as const
    try {
      const answer =
        method === 'GET'
          ? await this.http.getRaw<Uint8Array>(address, config)
          : await this.http.postRaw<Uint8Array>(address, body, config)
      return {
        status: answer.status,
        retryAfterSeconds: secondsIn(answer.headers['retry-after']),
        body: readMessage(answer.data),
      }
    } catch {
      return null
    }
  }
}

function secondsIn(retryAfter: unknown): number | null {
  const seconds = Number(retryAfter)
  return typeof retryAfter === 'string' && Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}
