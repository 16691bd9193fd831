import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import getRawBody from 'raw-body'

/** The bytes of a body, or why there are none: more than `most`, or the line broke. */
export async function readRaw(
  request: IncomingMessage,
  most: number,
  length?: string
): Promise<Buffer | 'TOO_LARGE' | 'BROKEN'> {
  try {
    return await getRawBody(request, { length, limit: most })
  } catch (error) {
    // Who is still sending hears an answer only once the rest is taken off the line.
    await finished(request.resume()).catch(() => undefined)
    return (error as { status?: unknown }).status === 413 ? 'TOO_LARGE' : 'BROKEN'
  }
}
