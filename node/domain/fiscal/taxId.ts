import { isCNPJ, isCPF } from 'validation-br'

const SHAPE = /^(?:\d{11}|[0-9A-Z]{12}\d{2})$/

/**
 * CPF or CNPJ, numeric or alphanumeric, without punctuation and in upper case. Null for what cannot be one by its
 * shape; check digits are isTaxId's matter, because documents of test companies fail them.
 * @source oms §9 Alphanumeric CNPJ
 */
export function readTaxId(text: string | null): string | null {
  if (text === null) return null
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/[.\-/\s]/g, '')
  return SHAPE.test(bare) ? bare : null
}

/** True for a CPF or CNPJ whose check digits are right. */
export function isTaxId(text: string): boolean {
  const id = readTaxId(text)
  return id !== null && (id.length === 11 ? isCPF(id) : isCNPJ(id))
}
