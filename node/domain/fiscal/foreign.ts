import type { XmlElement } from './xmlTree'

// What the readers of other countries' documents share: texts of a bounded length, ids without punctuation.

/** Long enough for any number in use; a number of megabytes is somebody's joke. */
const MOST = 100

/** A number, series or code as it is written; null where nothing, or too much, stands there. */
export function shortText(text: string | null | undefined): string | null {
  const plain = text?.trim() ?? ''
  return plain === '' || plain.length > MOST ? null : plain
}

/** RFC, RUT, NIT, RUC, partita IVA, NIF: upper case, without punctuation. */
export function plainTaxId(text: string | null | undefined): string | null {
  return shortText(text?.toUpperCase().replace(/[.\-/\s]/g, ''))
}

/** An attribute in any letter case: CFDI 3.2 wrote them small, 3.3 and later begin them large. */
export function attribute(of: XmlElement | null, name: string): string | null {
  for (const [key, value] of of?.attributes ?? [])
    if (key.toLowerCase() === name.toLowerCase()) return value || null
  return null
}

/** EAN and its kin, by their digits. */
export function eanOf(text: string | null | undefined): string | null {
  const digits = text?.trim() ?? ''
  return /^\d{8,14}$/.test(digits) ? digits : null
}
