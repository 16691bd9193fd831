/** The connector, or the carrier that is asked, of a name as addresses and settings have it; null where there is none. */
export function linkNamed<T extends { readonly name: string }>(
  name: string,
  list: readonly T[]
): T | null {
  return list.find((link) => link.name === name) ?? null
}
