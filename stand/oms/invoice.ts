/** What a POST …/invoice asks for, read from its body and checked for shape (oms §1.1). */
import { refuse } from './answers'
import type { Readings } from './readings'

export interface InvoiceItem {
  id: string
  quantity: number
  price: number | null
  description: string | null
}

export interface InvoiceNotification {
  type: 'Output' | 'Input'
  issuanceDate: string
  invoiceNumber: string
  invoiceValue: number
  invoiceKey: string | null
  invoiceUrl: string | null
  /** "" where the body has none. */
  embeddedInvoice: string
  courier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  dispatchedDate: string | null
  /** null: the body has no items, OMS infers them. */
  items: InvoiceItem[] | null
}

/**
 * Reads the body of NotifyInvoice.
 * @errors 400 that names the field; OMS publishes no codes for these (oms §1.5)
 */
export function readInvoice(body: unknown, readings: Readings): InvoiceNotification {
  const fields = readObject(body)
  if (readings.postSchema === 'documented') checkSchema(fields)
  const type = requiredText(fields, 'type')
  if (type !== 'Output' && type !== 'Input') refuse(400, 'The field type must be Output or Input')
  const misspelt = readings.misspeltXml === 'read' ? optionalText(fields, 'embededInvoice') : null
  return {
    type,
    issuanceDate: requiredText(fields, 'issuanceDate'),
    invoiceNumber: requiredText(fields, 'invoiceNumber'),
    invoiceValue: readValue(fields.invoiceValue),
    invoiceKey: optionalText(fields, 'invoiceKey'),
    invoiceUrl: optionalText(fields, 'invoiceUrl'),
    embeddedInvoice: optionalText(fields, 'embeddedInvoice') ?? misspelt ?? '',
    courier: optionalText(fields, 'courier'),
    trackingNumber: optionalText(fields, 'trackingNumber'),
    trackingUrl: optionalText(fields, 'trackingUrl'),
    dispatchedDate: optionalText(fields, 'dispatchedDate'),
    items: readItems(fields.items),
  }
}

/** The schema as VTEX documents it, which live systems do not insist on (oms §1.4). */
function checkSchema(fields: Record<string, unknown>): void {
  if (typeof fields.invoiceValue === 'number') {
    refuse(400, 'The field invoiceValue must be a string')
  }
  if (!Array.isArray(fields.items)) refuse(400, 'The field items is required')
  if (fields.courier === null) refuse(400, 'The field courier must be a string')
}

/** @errors 400 where the body is no JSON object */
export function readObject(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse(400, 'The request body must be a JSON object')
  }
  return body as Record<string, unknown>
}

/** @errors 400 where the key is absent, null, empty or no text */
export function requiredText(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value.trim() === '') {
    return refuse(400, `The field ${name} is required`)
  }
  return value
}

/** @errors 400 where the key holds something else than text or null */
export function optionalText(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return refuse(400, `The field ${name} must be a string`)
  return value
}

/** Whole cents, as digits or as a number: both are seen live (oms §1.4). */
function readValue(value: unknown): number {
  if (value === undefined || value === null || value === '') {
    return refuse(400, 'The field invoiceValue is required')
  }
  const cents = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof cents !== 'number' || !Number.isSafeInteger(cents) || cents < 0) {
    return refuse(400, 'The field invoiceValue must be a whole number of cents')
  }
  return cents
}

function readItems(items: unknown): InvoiceItem[] | null {
  if (items === undefined || items === null) return null
  if (!Array.isArray(items)) return refuse(400, 'The field items must be an array')
  if (items.length === 0) return null
  return items.map((item, index) => {
    const fields = readObject(item)
    const { quantity, price = null } = fields
    if (!Number.isInteger(quantity) || (quantity as number) < 1) {
      return refuse(400, `The field items[${index}].quantity must be a whole number above 0`)
    }
    if (price !== null && !Number.isInteger(price)) {
      return refuse(400, `The field items[${index}].price must be a whole number of cents`)
    }
    return {
      id: requiredText(fields, 'id'),
      quantity: quantity as number,
      price: price as number | null,
      description: optionalText(fields, 'description'),
    }
  })
}
