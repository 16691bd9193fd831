interface ListFormat {
  format(parts: string[]): string
}
type ListFormatClass = new (language: string, options: { type: string }) => ListFormat

/** "A, B and C" in the language, or "A, B or C"; with commas alone where the browser cannot. */
export function formatList(
  parts: string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction'
): string {
  const Formatter = (Intl as unknown as { ListFormat?: ListFormatClass }).ListFormat
  return Formatter ? new Formatter(language, { type }).format(parts) : parts.join(', ')
}
