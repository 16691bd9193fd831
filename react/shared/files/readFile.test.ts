import { TextDecoder as NodeTextDecoder } from 'util'

import { decodeXml } from './readFile'

/** The DOM of the tests has none; a browser has. */
beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

const body = '<xNome>Conceição Ávila</xNome>'
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${body}`
const MARK = '\uFEFF'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const windows1252 = (text: string) => Buffer.from(text, 'latin1')
const decoded = (bytes: Buffer) => decodeXml(Uint8Array.from(bytes).buffer)

describe('the text of a file', () => {
  it.each([
    ['UTF-8, named', utf8(declared('UTF-8')), declared('UTF-8')],
    ['UTF-8 without a declaration', utf8(body), body],
    ['UTF-8 with a mark', utf8(MARK + body), body],
    ['ISO-8859-1, named', windows1252(declared('ISO-8859-1')), declared('ISO-8859-1')],
    ['UTF-16 with a mark', utf16le(MARK + declared('UTF-16')), declared('UTF-16')],
    ['UTF-16, the other way round', utf16be(MARK + body), body],
    ['UTF-16 without a mark', utf16le(declared('utf-16')), declared('utf-16')],
    ['UTF-16 of that kind, the other way round', utf16be(body), body],
    // What ERPs write: the declaration of another encoding than the file is saved in.
    ['UTF-8, named ISO-8859-1', utf8(declared('ISO-8859-1')), declared('ISO-8859-1')],
    ['UTF-8, named UTF-16', utf8(declared('utf-16')), declared('utf-16')],
    ['Windows, named UTF-8', windows1252(declared('UTF-8')), declared('UTF-8')],
    ['Windows, named UTF-16', windows1252(declared('utf-16')), declared('utf-16')],
    ['Windows without a declaration', windows1252(body), body],
    ['Windows, named nonsense', windows1252(declared('x-own')), declared('x-own')],
  ])('is right in %s', (_name, bytes, text) => {
    expect(decoded(bytes)).toBe(text)
  })

  it('may be none', () => {
    expect(decoded(Buffer.alloc(0))).toBe('')
  })
})
