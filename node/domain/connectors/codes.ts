import type { ParcelState } from '../parcel/parcelState'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import type { CodeTable, DecodeOptions } from './connector'

export interface CodeReader {
  /**
   * What a code means: the store's reading, else the table's, else UNKNOWN. Several names of one code, the most exact
   * first: the first that is known. None: UNKNOWN, which nobody is told of.
   */
  readonly stateOf: (...codes: readonly string[]) => ParcelState
  readonly needsPerson: (...codes: readonly string[]) => boolean
  /** TRACKING_UNKNOWN_CODE for each code that came out UNKNOWN and that the store did not say so of. */
  readonly problems: () => readonly Problem[]
}

/** Reads the codes of one message, and remembers which of them nobody knows. */
export function codeReader(
  connector: string,
  table: CodeTable,
  options: DecodeOptions
): CodeReader {
  const unknown = new Set<string>()
  const known = new Map(Object.entries(table.states).map(([code, state]) => [asKey(code), state]))
  const own = new Map([...options.codes].map(([code, state]) => [asKey(code), state]))
  const persons = new Set(table.needsPerson?.map(asKey))
  return {
    needsPerson: (...codes) => codes.some((code) => persons.has(asKey(code))),
    stateOf: (...codes) => {
      const keys = codes.map(asKey)
      const chosen = keys.map((key) => own.get(key)).find((state) => state !== undefined)
      if (chosen !== undefined) return chosen
      const state = keys.map((key) => known.get(key)).find((found) => found !== undefined)
      if (state !== undefined && state !== 'UNKNOWN') return state
      if (codes.length > 0) unknown.add(codes[codes.length - 1])
      return 'UNKNOWN'
    },
    problems: () =>
      [...unknown].map((code) => problem('TRACKING_UNKNOWN_CODE', { facts: { connector, code } })),
  }
}

/** True where both are one code to whoever reads a message. */
export function isSameCode(one: string, other: string): boolean {
  return asKey(one) === asKey(other)
}

/** Codes are compared without space around them and in one letter case: senders keep neither. */
function asKey(code: string): string {
  return code.trim().toUpperCase()
}
