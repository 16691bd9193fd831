import type { InvoiceCommand } from './command'
import type { FiscalDocument } from '../fiscal/document'
import { checkAccessKey, sameInvoiceKey } from '../fiscal/accessKey'
import { givenKey } from './invoiceGiven'
import { sameInstant, type Instant } from '../values/instant'
import { agreesWithDocument } from '../package/invoiceNumber'
import type { Order, Package } from '../order/order'
import type { Problem, Severity } from '../problem/problem'
import { problem, under } from '../problem/problems'
import type { XmlRequirement } from '../values/settings'
import { givenText, isGiven } from '../problem/texts'

const XML_FIELD = ['invoice', 'embeddedInvoice']

/** Whether a store wants the XML on this order's invoices. */
export function wantsXml(order: Order, requirement: XmlRequirement): boolean {
  if (requirement === 'ALWAYS') return true
  return requirement === 'CERTIFIED_MARKETPLACES' && order.marketplace?.isCertified === true
}

/** What stands against the invoice's document, and against what was given beside it. */
export function documentProblems(question: {
  readonly order: Order
  readonly command: InvoiceCommand
  readonly issuanceDate: Instant | null
  readonly document: FiscalDocument | null
  readonly stored: Package | null
  readonly xmlRequired: XmlRequirement
  /** Another order that this document was registered on by this app. */
  readonly otherOrder: string | null
}): readonly Problem[] {
  const { order, command, document, stored, otherOrder } = question
  const problems: Problem[] = []
  if (
    command.type === 'OUTPUT' &&
    !document &&
    !stored?.embeddedInvoice &&
    wantsXml(order, question.xmlRequired)
  )
    problems.push(problem('XML_REQUIRED', { field: XML_FIELD }))
  if (document) {
    problems.push(...document.problems.map((found) => under(XML_FIELD, { ...found, field: [] })))
    problems.push(...disagreements(command, question.issuanceDate, document))
    if (hasWrongNature(command, document))
      problems.push(
        problem('XML_WRONG_TYPE', {
          field: XML_FIELD,
          facts: { nature: document.nature, type: command.type },
        })
      )
    if (recipientDiffers(order, document))
      problems.push(problem('XML_RECIPIENT_DIFFERS', { field: XML_FIELD }))
  }
  if (otherOrder !== null && otherOrder !== order.orderId)
    problems.push(
      problem('DOCUMENT_ON_OTHER_ORDER', { field: XML_FIELD, facts: { orderId: otherOrder } })
    )
  const key = givenKey(command)
  if (key !== null && looksBrazilian(order, key) && checkAccessKey(key).flaws.length > 0)
    problems.push(problem('ACCESS_KEY_INVALID', { field: ['invoice', 'invoiceKey'] }))
  return problems
}

function looksBrazilian(order: Order, key: string): boolean {
  return order.currency.code === 'BRL' || /^[0-9A-Z]{44}$/.test(key)
}

function disagreements(
  command: InvoiceCommand,
  issuanceDate: Instant | null,
  document: FiscalDocument
): Problem[] {
  const problems: Problem[] = []
  const disagree = (field: string, given: unknown, read: unknown, severity?: Severity): void => {
    problems.push(
      problem('XML_DISAGREES', {
        field: ['invoice', field],
        facts: { given: String(given), read: String(read) },
        severity,
      })
    )
  }
  const key = givenKey(command)
  if (key !== null && document.key !== null && !sameInvoiceKey(key, document.key))
    disagree('invoiceKey', key, document.key, 'ERROR')
  const number = givenText(command.invoiceNumber)
  const own = document.number === null ? null : { ...document, number: document.number }
  if (number !== null && own !== null && !agreesWithDocument(number, own))
    disagree('invoiceNumber', number, own.number)
  if (
    isGiven(command.issuanceDate) &&
    issuanceDate !== null &&
    document.issuanceDate !== null &&
    !sameInstant(issuanceDate, document.issuanceDate)
  )
    disagree('issuanceDate', issuanceDate, document.issuanceDate)
  if (
    isGiven(command.invoiceValue) &&
    document.value !== null &&
    command.invoiceValue !== document.value
  )
    disagree('invoiceValue', command.invoiceValue, document.value)
  // An entry document buys or takes back; it does not sell (oms §9).
  if (command.type === 'OUTPUT' && document.isEntry === true && !hasWrongNature(command, document))
    disagree('type', 'OUTPUT', 'entry')
  return problems
}

/** What takes goods or money back; a plain entry does where the customer issues none. */
const NATURES_OF_RETURNS: readonly FiscalDocument['nature'][] = [
  'RETURN',
  'CREDIT_NOTE',
  'ADJUSTMENT',
]

/** A document that is read as something else than this invoice's; one that does not say is not judged. */
function hasWrongNature({ type }: InvoiceCommand, { nature, isEntry }: FiscalDocument): boolean {
  if (nature === null) return false
  if (type === 'OUTPUT') return nature !== 'SALE'
  return !NATURES_OF_RETURNS.includes(nature) && !(nature === 'SALE' && isEntry === true)
}

/** Only where both are known in full: masked documents say nothing. */
function recipientDiffers(order: Order, document: FiscalDocument): boolean {
  const isFull = (id: string): boolean => /^[0-9A-Z]{11}$|^[0-9A-Z]{14}$/.test(id)
  const recipient = document.recipientId?.toUpperCase() ?? ''
  const customers = order.customerDocuments.map((id) => id.toUpperCase())
  if (!isFull(recipient) || customers.length === 0 || !customers.every(isFull)) return false
  return !customers.includes(recipient)
}
