import { flagOf, objectOf, textOf } from '../domain/values/loose'

/** The company where the order is a company's, else the person. */
export function customerName(profile: unknown): string | null {
  const customer = objectOf(profile)
  const company = textOf(customer.corporateName) ?? textOf(customer.tradeName)
  const person = [textOf(customer.firstName), textOf(customer.lastName)]
    .filter((part) => part !== null)
    .join(' ')
  return flagOf(customer.isCorporate) ? (company ?? (person || null)) : person || company
}

/** CPF, CNPJ and the like without punctuation, upper case; masked ones say nothing and are left out. */
export function customerDocuments(profile: unknown): string[] {
  const customer = objectOf(profile)
  const documents = [customer.document, customer.corporateDocument]
    .map(textOf)
    .filter((text): text is string => text !== null && !text.includes('*'))
    .map((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  return [...new Set(documents)].filter((document) => document !== '')
}
