import { isTaxId } from '../fiscal/taxId'
import { TEXT_LIMITS } from '../problem/texts'

/** What is put where something of a person stood. */
const CUT = '…'
/** More than OMS takes, so that what is cut at the end is no half of an e-mail; and no more to search than that. */
const MOST_READ = TEXT_LIMITS.description + 500

const EMAIL = /[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]{1,255}/gu
const CNPJ = /\b[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}\b/giu
/** Documents and phones are long runs of digits, with signs that group them. */
const DIGITS = /(?<![\p{L}\d])\+?\(?\d(?:[ .()/-]{0,2}\d){7,40}(?![\p{L}\d])/gu
/** Who took the parcel, or signed: the name behind the words, to the end of the sentence; initials end none. */
const TAKER =
  /\b(recebid[oa] por|recebedora?:|receptora?:|recibid[oa] por|recibi[oó]:|recebeu:|assinad[oa] por|firmad[oa] por|received by|signed(?: for)? by|nome:|nombre:|name:|documento:|rg:|cpf:|dni:)(?:[^.;]|\.(?=\S)|(?<=\b\p{L})\.)+/giu

/**
 * A carrier's words as they may be kept and shown to a customer: who took the parcel, e-mails, phones and document
 * numbers are cut out, and no more than OMS takes is left. A day is not taken for a number. Null where nothing is left.
 */
export function plainWords(text: string | null): string | null {
  if (text === null) return null
  const words = text
    .slice(0, MOST_READ)
    // Signs that control a terminal or a page, and none that a person reads.
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(EMAIL, CUT)
    .replace(TAKER, (_, lead: string) => `${lead} ${CUT}`)
    .replace(CNPJ, (id) => (id.includes('/') || isTaxId(id) ? CUT : id))
    .replace(DIGITS, (digits) => (isDay(digits) ? digits : CUT))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TEXT_LIMITS.description)
    .replace(/[\uD800-\uDBFF]$/, '')
  return words === '' ? null : words
}

/** 09/11/2026, 2026-11-09, 09/11/2026 13: days, and what stands before the colon of a time. */
function isDay(digits: string): boolean {
  return /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?: \d{1,2})?$/.test(
    digits
  )
}
