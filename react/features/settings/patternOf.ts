import { compactNumber } from '../../shared/tracking/carrier'

interface Run {
  kind: 'LETTERS' | 'DIGITS' | 'OTHER'
  text: string
}

function runsOf(number: string): Run[] {
  return (number.match(/[A-Z]+|[0-9]+|[^A-Z0-9]/g) || []).map((text) => ({
    text,
    kind: /[A-Z]/.test(text) ? 'LETTERS' : /[0-9]/.test(text) ? 'DIGITS' : 'OTHER',
  }))
}

const counted = (one: number, other: number) =>
  one === other ? `{${one}}` : `{${Math.min(one, other)},${Math.max(one, other)}}`

/** Numbers as they were pasted: parted by spaces at a line's end, commas, semicolons or line breaks. */
export function samplesIn(text: string): string[] {
  const parts = text.split(/[\n,;\t]+/).map(compactNumber)
  const given = parts.filter(Boolean)
  // A number may be written in groups: blanks part two numbers only where nothing else does.
  return given.length === 1 ? text.trim().split(/\s+/).map(compactNumber) : given
}

/**
 * What two numbers of one carrier have in common, as a pattern: the same letters stay, other letters and all digits may
 * be any, as many as in both. Null where they are not built alike.
 */
export function patternOf(one: string, other: string): string | null {
  const [mine, theirs] = [one, other].map((number) => runsOf(compactNumber(number)))
  if (mine.length === 0 || mine.length !== theirs.length) return null
  const parts = mine.map((run, at) => {
    const twin = theirs[at]
    if (run.kind !== twin.kind) return null
    if (run.kind === 'DIGITS') return `[0-9]${counted(run.text.length, twin.text.length)}`
    if (run.text === twin.text) return run.kind === 'OTHER' ? `\\${run.text}` : run.text
    return run.kind === 'LETTERS' ? `[A-Z]${counted(run.text.length, twin.text.length)}` : null
  })
  return parts.includes(null) ? null : parts.join('')
}
