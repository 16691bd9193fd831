/** Other signs break tracking or the whole flow for good (oms §8 Invoice number). */
export function isSafeInvoiceNumber(number: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(number)
}

/** The same number with what is safe: accents off, other signs to hyphens. Empty where nothing safe is left. */
export function suggestInvoiceNumber(number: string): string {
  return number
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** OMS kept spaces around numbers for years, so stored and given numbers compare without them. */
export function isSameInvoiceNumber(a: string, b: string): boolean {
  return a.trim() === b.trim()
}

/** True where the last group of digits, leading zeros off, is the document's own number (design §2.2). */
export function agreesWithDocument(invoiceNumber: string, documentNumber: string): boolean {
  // All groups and then the last: a pattern that asks for the end tries every digit as a start.
  const last = invoiceNumber.match(/\d+/g)?.pop()
  return last !== undefined && withoutZeros(last) === withoutZeros(documentNumber.trim())
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '')
}
