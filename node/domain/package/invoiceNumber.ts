/** Other signs break tracking or the whole flow for good (oms §8 Invoice number). */
export function isSafeInvoiceNumber(number: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(number)
}

/** Thousands set apart by points, or the nine digits of an NF-e by blanks, as documents print them: 000.600.101. */
const GROUPED =
  /(?<![0-9.])\d{1,3}(?:\.\d{3})+(?![0-9.])|(?<![0-9] ?)\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}(?! ?[0-9])/g

/**
 * The same number with what is safe: grouping off, accents off, other signs to hyphens. Empty where nothing safe is left.
 */
export function suggestInvoiceNumber(number: string): string {
  return ungrouped(number)
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

/**
 * True where the number is the document's own, or its last group of digits, leading zeros off, is (design §2.2). Many
 * write the series behind it: 000600101-1.
 */
export function agreesWithDocument(
  invoiceNumber: string,
  { number, series }: { readonly number: string; readonly series: string | null }
): boolean {
  if (folded(invoiceNumber) === folded(number)) return true
  // All groups and then the last ones: a pattern that asks for the end tries every digit as a start.
  const own = groupsOf(ungrouped(number)).pop()
  const ownSeries = groupsOf(series ?? '').pop()
  return [invoiceNumber, ungrouped(invoiceNumber)].map(groupsOf).some((groups) => {
    const [last, before] = [...groups].reverse()
    if (last === undefined || own === undefined) return false
    return last === own || (last === ownSeries && before === own)
  })
}

function groupsOf(text: string): string[] {
  return (text.match(/\d+/g) ?? []).map(withoutZeros)
}

function ungrouped(text: string): string {
  return text.replace(GROUPED, (digits) => digits.replace(/\D/g, ''))
}

function folded(number: string): string {
  return suggestInvoiceNumber(number).toUpperCase()
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '')
}
