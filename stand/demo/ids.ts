import { createHash } from 'node:crypto'

/** The same 32 hex digits for the same words, in OMS's capitals. */
export function hexId(...words: Array<string | number>): string {
  return createHash('sha256').update(words.join(':')).digest('hex').slice(0, 32).toUpperCase()
}
