/**
 * Patterns of tracking numbers, run by following every possible place at once. The browser's own engine goes back and tries
 * again, for hours over some patterns; this one's work is bounded by the lengths of pattern and number, and by a budget.
 */

type Node =
  | { kind: 'one'; sign: RegExp }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'row'; parts: Node[] }
  | { kind: 'choice'; parts: Node[] }
  | { kind: 'repeat'; part: Node; least: number; most: number }

/** The same pieces as in node/domain/numberPattern.ts, which refuses to save anything else. */
const PIECE =
  /\\[dDwWsS]|\\[^A-Za-z0-9]|\[\^?(?:\\[dDwWsS]|\\[^A-Za-z0-9]|[^\]\\])+\]|\((?:\?:|(?!\?))|[)|^$.]|[?*+]\??|\{\d{1,3}(?:,\d{0,3})?\}\??|[^\\()[\]{}?*+|^$.]/g
const COUNT = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??$/
const LONGEST_PATTERN = 200
const LONGEST_NUMBER = 60
const BUDGET = 50000

export interface NumberPattern {
  /** True where the whole number is of this pattern, in any letter case. */
  fits: (number: string) => boolean
}

/** Null where the pattern holds something that the panel does not run. */
export function readPattern(text: string): NumberPattern | null {
  const pieces = text.match(PIECE) || []
  if (text.length > LONGEST_PATTERN || pieces.join('') !== text) return null
  try {
    const root = readWhole(pieces)
    return { fits: (number) => fitsWhole(root, number) }
  } catch (error) {
    return null
  }
}

function readWhole(pieces: readonly string[]): Node {
  let at = 0

  const readChoice = (): Node => {
    const parts = [readRow()]
    while (pieces[at] === '|') {
      at += 1
      parts.push(readRow())
    }
    return parts.length === 1 ? parts[0] : { kind: 'choice', parts }
  }

  const readRow = (): Node => {
    const parts: Node[] = []
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') parts.push(readCounted())
    return { kind: 'row', parts }
  }

  const readCounted = (): Node => {
    const part = readPart()
    const count = at < pieces.length ? COUNT.exec(pieces[at]) : null
    if (!count) return part
    if (part.kind === 'start' || part.kind === 'end') throw new Error('nothing to repeat')
    at += 1
    const [, sign, first, comma, last] = count
    const least = sign ? Number(sign === '+') : Number(first)
    const most = sign ? (sign === '?' ? 1 : Infinity) : Number(last || (comma ? Infinity : first))
    if (most < least) throw new Error('counts out of order')
    return { kind: 'repeat', part, least, most }
  }

  const readPart = (): Node => {
    const piece = pieces[at]
    at += 1
    if (piece === '^') return { kind: 'start' }
    if (piece === '$') return { kind: 'end' }
    if (piece === '(' || piece === '(?:') {
      const inside = readChoice()
      if (pieces[at] !== ')') throw new Error('not closed')
      at += 1
      return inside
    }
    if (COUNT.test(piece)) throw new Error('nothing to repeat')
    // One sign of the number at a time: nothing here can go back and try again.
    return { kind: 'one', sign: new RegExp(`^${piece}$`, 'i') }
  }

  const root = readChoice()
  if (at < pieces.length) throw new Error('not opened')
  return root
}

function fitsWhole(root: Node, number: string): boolean {
  if (number.length > LONGEST_NUMBER) return false
  let work = 0

  /** Every place that can be reached from one of these places; places are counted from the number's start. */
  const follow = (node: Node, from: number[]): number[] => {
    work += from.length + 1
    if (work > BUDGET || from.length === 0) return []
    if (node.kind === 'start') return from.filter((place) => place === 0)
    if (node.kind === 'end') return from.filter((place) => place === number.length)
    if (node.kind === 'one') {
      return from
        .filter((place) => place < number.length && node.sign.test(number[place]))
        .map((place) => place + 1)
    }
    if (node.kind === 'row') return node.parts.reduce((places, part) => follow(part, places), from)
    if (node.kind === 'choice') return union(node.parts.map((part) => follow(part, from)))
    return repeat(node.part, node.least, node.most, from)
  }

  const repeat = (part: Node, least: number, most: number, from: number[]): number[] => {
    let places = from
    let reached = least === 0 ? from : []
    for (let times = 1; times <= most; times += 1) {
      const next = follow(part, places)
      const isStill = next.join() === places.join()
      places = next
      const all = times >= least || isStill ? union([reached, places]) : reached
      // Nothing more to reach: once past the least count, or where repeating changes nothing any more.
      if (places.length === 0 || isStill || (times >= least && all.length === reached.length))
        return all
      reached = all
    }
    return reached
  }

  return follow(root, [0]).includes(number.length)
}

const union = (lists: number[][]): number[] =>
  Array.from(new Set(([] as number[]).concat(...lists))).sort((one, other) => one - other)
