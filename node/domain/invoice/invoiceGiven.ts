import type { InvoiceCommand } from './command'
import { cleanInvoiceKey } from '../fiscal/accessKey'
import type { Instant } from '../values/instant'
import { documentTextHash, type GivenContent, type GivenItem } from '../package/invoiceContent'
import { isCents } from '../values/money'
import { readMoment } from '../problem/moments'
import type { Order } from '../order/order'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { givenText, isGiven, textTooLong, type LimitedText } from '../problem/texts'
import { cleanTrackingNumber, trackingNumberProblem } from '../package/trackingNumber'
import { skuOf } from '../package/units'
import { isSafeUrl } from '../values/urls'

/** What a caller named of an invoice, read and judged field by field, before any rule of the order. */
export interface ReadCommand {
  readonly issuanceDate: Instant | null
  readonly dispatchedDate: Instant | null
  readonly given: GivenContent
  /** Dates, links and texts that cannot be used. */
  readonly problems: readonly Problem[]
  /** Amounts that are none: the rules of items and value say so where they judge, a comparison with what is stored has to. */
  readonly amountProblems: readonly Problem[]
}

const TEXTS = [
  'invoiceKey',
  'invoiceUrl',
  'embeddedInvoice',
  'courier',
  'trackingNumber',
  'trackingUrl',
] as const

export function readInvoiceCommand(
  order: Order,
  command: InvoiceCommand,
  nowMs: number
): ReadCommand {
  const issued = readMoment(command.issuanceDate, nowMs, ['invoice', 'issuanceDate'])
  const dispatched = readMoment(command.dispatchedDate, nowMs, ['invoice', 'dispatchedDate'])
  const problems = [
    issued.problem,
    dispatched.problem,
    ...TEXTS.map((name) => textTooLong(name, command[name], ['invoice', name])),
    ...(command.items ?? []).map(({ description }, position) =>
      textTooLong('description', description, ['invoice', 'items', position, 'description'])
    ),
    trackingProblem(command),
    ...(['invoiceUrl', 'trackingUrl'] as const).map((name) => urlProblem(name, command[name])),
  ].filter((found) => found !== null)
  return {
    problems,
    amountProblems: amountProblems(command),
    issuanceDate: issued.moment,
    dispatchedDate: dispatched.moment,
    given: givenContent(order, command, issued.moment, dispatched.moment),
  }
}

function amountProblems({ invoiceValue, items }: InvoiceCommand): Problem[] {
  const isNone = (amount: unknown): boolean => isGiven(amount) && !isCents(amount)
  return [
    ...(isNone(invoiceValue) ? [['invoice', 'invoiceValue']] : []),
    ...(items ?? []).flatMap(({ price }, position) =>
      isNone(price) ? [['invoice', 'items', position, 'price']] : []
    ),
  ].map((field) => problem('VALUE_INVALID', { field }))
}

function urlProblem(name: LimitedText, url: string | null): Problem | null {
  const given = givenText(url)
  return given === null || isSafeUrl(given)
    ? null
    : problem('URL_INVALID', { field: ['invoice', name] })
}

/** As it goes out: what is checked in one form must not be sent in another. */
export function givenKey({ invoiceKey }: InvoiceCommand): string | null {
  const given = givenText(invoiceKey)
  return given && (cleanInvoiceKey(given) || null)
}

export function givenTrackingNumber({ trackingNumber }: InvoiceCommand): string | null {
  const given = givenText(trackingNumber)
  return given && (cleanTrackingNumber(given) || null)
}

function trackingProblem({ trackingNumber }: InvoiceCommand): Problem | null {
  const given = givenText(trackingNumber)
  return given === null ? null : trackingNumberProblem(given, ['invoice', 'trackingNumber'])
}

function givenContent(
  order: Order,
  command: InvoiceCommand,
  issuanceDate: Instant | null,
  dispatchedDate: Instant | null
): GivenContent {
  return {
    type: command.type,
    issuanceDate: issuanceDate ?? undefined,
    dispatchedDate: dispatchedDate ?? undefined,
    invoiceValue: isCents(command.invoiceValue) ? command.invoiceValue : undefined,
    items: command.items?.flatMap(
      ({ id, itemIndex, quantity, price, description }): GivenItem[] => {
        const sku = id ?? skuOf(order, itemIndex)
        return [
          {
            id: sku ?? `itemIndex ${itemIndex}`,
            quantity,
            price: isCents(price) ? price : null,
            description: givenText(description),
          },
        ]
      }
    ),
    invoiceKey: givenKey(command) ?? undefined,
    invoiceUrl: givenText(command.invoiceUrl) ?? undefined,
    embeddedInvoiceHash: documentTextHash(command.embeddedInvoice) ?? undefined,
    courier: givenText(command.courier) ?? undefined,
    trackingNumber: givenTrackingNumber(command) ?? undefined,
    trackingUrl: givenText(command.trackingUrl) ?? undefined,
  }
}
