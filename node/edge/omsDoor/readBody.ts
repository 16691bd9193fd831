import type { IncomingMessage } from 'node:http'
import { PublicError } from '../publicError'
import { messageOfCode } from '../codes'
import { readRaw } from '../readRaw'

/** As much as a GraphQL call may bring: an invoice with its XML. @unit bytes */
const MOST_BYTES = 3 * 1024 * 1024

/** @errors PublicError BODY_TOO_LARGE, BODY_NOT_JSON */
export async function readJson(request: IncomingMessage, length?: string): Promise<unknown> {
  const raw = await readRaw(request, MOST_BYTES, length)
  if (raw === 'TOO_LARGE') throw refused('BODY_TOO_LARGE')
  if (raw === 'BROKEN') throw refused('BODY_NOT_JSON')
  try {
    // Letters of another encoding would be replaced by signs that say nothing, and OMS keeps them for good.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown)
  } catch {
    throw refused('BODY_NOT_JSON')
  }
}

function refused(code: 'BODY_TOO_LARGE' | 'BODY_NOT_JSON'): PublicError {
  return new PublicError(code, messageOfCode(code))
}
