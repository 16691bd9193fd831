import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenCall {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
export interface PlatformAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** VTEX's platform as its clients see it: everything goes through one HTTP proxy. */
export class PlatformServer {
  readonly seen: SeenCall[] = []
  answer: (call: SeenCall) => PlatformAnswer | 'reset' | Promise<PlatformAnswer> = () => ({
    status: 599,
  })
  private server?: Server

  async start(): Promise<void> {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const call = {
        method: request.method ?? '',
        url: new URL(request.url ?? ''),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      this.seen.push(call)
      const answer = await this.answer(call)
      if (answer === 'reset') return void request.socket.destroy()
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
    })
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve))
    process.env.http_proxy = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  reset(): void {
    this.seen.length = 0
    this.answer = () => ({ status: 599 })
  }

  async stop(): Promise<void> {
    delete process.env.http_proxy
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }
}
