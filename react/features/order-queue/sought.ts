/** As what the service looks for a text; the words of each say which places were asked. */
export type Sought = 'KEY' | 'EMAIL' | 'DOCUMENT' | 'NUMBER' | 'NAME'

export function soughtAs(search: string): Sought {
  const text = search.trim()
  const bare = text.replace(/[.\-/\s]/g, '')
  if (/^(?:NFe|NFCe|CFe|CTe|MDFe)?[0-9A-Z]{44}$/i.test(bare)) return 'KEY'
  if (text.includes('@')) return 'EMAIL'
  if (/^(?:\d{11}|[0-9A-Z]{12}\d{2})$/i.test(bare) && /\d{4}/.test(bare)) return 'DOCUMENT'
  return /\d{3,}/.test(text) ? 'NUMBER' : 'NAME'
}
