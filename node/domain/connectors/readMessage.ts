/**
 * The body of a request as decoders take it: parsed JSON, else text. What it is, is told by its content; senders lie in
 * their headers. Bytes that are no UTF-8 are Windows-1252, as carriers' files are (carriers §2.4).
 */
export function readMessage(bytes: Uint8Array): unknown {
  const text = readText(bytes)
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** A leading mark of the byte order is taken off. */
function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
