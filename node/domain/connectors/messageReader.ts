import { cleanInvoiceKey } from '../fiscal/accessKey'
import { cleanTrackingNumber, trackingNumberProblem } from '../package/trackingNumber'
import { invoiceName } from '../parcel/invoiceName'
import { momentIn } from '../parcel/localMoment'
import type { ParcelEvent, ParcelReport } from '../parcel/parcelReport'
import type { ParcelState } from '../parcel/parcelState'
import { plainWords } from '../parcel/plainWords'
import { noMoment } from '../problem/moments'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { TEXT_LIMITS } from '../problem/texts'
import { listOf, objectOf, textOf, type Loose } from '../values/loose'
import { codeReader } from './codes'
import type { CodeTable, Decoded, DecodeOptions } from './connector'

export type Field = readonly (string | number)[]

/** An event as a sender wrote it; what is of another type than it should be reads as not given. */
export interface SentEvent {
  readonly id?: unknown
  /** Names of the code, the most exact first. The last one is kept: what is added to it may change when it is sent again. */
  readonly codes: readonly unknown[]
  /** Where something beside the code says what the event means, such as a mark of a return. */
  readonly state?: (byCode: ParcelState) => ParcelState
  /** Text, with an offset or by the connector's zone; or a moment that was read already. */
  readonly date: unknown
  /** The first that says something is taken. */
  readonly descriptions: readonly unknown[]
  readonly city?: unknown
  readonly region?: unknown
  readonly pickupUntil?: unknown
  /** Where something beside the code says so; else the table does. */
  readonly needsPerson?: boolean
  readonly field: Field
}

/** A parcel as a sender named it. */
export interface SentParcel {
  readonly parcelId?: string | null
  readonly trackingNumber?: unknown
  readonly invoiceKey?: unknown
  readonly issuerId?: unknown
  readonly series?: unknown
  readonly invoiceNumber?: unknown
  readonly events: readonly SentEvent[]
  readonly field: Field
}

/** All that a sender knows of one parcel, by its tracking number. Fields are the sender's own names. */
export interface SentHistory {
  readonly trackingNumber: unknown
  readonly numberAt: Field
  readonly events: unknown
  readonly eventsAt: Field
  readonly eventOf: (event: Loose, field: Field) => SentEvent
}

/** Takes parcels as they were sent, leaves out what cannot be read, and tells what that was. */
export interface MessageReader {
  readonly take: (parcel: SentParcel) => void
  readonly tell: (found: Problem) => void
  readonly decoded: () => Decoded
}

/** A message that is the history of one parcel: without its number nobody knows whose. */
export function decodeHistory(
  reader: MessageReader,
  { trackingNumber, numberAt, events, eventsAt, eventOf }: SentHistory
): Decoded {
  if (textOf(trackingNumber) === null) reader.tell(nothingIn(numberAt))
  else
    reader.take({
      trackingNumber,
      events: listOf(events).map((event, place) => eventOf(objectOf(event), [...eventsAt, place])),
      field: numberAt.slice(0, -1),
    })
  return reader.decoded()
}

export function messageReader(
  connector: string,
  table: CodeTable,
  options: DecodeOptions
): MessageReader {
  const codes = codeReader(connector, table, options)
  const parcels: ParcelReport[] = []
  const problems: Problem[] = []

  const readEvent = (sent: SentEvent): ParcelEvent | null => {
    const date = momentIn(sent.date, options.timeZone)
    const description = sent.descriptions.map((text) => plainWords(textOf(text))).find(Boolean)
    if (date === null) problems.push(noMoment(sent.date, [...sent.field, 'date']))
    if (!description)
      problems.push(problem('TRACKING_EMPTY', { field: [...sent.field, 'description'] }))
    if (date === null || !description) return null
    const names = sent.codes.map(textOf).filter((code) => code !== null)
    const byCode = codes.stateOf(...names)
    return {
      id: textOf(sent.id),
      code: names[names.length - 1] ?? '',
      state: sent.state ? sent.state(byCode) : byCode,
      date,
      description,
      city: placeName(sent.city),
      region: placeName(sent.region),
      pickupUntil: momentIn(sent.pickupUntil, options.timeZone),
      needsPerson: sent.needsPerson ?? codes.needsPerson(...names),
    }
  }

  const readNumber = (sent: SentParcel): string | null => {
    const text = identifier(sent.trackingNumber)
    const flaw = text && trackingNumberProblem(text, [...sent.field, 'trackingNumber'].map(String))
    if (flaw) problems.push(flaw)
    return text && !flaw ? cleanTrackingNumber(text) || null : null
  }

  return {
    tell: (found) => problems.push(found),
    take: (sent) => {
      const trackingNumber = readNumber(sent)
      const key = identifier(sent.invoiceKey)
      const invoiceKey = key && !ROUNDED.test(key) ? cleanInvoiceKey(key) : null
      const invoice = invoiceName(
        identifier(sent.issuerId),
        identifier(sent.series),
        wholeOrText(sent.invoiceNumber)
      )
      if (trackingNumber === null && invoiceKey === null && invoice === null) {
        problems.push(problem('INVOICE_NOT_NAMED', { field: sent.field }))
        return
      }
      const events = sent.events.map(readEvent).filter((event) => event !== null)
      parcels.push({ parcelId: sent.parcelId ?? null, trackingNumber, invoiceKey, invoice, events })
    },
    decoded: () => ({ parcels, problems: [...problems, ...codes.problems()] }),
  }
}

/** What a spreadsheet makes of a long number: its digits are lost. */
// Three digits at most behind the E: an access key may hold an E too, in an issuer’s number, with 24 digits behind it.
const ROUNDED = /^\d+(?:[.,]\d+)?E\+?\d{1,3}$/i

/** A number beyond 2^53 has lost its last digits on the way here; it reads as a rounded one. */
function identifier(value: unknown): string | null {
  return typeof value === 'number' && !Number.isSafeInteger(value)
    ? value.toExponential().replace('e', 'E')
    : textOf(value)
}

/** An invoice number is counted up: one that a sender's program could not hold is none. */
function wholeOrText(value: unknown): string | null {
  return typeof value === 'number' && !Number.isSafeInteger(value) ? null : textOf(value)
}

function placeName(value: unknown): string | null {
  return plainWords(textOf(value))?.slice(0, TEXT_LIMITS.city) ?? null
}

/** A message that holds no parcel where parcels should be. */
export function nothingIn(field: Field): Problem {
  return problem('TRACKING_EMPTY', { field })
}
