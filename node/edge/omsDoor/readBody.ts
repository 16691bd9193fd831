import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import getRawBody from 'raw-body'
import { PublicError } from '../publicError'
import { messageOfCode } from '../codes'

/** As much as a GraphQL call may bring: an invoice with its XML. @unit bytes */
export const MOST_BYTES = 3 * 1024 * 1024

/** @errors PublicError BODY_TOO_LARGE, BODY_NOT_JSON */
export async function readJson(request: IncomingMessage, length?: string): Promise<unknown> {
  const text = await readText(request, length)
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new PublicError('BODY_NOT_JSON', messageOfCode('BODY_NOT_JSON'))
  }
}

async function readText(request: IncomingMessage, length?: string): Promise<string> {
  try {
    const text = await getRawBody(request, { length, limit: MOST_BYTES, encoding: 'utf-8' })
    return text.replace(/^\uFEFF/, '')
  } catch (error) {
    // Who is still sending hears an answer only once the rest is taken off the line.
    await finished(request.resume()).catch(() => undefined)
    const code = (error as { status?: unknown }).status === 413 ? 'BODY_TOO_LARGE' : 'BODY_NOT_JSON'
    throw new PublicError(code, messageOfCode(code))
  }
}
