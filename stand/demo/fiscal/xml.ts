/** Text of XML parts. */

/** @unit cents -> `1234.56` */
export function reais(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** An element with text in it; nothing where there is no text. */
export function element(name: string, text: string | number | null | undefined): string {
  return text === null || text === undefined || text === ''
    ? ''
    : `<${name}>${escape(String(text))}</${name}>`
}

/** An element with elements in it. */
export function group(name: string, ...parts: string[]): string {
  return `<${name}>${parts.join('')}</${name}>`
}

/** Characters that Windows-1252 readers of ISO-8859-1 know; others are left out of the demo's names. */
export function encodeXml(xml: string): Buffer {
  return Buffer.from(xml, /^<\?xml[^>]*encoding="ISO-8859-1"/.test(xml) ? 'latin1' : 'utf8')
}
