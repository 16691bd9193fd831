import type { WireOrder } from '../../oms'
import { cfeXml } from './cfe'
import { contentOf, type InvoiceXmlOptions } from './document'
import { nfeXml } from './nfe'

export type { InvoiceXmlOptions } from './document'
export { encodeXml } from './xml'

/**
 * A fiscal document for a demo order: an authorised NF-e 4.00 of all of it unless told otherwise.
 * The sum is the order's value, the recipient its customer, every check digit right (oms §9).
 * @shape (order as GET shows it) -> XML text
 */
export function demoInvoiceXml(order: WireOrder, options: InvoiceXmlOptions = {}): string {
  const content = contentOf(order, options)
  return content.kind === 'cfe' ? cfeXml(content) : nfeXml(content, options)
}

/** Access key of the document that demoInvoiceXml writes for the same arguments. */
export function demoInvoiceKey(order: WireOrder, options: InvoiceXmlOptions = {}): string {
  return contentOf(order, options).key
}
