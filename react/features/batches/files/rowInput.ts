import type { Draft } from './gather'
import { registersInvoice, setsTracking, tellsStatus } from './judge'
import type { Sheet } from './sheet'

/** As `addBatchRows` takes it (contract, BatchRowInput). */
export interface RowInput {
  orderId: string
  label: string
  fulfill: {
    invoice?: Record<string, unknown>
    invoiceNumber?: string
    tracking?: Record<string, unknown>
    status?: Record<string, unknown>
  }
}

/** A row that is to be sent: for its order, with only what the file says. */
export function rowInput(
  draft: Draft,
  orderId: string,
  storedNumber: string | null,
  sheet: Sheet
): RowInput {
  const { values, parts } = draft
  const tracking = setsTracking(draft)
    ? given({
        trackingNumber: text(values.trackingNumber),
        trackingUrl: text(values.trackingUrl),
        courier: text(values.courier),
        dispatchedDate: values.dispatchedDate,
      })
    : undefined
  const invoice = registersInvoice(draft) ? invoiceOf(draft) : undefined

  return {
    orderId,
    label: labelOf(draft, sheet),
    fulfill: given({
      invoice,
      invoiceNumber: invoice ? undefined : (storedNumber ?? text(values.invoiceNumber)),
      tracking,
      status: tellsStatus(draft)
        ? given({
            isDelivered: values.isDelivered ?? values.deliveredDate !== undefined,
            deliveredDate: values.isDelivered === false ? undefined : values.deliveredDate,
            events: some(
              parts
                .filter((part) => part.eventDate !== undefined)
                .map((part) =>
                  given({
                    date: part.eventDate,
                    description: text(part.eventDescription),
                    city: text(part.eventCity),
                    state: text(part.eventState),
                  })
                )
            ),
          })
        : undefined,
    }),
  }
}

function invoiceOf({ values, parts, document }: Draft): Record<string, unknown> {
  // The document says everything itself; the service reads it, and what else the file had came out of it.
  if (document !== null) return { embeddedInvoice: document }

  return given({
    type: values.type,
    invoiceNumber: text(values.invoiceNumber),
    issuanceDate: values.issuanceDate,
    invoiceValue: values.invoiceValue,
    invoiceKey: text(values.invoiceKey),
    invoiceUrl: text(values.invoiceUrl),
    embeddedInvoice: text(values.embeddedInvoice),
    items: some(
      parts
        .filter((part) => part.itemId !== undefined)
        .map((part) =>
          given({
            id: text(part.itemId),
            quantity: part.itemQuantity,
            price: part.itemPrice,
            description: text(part.itemDescription),
          })
        )
    ),
  })
}

/** "row 17", or the file of a document. */
function labelOf({ rows }: Draft, sheet: Sheet): string {
  const { fileName, at } = sheet.rows[rows[0]]

  return fileName ?? String(at)
}

const text = (value: unknown) => (value === undefined ? undefined : String(value))
const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)

/** Without what is not said. */
function given<T extends Record<string, unknown>>(fields: T): T {
  const kept = {} as T

  for (const name of Object.keys(fields) as Array<keyof T>) {
    if (fields[name] !== undefined) kept[name] = fields[name]
  }

  return kept
}
