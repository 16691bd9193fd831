/** An NF-e of 990 items is about 1.5 MB; SEFAZ itself takes no more than 500 KB a document. */
const MAX_CHARACTERS = 2_500_000
/** An NF-e is some twelve levels deep. */
const MAX_DEPTH = 64

export type Danger = 'size' | 'declaration' | 'depth'

/**
 * What in a text could harm a parser, before any parser sees it: sheer size, a DTD (and with it every entity), depth.
 * One pass, linear in the length whatever the text; a text that is no XML at all is no danger.
 */
export function dangerIn(text: string): Danger | null {
  if (text.length > MAX_CHARACTERS) return 'size'
  let depth = 0
  let at = text.indexOf('<')
  while (at !== -1) {
    const markup = markupAt(text, at)
    if (markup.kind === 'declaration') return 'declaration'
    if (markup.kind === 'open') depth += 1
    if (markup.kind === 'close') depth -= 1
    if (depth > MAX_DEPTH) return 'depth'
    if (markup.end === -1) return null
    at = text.indexOf('<', markup.end)
  }
  return null
}

interface Markup {
  readonly kind: 'skipped' | 'declaration' | 'open' | 'close' | 'empty'
  /** Index after the markup; -1 where it never ends. */
  readonly end: number
}

function markupAt(text: string, at: number): Markup {
  if (text.startsWith('<!--', at)) return { kind: 'skipped', end: after(text, '-->', at + 4) }
  if (text.startsWith('<![CDATA[', at)) return { kind: 'skipped', end: after(text, ']]>', at + 9) }
  if (text.startsWith('<!', at)) return { kind: 'declaration', end: -1 }
  if (text.startsWith('<?', at)) return { kind: 'skipped', end: after(text, '?>', at + 2) }
  if (text.startsWith('</', at)) return { kind: 'close', end: after(text, '>', at + 2) }
  const end = tagEnd(text, at + 1)
  return { kind: end !== -1 && text[end - 2] === '/' ? 'empty' : 'open', end }
}

/** The end of a tag; a > inside an attribute's quotes is none. */
function tagEnd(text: string, from: number): number {
  let quote: string | null = null
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (quote !== null) {
      if (sign === quote) quote = null
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}
