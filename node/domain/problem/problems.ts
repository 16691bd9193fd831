import type { Difference, Problem, ProblemCode, Severity } from './problem'
import { shownText } from '../values/shownText'

interface CatalogueEntry {
  readonly severity: Severity
  /** What is wrong and the remedy; {name} stands for a fact. */
  readonly message: string
}

const error = (message: string): CatalogueEntry => ({ severity: 'ERROR', message })
const warning = (message: string): CatalogueEntry => ({ severity: 'WARNING', message })

/** Every code with its severity and its English words; total, so a new code without them does not compile. */
export const CATALOGUE: Readonly<Record<ProblemCode, CatalogueEntry>> = {
  ORDER_NOT_FOUND: error(
    'OMS has no order {orderId} in this account. Check the id and the account.'
  ),
  ORDER_STATE_FORBIDS: error(
    '{operation} is not possible while the order is {status}. Read the order again.'
  ),
  ORDER_CHANGE_IN_PROGRESS: error(
    'The order is being changed; an invoice now could block it. Wait until the change has ended.'
  ),
  ORDER_INCOMPLETE: error('The order is incomplete at OMS. Wait until OMS completes it.'),
  ORDER_CANCELING: error(
    'The order is being canceled ({status}). An invoice now would collide with it.'
  ),
  ORDER_STUCK: warning('The order is stuck at VTEX in {status} since {since}. Ask VTEX support.'),
  LATE: warning('Promised for {estimatedDelivery} and not delivered.'),
  INVOICE_NUMBER_UNSAFE: error(
    'Only letters, digits and hyphens: with other characters tracking can never be added. Use {suggestion}.'
  ),
  INVOICE_NUMBER_REQUIRED: error('Give the invoice number, or the document that holds it.'),
  INVOICE_EXISTS: error(
    'The order has this invoice number with other content. Compare the differences; keep it, or name its version in replace.'
  ),
  INVOICE_CHANGED: error(
    'The invoice is no longer the version that replace names. Compare the differences and name version {version}.'
  ),
  INVOICE_NOT_FOUND: error('The order has no such invoice. It has: {invoiceNumbers}.'),
  INVOICE_AMBIGUOUS: error(
    '{count} packages of the order have this number and OMS would take any of them. Correct it in the Admin of VTEX.'
  ),
  INVOICE_NOT_NAMED: error(
    'Nothing says which invoice this tracking or status is for. Name it in invoiceNumber, or give the invoice itself.'
  ),
  INVOICE_NOT_SHOWN: warning(
    'OMS took invoice {invoiceNumber} at {sentAt} (receipt {receipt}) and does not show it. Ask VTEX support, or accept this code to declare it lost: its value is free then, and should it come after all, both count.'
  ),
  WRITE_NOT_SHOWN: warning(
    'OMS took a call for invoice {invoiceNumber} ({operation}) at {sentAt} and does not show it yet. Ask VTEX support, with the receipt in the activity.'
  ),
  REPLACE_LOSES_FIELDS: warning('Replacing would lose: {fields}. Give them, or accept the loss.'),
  REPLACE_MAY_COUNT_TWICE: warning(
    'VTEX does not say whether a number sent again replaces its invoice or counts once more. While the order has room for it, {value} cents may be invoiced twice, and nothing takes that back. Invoice the rest first, or accept it.'
  ),
  IN_PROGRESS: error(
    'Another call is writing this order since {since}. Nothing was sent; look again.'
  ),
  VALUE_INVALID: error('Money is a whole number of cents within plus or minus 2^53 - 1.'),
  VALUE_NOT_POSITIVE: error('The value must be above zero.'),
  VALUE_OVER_REMAINING: error(
    'Only {remaining} cents of the order remain to invoice. Lower the value.'
  ),
  VALUE_NOT_ITEMS: warning(
    'The items add up to {itemsValue} cents. Use that value, or accept the difference.'
  ),
  VALUE_LEAVES_REMAINDER: warning(
    '{remainder} cents would remain with no unit left, and the order would stay open. Add them to this invoice, or name the items that it covers.'
  ),
  ITEMS_EMPTY: error('Neither an item nor a value. Choose at least one unit, or give a value.'),
  ITEM_NOT_IN_ORDER: error(
    'This item is not in the order. Use an SKU id or an itemIndex of the order.'
  ),
  ITEM_AMBIGUOUS: error(
    'Name the item by either id or itemIndex; by itemIndex where its SKU stands in several lines at different prices.'
  ),
  ITEM_QUANTITY_INVALID: error('The quantity is a whole number of units, one or more.'),
  ITEM_QUANTITY_OVER_REMAINING: error(
    'Only {remaining} units of this SKU remain. Lower the quantity.'
  ),
  RETURN_BEFORE_INVOICED: error('A return needs a fully invoiced order. Invoice the rest first.'),
  RETURN_TRIGGERS_REFUND: warning(
    'OMS will refund {amount} cents automatically, and it cannot be undone. Accept it.'
  ),
  VALUE_OVER_REFUNDABLE: error('At most {refundable} cents can be refunded. Lower the value.'),
  XML_REQUIRED: warning(
    'This marketplace expects the XML of the fiscal document. Embed it, or accept to go without.'
  ),
  XML_UNREADABLE: error('The document is not a readable XML. Export it again.'),
  XML_UNSAFE: error(
    'The document holds a DTD or entities, or is too large or too deep. Ask the issuer for the original.'
  ),
  XML_NOT_AUTHORIZED: warning(
    'The document is not authorised ({status}). Use the authorised file, or accept it.'
  ),
  XML_DISAGREES: warning(
    'Given was {given}, the document says {read}. Correct one of them, or accept it.'
  ),
  XML_WRONG_TYPE: warning(
    'The document does not fit the type {type}: its nature is {nature}. Use the right document, or accept it.'
  ),
  XML_TEST_ENVIRONMENT: warning(
    'The document is from the test environment and has no fiscal value. Use the real one.'
  ),
  XML_RECIPIENT_DIFFERS: warning(
    "The document is made out to another customer than the order's. Check the file."
  ),
  XML_ITEMS_UNCLEAR: warning(
    "The document's item {item} may be any of the SKUs {skus}: its EAN and its code name different ones. Name the items, or accept every unit that remains."
  ),
  DOCUMENT_ON_OTHER_ORDER: warning(
    'This document is registered on order {orderId} already. Check the file.'
  ),
  ACCESS_KEY_INVALID: warning(
    'The access key is not valid: length, state, month or check digit. Copy it again.'
  ),
  DATE_INVALID: error(
    'Give a moment in ISO 8601 with its offset, for example 2026-03-01T14:05:00-03:00.'
  ),
  DATE_IN_FUTURE: error('The date is more than five minutes in the future. Use the current time.'),
  URL_INVALID: error(
    'The link must begin with http:// or https://, without credentials or control characters.'
  ),
  TEXT_TOO_LONG: error('At most {max} characters. Shorten it.'),
  FULFILL_EMPTY: error('Nothing to fulfil. Give an invoice, its tracking or its status.'),
  TRACKING_EMPTY: error(
    'Give at least one field, and no empty text: a stored value cannot be cleared.'
  ),
  TRACKING_NUMBER_MISSING: error(
    'The invoice has no tracking number yet. Add it with updatePartialInvoice first.'
  ),
  TRACKING_NUMBER_INVALID: error(
    'This is not a tracking number ({reason}): a spreadsheet has rounded it, or it stands on several lines. Copy it from the carrier; an invoice has one.'
  ),
  TRACKING_REPLACES: warning(
    'This replaces {stored}, which the customer may be following. Accept it.'
  ),
  DELIVERED_ALREADY: warning(
    'The package was delivered on {deliveredDate}; this undoes the delivery. Accept it.'
  ),
  DELIVERED_BEFORE_DISPATCH: error(
    'The delivery is earlier than the dispatch of {dispatchedDate}. Correct one of the dates.'
  ),
  EVENTS_ALL_KNOWN: warning('All these events are recorded already; nothing was sent.'),
  TRACKING_RETURNED: warning(
    'The parcel goes back to its sender, or is there: "{description}" ({at}). Refund the order or send it again; nothing of that happens by itself.'
  ),
  TRACKING_LOST: warning(
    'The carrier says that the parcel is lost: "{description}" ({at}). File a complaint with the carrier, and refund the order or send it again.'
  ),
  TRACKING_ATTEMPT_FAILED: warning(
    'The parcel could not be handed over: "{description}" ({at}). Clear address and time with the customer, then tell the carrier.'
  ),
  TRACKING_PICKUP: warning(
    'The parcel waits for pickup until {until}, then it goes back. Remind the customer.'
  ),
  TRACKING_UNKNOWN_CODE: warning(
    'No table of the connector {connector} has the code {code}: its words are passed on, and it counts as no delivery. Say in the settings of the connector what it means.'
  ),
  SETTINGS_INVALID: error('A setting is not valid: {problem}. Correct it and save again.'),
  SETTINGS_CHANGED: error(
    'Someone saved the settings since this version was read. Read them again.'
  ),
  RATE_LIMITED: error('OMS receives too many calls. Try again in {retryAfterSeconds} seconds.'),
  OMS_REJECTED: error('OMS refused it and nothing changed: {omsMessage}'),
  OMS_FORBIDDEN: error('The caller lacks the permission {right}. Roles that include it: {roles}.'),
  OMS_UNAVAILABLE: error('OMS does not answer, or not readably. Nothing was sent; try again.'),
  OMS_UNREADABLE: error(
    'OMS answered with something that this app cannot read as an order. Nothing was sent.'
  ),
  OMS_OUTCOME_UNKNOWN: error(
    'Sent at {sentAt} without a clear answer. Do not enter it again; look at the order.'
  ),
  CONNECTOR_UNKNOWN: error(
    'There is no connector of this name. The query connectors lists those that there are.'
  ),
  CONNECTOR_REFUSED: error(
    '{carrier} refuses the credentials that are set. It is asked again once others are set.'
  ),
  CONNECTOR_AWAY: error('{carrier} does not answer, or not readably. It is asked again by itself.'),
  CONNECTOR_SECRET_WEAK: error(
    'A connector that is on needs a secret of {min} characters or more, of which several differ.'
  ),
  BATCH_NOT_FOUND: error('There is no such batch, or its 30 days are over. Make it again.'),
  BATCH_STATE_FORBIDS: error('This is not possible while the batch is {state}. Read it again.'),
  BATCH_ROWS_MISSING: error(
    '{count} rows are missing from row {first} on, counted from 0. Add them with addBatchRows.'
  ),
  BATCH_TOO_LARGE: error(
    'More than fits; the limit is {max}. Send less at once, or several batches.'
  ),
  BATCH_KEY_TAKEN: error(
    'Batch {batchId} has this key with another name or number of rows. Use another key.'
  ),
  BATCH_ROW_POISONED: error(
    'The service ended twice while it was at this row, so it was left out. Look at the order, then try it alone.'
  ),
  READ_MODEL_REFUSED: error(
    'Master Data did not take what the read model needs ({status}). Does the app hold the policy ADMIN_DS, and is Master Data switched on in this account? Nothing was changed.'
  ),
  READ_MODEL_REMOVING: error(
    'Its documents are being removed. Switch it on again once that has ended.'
  ),
  READ_MODEL_NEEDED: error(
    "OMS's list cannot sort or filter by this. Switch the read model on in Settings, or ask without it; right after it was switched on, wait for its first fill."
  ),
  FILTER_WITH_SEARCH: error(
    'A search cannot be sorted or filtered by this: leave one of them out.'
  ),
  FILTER_INVALID: error('A name without quotation marks, of at most 100 characters.'),
  ORDER_HOOK_TAKEN: error(
    'This app key already has a hook of another system ({url}), which a second one would replace. Create an app key for this app alone. Nothing was changed.'
  ),
  ORDER_HOOK_KEY_REFUSED: error(
    'VTEX does not take this app key for hooks ({status}). Check key and token, and that its role has the resource "Feed v3 and Hook Admin". Nothing was changed.'
  ),
  ORDER_HOOK_REFUSED: error(
    'VTEX did not take the hook ({status}): {omsMessage}. Nothing was changed.'
  ),
  ORDER_HOOK_LEFT: warning(
    'VTEX does not take the app key {appKey} any more, so its hook could not be taken down there. It is forgotten here; remove the key in VTEX if it still exists.'
  ),
}

