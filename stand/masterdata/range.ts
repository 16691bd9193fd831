import type { MasterDataBehaviour } from './behaviour'
import { message } from './answers'
import { refused, type Read } from './query'

/** Rows of one search, and as far as searches reach (masterdata §1.5). */
const MOST = 100
const REACH = 10_000
const RANGE = /^resources=(\d+)-(\d+)$/
/** Of a search that names no range: what the API reference shows. */
const UNNAMED = 'resources=0-10'

export interface Range {
  readonly from: number
  /** Not part of it any more. */
  readonly to: number
}

/** `REST-Range`. */
export function readRange(
  text: string | undefined,
  { overMost, beyondReach }: MasterDataBehaviour
): Read<Range> {
  const found = RANGE.exec(text ?? UNNAMED)
  const from = Number(found?.[1])
  const asked = Number(found?.[2])
  if (!found || asked < from) return refused(`REST-Range is not understood: ${text}`)
  if (asked - from > MOST && overMost === 'refused')
    return refused(`REST-Range asks for more than ${MOST} documents`)
  const to = Math.min(asked, from + MOST)
  if (to > REACH || from >= REACH)
    return {
      ok: false,
      answer: message(beyondReach, `A search reaches the first ${REACH} documents`),
    }
  return { ok: true, value: { from, to } }
}

export const contentRange = ({ from, to }: Range, total: number): string =>
  `resources=${from}-${to}/${total}`
