import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { json, send } from '../http/exchange'
import type { Replicas } from '../runtime/replicas'

export interface ToService {
  readonly method: string
  /** With query, as the worker's router knows it: `/{account}/{workspace}/…`. */
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: Buffer
}

export interface ForwardOptions {
  readonly replicas: Replicas
  /** service.json's `timeout`. */
  readonly timeoutMs: number
  readonly waitForReplicaMs: number
}

// No keep-alive: a worker closes idle connections by itself, and a request on such a one would be lost.
const agent = new Agent({ keepAlive: false })

/** Sends one request to the replica whose turn it is, and its answer back. Never sends it twice. */
export async function forwardToService(
  call: ToService,
  response: ServerResponse,
  { replicas, timeoutMs, waitForReplicaMs }: ForwardOptions
): Promise<void> {
  const replica = await replicas.next(waitForReplicaMs)
  if (!replica) {
    return send(response, json(503, { code: 'no-replica', message: 'No replica is up.' }))
  }
  const end = replicas.begin(replica.index)
  await new Promise<void>((resolve) => {
    const outgoing = httpRequest(
      {
        agent,
        host: '127.0.0.1',
        port: replica.port,
        method: call.method,
        path: call.path,
        headers: { ...call.headers, 'content-length': String(call.body.length) },
      },
      (answer: IncomingMessage) => {
        response.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          'x-request-id': call.headers['x-request-id'] ?? '',
          'x-stand-replica': String(replica.index),
        })
        answer.pipe(response)
        answer.on('end', resolve)
        answer.on('error', () => {
          response.destroy()
          resolve()
        })
      }
    )
    const limit = setTimeout(() => {
      send(response, json(504, { code: 'timeout', message: `No answer within ${timeoutMs} ms.` }))
      outgoing.destroy()
    }, timeoutMs)
    response.on('close', () => {
      clearTimeout(limit)
      if (!response.writableFinished) outgoing.destroy()
      resolve()
    })
    outgoing.on('error', () => {
      clearTimeout(limit)
      if (!response.headersSent) {
        send(response, json(502, { code: 'replica-died', message: 'The replica broke off.' }))
      } else response.destroy()
      resolve()
    })
    outgoing.end(call.body)
  }).finally(end)
}
