/** Characters of the prolog in which a document names its encoding. */
const PROLOG = 200

/** The text of a file in the encoding that it names; without one in UTF-8, as XML says. */
export function decodeXml(bytes: ArrayBuffer): string {
  const start = String.fromCharCode(...Array.from(new Uint8Array(bytes.slice(0, PROLOG))))
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(start)

  try {
    return new TextDecoder(named ? named[1] : 'utf-8').decode(bytes)
  } catch (error) {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

export function readText(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()

    reader.onload = () => resolve(decodeXml(reader.result as ArrayBuffer))
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(file)
  })
}
