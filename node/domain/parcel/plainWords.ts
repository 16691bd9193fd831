import { TEXT_LIMITS } from '../problem/texts'

/** What is put where something of a person stood. */
const CUT = '…'

const EMAIL = /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+/gu
/** CPF, CNPJ (also with letters), and any long run of digits with the signs that group document and phone numbers. */
const CNPJ = /\b[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/[0-9A-Z]{4}-?\d{2}\b/giu
const DIGITS = /(?<![\p{L}\d])\+?\(?\d(?:[ .()/-]{0,2}\d){7,}(?![\p{L}\d])/gu
/** Who took the parcel, or signed: the name behind the words, to the end of the sentence. */
const TAKER =
  /\b(recebid[oa] por|recebedor[a]?:|receptor[a]?:|recibid[oa] por|recibi[oó]:?|recebeu:?|assinad[oa] por|firmad[oa] por|received by|signed(?: for)? by|entregue a(?:o)? sr[.a]*|nome:|nombre:|name:|documento:|rg:|cpf:|dni:|cc:)\s*[^.;\n]+/giu

/**
 * A carrier's words as they may be kept and shown to a customer: who took the parcel, e-mails, phones and document
 * numbers are cut out, and no more than OMS takes is left. A moment is not taken for a number. Null where nothing is left.
 */
export function plainWords(text: string | null): string | null {
  if (text === null) return null
  const words = text
    // Signs that control a terminal or a page, and none that a person reads.
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(EMAIL, CUT)
    .replace(TAKER, (_, lead: string) => `${lead} ${CUT}`)
    .replace(CNPJ, CUT)
    .replace(DIGITS, (digits) => (isMoment(digits) ? digits : CUT))
    .replace(/\s+/g, ' ')
    .trim()
  return words === ''
    ? null
    : words.slice(0, TEXT_LIMITS.description).replace(/[\uD800-\uDBFF]$/, '')
}

/** 09/11/2026, 2026-11-09, 09/11/2026 13: days, and what stands before the colon of a time. */
function isMoment(digits: string): boolean {
  return /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?: \d{1,2})?$/.test(
    digits
  )
}
