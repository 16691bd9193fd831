import fc from 'fast-check'

import { all, at, childrenNamed, readXml, textAt, type XmlElement } from './xmlTree'

const rootOf = (xml: string): XmlElement => {
  const reading = readXml(xml)
  if (!('root' in reading)) throw new Error(JSON.stringify(reading))
  return reading.root
}
const textOf = (written: string) => rootOf(`<a>${written}</a>`).text
const attributeOf = (written: string) => rootOf(`<a b="${written}"/>`).attributes.get('b')

describe('an element', () => {
  it('holds elements alone among its children, text and comments aside', () => {
    const root = rootOf('<?xml version="1.0"?><?p i?><a>x<b/>y<!-- c --><![CDATA[z]]><n:b/></a>')
    expect(root.name).toBe('a')
    expect(root.children.map(({ name }) => name)).toEqual(['b', 'b'])
    expect(root.text).toBe('xyz')
    expect(childrenNamed(root, 'b')).toHaveLength(2)
  })

  it('without attributes and content has none', () => {
    expect(rootOf('<a/>')).toEqual({ name: 'a', attributes: new Map(), children: [], text: '' })
  })

  it('keeps digits as they are written, in text and in attributes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0{0,3}\d{1,20}(\.\d{1,4})?$/), (digits) => {
        expect(textOf(digits)).toBe(digits)
        expect(attributeOf(digits)).toBe(digits)
      })
    )
    expect(textOf('true')).toBe('true')
    expect(attributeOf('false')).toBe('false')
  })

  it('has no blanks around its text and its attributes, and keeps those within', () => {
    expect(textOf('\n  a  b\t')).toBe('a  b')
    expect(attributeOf('  a  b ')).toBe('a  b')
    expect(textOf('a <![CDATA[ b ]]> c')).toBe('a  b  c')
  })
})

describe('characters', () => {
  it.each([
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['&AMP;', '&'],
    ['&#233;&#xE9;&#xe9;', 'ééé'],
    ['&#x10FFFF;', '\u{10FFFF}'],
    ['&#x110000;', '&#x110000;'],
    ['&#9999999;', '&#9999999;'],
    ['&#0;', '&#0;'],
    ['&nbsp;', '&nbsp;'],
  ])('%s reads %j', (written, read) => {
    expect(textOf(written)).toBe(read)
    expect(attributeOf(written)).toBe(read)
  })

  it('are read once: what reads like one afterwards is none', () => {
    expect(textOf('&amp;lt;')).toBe('&lt;')
    expect(attributeOf('&amp;lt;')).toBe('&lt;')
    expect(textOf('<![CDATA[&lt;]]>')).toBe('&lt;')
  })
})

describe('what is no single element', () => {
  it.each(['', '<!-- a -->', '<?xml version="1.0"?>', '<a/><b/>', 'text', '<a>'])(
    '%j is unreadable',
    (text) => expect(readXml(text)).toMatchObject({ unreadable: true })
  )

  it('is unsafe before it is read', () => {
    expect(readXml('<!DOCTYPE a><a/>')).toEqual({ unsafe: true })
  })
})

describe('a place in the tree', () => {
  const tree = rootOf('<a><b><c>1</c></b><b><c>2</c><a/></b><d/></a>')

  it('is the first of each name on its path, or nothing', () => {
    expect(textAt(tree, 'b', 'c')).toBe('1')
    expect(textAt(tree, 'd')).toBeNull()
    expect(textAt(tree, 'x', 'c')).toBeNull()
    expect(textAt(null, 'b')).toBeNull()
    expect(at(tree)).toBe(tree)
    expect(at(tree, 'd', 'c')).toBeNull()
  })

  it('is found at any depth, the start too, in the order of the document', () => {
    expect(all(tree, 'c').map(({ text }) => text)).toEqual(['1', '2'])
    expect(all(tree, 'a')).toHaveLength(2)
    expect(all(tree, 'a')[0]).toBe(tree)
    expect(all(tree, 'x')).toEqual([])
  })
})
