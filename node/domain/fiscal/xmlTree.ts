import { XMLParser, XMLValidator } from 'fast-xml-parser'

import { withoutByteOrderMark } from '../problem/texts'
import { dangerIn } from './xmlSafety'

/** An element without its namespace prefix: fiscal files use any prefix, or none, for the same names. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, CDATA included, trimmed. */
  readonly text: string
}

export type XmlReading =
  | { readonly root: XmlElement }
  | { readonly unsafe: true }
  | { readonly unreadable: true; readonly line: number | null }

const ATTRIBUTES = ':@'
const TEXT = '#text'
const CDATA = '#cdata'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: TEXT,
  cdataPropName: CDATA,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** @errors none: what is no XML, or no safe one, is told in the result; lines count from 1. */
export function readXml(text: string): XmlReading {
  const content = withoutByteOrderMark(text)
  const start = content.length - content.trimStart().length
  const xml = content.trim()
  if (dangerIn(xml) !== null) return { unsafe: true }
  const skippedLines = content.slice(0, start).split('\n').length - 1
  try {
    const verdict = XMLValidator.validate(xml)
    if (verdict !== true) return { unreadable: true, line: verdict.err.line + skippedLines }
    const [root, ...others] = elements(parser.parse(xml))
    // The validator lets a second root pass behind an empty one.
    const single = root !== undefined && others.length === 0
    return single ? { root } : { unreadable: true, line: null }
  } catch {
    return { unreadable: true, line: null }
  }
}

type RawNode = Readonly<Record<string, unknown>>

function elements(nodes: unknown): XmlElement[] {
  return rawNodes(nodes).flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ATTRIBUTES)
    return tag === undefined || tag === TEXT || tag === CDATA ? [] : [element(tag, node)]
  })
}

function element(tag: string, node: RawNode): XmlElement {
  const content = node[tag]
  return {
    name: localName(tag),
    attributes: new Map(
      Object.entries((node[ATTRIBUTES] ?? {}) as object).map(([name, value]) => [
        name,
        withCharacters(String(value)).trim(),
      ])
    ),
    children: elements(content),
    text: rawNodes(content).map(textOf).join('').trim(),
  }
}

function textOf(node: RawNode): string {
  if (TEXT in node) return withCharacters(String(node[TEXT]))
  return CDATA in node
    ? rawNodes(node[CDATA])
        .map((part) => String(part[TEXT] ?? ''))
        .join('')
    : ''
}

function rawNodes(nodes: unknown): readonly RawNode[] {
  return Array.isArray(nodes) ? (nodes as RawNode[]) : []
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own five entities and character numbers; others need a DTD, which never gets here. */
function withCharacters(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
      const code = decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
  )
}

/** The element at a path of names, first of each. */
export function at(from: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce<XmlElement | null>(
    (found, name) => found?.children.find((child) => child.name === name) ?? null,
    from
  )
}

/** Text at a path; null where nothing stands there. */
export function textAt(from: XmlElement | null, ...path: readonly string[]): string | null {
  return at(from, ...path)?.text || null
}

export function childrenNamed(from: XmlElement, name: string): readonly XmlElement[] {
  return from.children.filter((child) => child.name === name)
}

/** Every element of that name, the start included, in document order. */
export function all(from: XmlElement, name: string): readonly XmlElement[] {
  const own = from.name === name ? [from] : []
  return [...own, ...from.children.flatMap((child) => all(child, name))]
}
