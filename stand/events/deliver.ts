import { Agent, request as httpRequest } from 'node:http'
import { platformHeaders } from '../gateway/platformHeaders'
import type { Replicas } from '../runtime/replicas'
import type { Deliver } from './queue'

export interface DeliverOptions {
  readonly account: string
  readonly workspace: string
  readonly replicas: () => Replicas
  /** What the app is known by; left out: our own. */
  readonly credential?: string
  /** service.json's `timeout`. */
  readonly timeoutMs: number
}

const WAIT_FOR_REPLICA_MS = 2_000
const agent = new Agent({ keepAlive: false })

/** Brings one event to the replica whose turn it is, as the platform's router does: no user, no cookie. */
export function deliverTo(options: DeliverOptions): Deliver {
  const { account, workspace, credential, replicas, timeoutMs } = options
  return async (handler, { key, sender, body }) => {
    const replica = await replicas().next(WAIT_FOR_REPLICA_MS)
    if (!replica) return { replica: null, status: null }
    const status = await new Promise<number | null>((resolve) => {
      const outgoing = httpRequest(
        {
          agent,
          host: '127.0.0.1',
          port: replica.port,
          method: 'POST',
          path: `/${account}/${workspace}/_events`,
          headers: {
            ...platformHeaders({}, { account, workspace }),
            ...(credential ? { 'x-vtex-credential': credential } : {}),
            'content-type': 'application/json',
            'content-length': String(body.length),
            'x-event-handler-id': handler,
            'x-event-key': key,
            'x-event-sender': sender,
            'x-event-subject': '',
          },
        },
        (answer) => {
          answer.resume()
          answer.on('end', () => resolve(answer.statusCode ?? null))
          answer.on('error', () => resolve(null))
        }
      )
      // The handler's time is over: whatever it still does, nobody waits for it.
      const limit = setTimeout(() => outgoing.destroy(), timeoutMs).unref()
      // A handler that still runs keeps no stand alive.
      outgoing.on('socket', (socket) => socket.unref())
      outgoing.on('error', () => resolve(null))
      outgoing.on('close', () => {
        clearTimeout(limit)
        resolve(null)
      })
      outgoing.end(body)
    })
    return { replica: replica.index, status }
  }
}
