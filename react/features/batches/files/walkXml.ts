import { Parser } from 'saxen'

export type Attributes = Record<string, string | undefined>

interface Visitor {
  /** Local name, without its prefix. */
  onOpen(name: string, attributes: Attributes): void
  /** With the text that stands directly before its end. */
  onClose?(name: string, text: string): void
}

/** Goes through an XML text once, without building a tree. False where it is broken somewhere. */
export function walkXml(xml: string, { onOpen, onClose }: Visitor): boolean {
  const parser = new Parser()
  let text = ''
  let isWhole = true
  const add = (value: string, decode?: (text: string) => string) => {
    text += decode ? decode(value) : value
  }

  parser.on('openTag', (name: string, attributes?: () => unknown) => {
    text = ''
    onOpen(local(name), attributes ? (attributes() as Attributes) : {})
  })
  parser.on('text', add)
  parser.on('cdata', (value: string) => add(value))
  parser.on('closeTag', (name: string) => {
    if (onClose) onClose(local(name), text)
    text = ''
  })
  parser.on('error', () => {
    isWhole = false
  })
  parser.parse(xml)

  return isWhole
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
