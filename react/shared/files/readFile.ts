/** Bytes of the prolog in which a document names its encoding. */
const PROLOG = 200

/** By a byte order mark, or by the < that every document begins with. */
const BEGINNINGS: Array<[readonly number[], string]> = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
]

/**
 * The text of a file, by its bytes before its words: ERPs save in another encoding than they declare. What is UTF-8
 * throughout is UTF-8; the rest is what it says, and Windows text where that cannot be.
 */
export function decodeXml(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  const begins = BEGINNINGS.find(([signs]) => signs.every((sign, at) => bytes[at] === sign))

  if (begins) return new TextDecoder(begins[1]).decode(bytes)

  return (
    decoded(bytes, 'utf-8') ??
    decoded(bytes, namedEncoding(bytes)) ??
    new TextDecoder('windows-1252').decode(bytes)
  )
}

/** Null where it is no encoding, or where a byte does not belong to it. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    return null
  }
}

/** Read out of single bytes, so that a name of UTF-16 cannot be true. */
function namedEncoding(bytes: Uint8Array): string {
  const start = String.fromCharCode(...Array.from(bytes.subarray(0, PROLOG)))
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(start)

  return named && !/^utf-?16/i.test(named[1]) ? named[1] : 'windows-1252'
}

export function readBytes(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()

    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(file)
  })
}