type FactValue = string | number | null | undefined | readonly (string | number)[]

export interface ProblemDetail {
  readonly field?: readonly (string | number)[]
  readonly facts?: Readonly<Record<string, FactValue>>
  readonly differences?: readonly Difference[]
  /** Only for the codes whose severity depends: ORDER_CANCELING, XML_DISAGREES. */
  readonly severity?: Severity
}

/**
 * Builds a problem of the catalogue. Facts that are null are left out; lists are joined with ", ".
 * Money in facts is cents, moments are ISO 8601; a text may be the caller's own, and is told as far as it is worth telling.
 */
export function problem(code: ProblemCode, detail: ProblemDetail = {}): Problem {
  const facts = Object.entries(detail.facts ?? {}).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [{ name, value: typeof value === 'object' ? value.join(', ') : shownText(String(value)) }]
  )
  const known = new Map(facts.map(({ name, value }) => [name, value]))
  return {
    code,
    severity: detail.severity ?? CATALOGUE[code].severity,
    field: (detail.field ?? []).map(String),
    message: CATALOGUE[code].message.replace(
      /\{(\w+)\}/g,
      (_, name: string) => known.get(name) || 'unknown'
    ),
    facts,
    differences: detail.differences ?? [],
  }
}

/** The problems that stop a call: errors, and warnings whose code was not accepted. */
export function blocking(
  problems: readonly Problem[],
  accept: readonly ProblemCode[]
): readonly Problem[] {
  return problems.filter(({ severity, code }) => severity === 'ERROR' || !accept.includes(code))
}

/** The same problem with its field under a path, for rules that do not know where their argument stands. */
export function under(path: readonly string[], found: Problem): Problem {
  return { ...found, field: [...path, ...found.field] }
}

/** A query that cannot be answered because of its arguments: becomes a GraphQL error with the problem's code. */
export class QueryRefused extends Error {
  readonly problem: Problem

  constructor(refused: Problem) {
    super(refused.message)
    this.problem = refused
  }
}
