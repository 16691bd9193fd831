/**
 * A name or number however somebody grouped, pasted or capitalised it: without blanks, control signs and marks of
 * formatting, in capitals. "" where nobody sees anything in it.
 */
export function bareText(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, '').toUpperCase()
}
