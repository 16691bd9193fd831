import type {
  InvoiceCommand,
  InvoiceItemCommand,
  TrackingCommand,
  TrackingEventCommand,
  TrackingStatusCommand,
} from '../domain/invoice/command'
import { readInstant } from './decodeDates'
import { exactTextOf, flagOf, isObject, textOf, type Loose } from '../domain/values/loose'

// Bodies that others send to OMS, taken as loosely as OMS takes them (oms §1.1, §1.4): numbers as texts and texts as
// numbers, null for what is not given, every form of date. What is no value at all goes on as it came: the rules say what
// is wrong with it, and with which field.

/** A field whose JSON type cannot be what it stands for. */
export interface WrongType {
  readonly field: readonly string[]
  /** What it should be, in words. */
  readonly wanted: string
}

export interface Given<Command> {
  readonly command: Command
  readonly wrong: readonly WrongType[]
}

/** Body of POST …/invoice. Items that are absent, null or empty are left to the order's own (oms §3). @source oms §1.1 */
export function givenInvoice(body: unknown): Given<InvoiceCommand> {
  const read = new Fields(body)
  const items = read.list('items')
  const command: InvoiceCommand = {
    type: typeOf(read),
    invoiceNumber: read.text('invoiceNumber'),
    issuanceDate: read.moment('issuanceDate'),
    invoiceValue: read.money('invoiceValue'),
    items: items.length === 0 ? null : items.map(givenItem),
    isByValueBelowRemaining: true,
    invoiceKey: read.text('invoiceKey'),
    invoiceUrl: read.text('invoiceUrl'),
    // The seed of the API spells it with one d (oms §1.4).
    embeddedInvoice: read.exactText('embeddedInvoice') ?? read.exactText('embededInvoice'),
    courier: read.text('courier'),
    trackingNumber: read.text('trackingNumber'),
    trackingUrl: read.text('trackingUrl'),
    dispatchedDate: read.dispatchedDate(),
  }
  return { command, wrong: [...read.wrong, ...items.flatMap(({ wrong }) => wrong)] }
}

function typeOf(read: Fields): InvoiceCommand['type'] {
  const type = read.text('type')?.toLowerCase() ?? 'output'
  if (type !== 'output' && type !== 'input') read.isWrong('type', '"Output" or "Input"')
  return type === 'input' ? 'INPUT' : 'OUTPUT'
}

function givenItem(read: Fields): InvoiceItemCommand {
  const quantity = read.number('quantity')
  const id = read.text('id')
  return {
    id,
    itemIndex: id === null ? read.number('itemIndex') : null,
    quantity: quantity ?? Number.NaN,
    price: read.money('price'),
    description: read.text('description'),
  }
}

/** Body of PATCH …/invoice/{invoiceNumber}; a null is a field that was not given. @source oms §1.2 */
export function givenTracking(body: unknown): Given<TrackingCommand> {
  const read = new Fields(body)
  const command: TrackingCommand = {
    trackingNumber: read.text('trackingNumber'),
    trackingUrl: read.text('trackingUrl'),
    courier: read.text('courier'),
    dispatchedDate: read.dispatchedDate(),
  }
  return { command, wrong: read.wrong }
}

/** Body of PUT …/invoice/{invoiceNumber}/tracking. @source oms §1.3 */
export function givenStatus(body: unknown): Given<TrackingStatusCommand> {
  const read = new Fields(body)
  const events = read.list('events')
  const command: TrackingStatusCommand = {
    isDelivered: read.flag('isDelivered'),
    deliveredDate: read.moment('deliveredDate'),
    events: events.map(givenEvent),
  }
  return { command, wrong: [...read.wrong, ...events.flatMap(({ wrong }) => wrong)] }
}

function givenEvent(read: Fields): TrackingEventCommand {
  return {
    date: read.moment('date'),
    description: read.text('description') ?? '',
    city: read.text('city'),
    state: read.text('state'),
  }
}

/** One object of a body; notes which of its fields were no such thing. */
class Fields {
  readonly wrong: WrongType[] = []
  private readonly found: Loose

  constructor(
    value: unknown,
    private readonly path: readonly string[] = []
  ) {
    this.found = isObject(value) ? value : {}
    if (!isObject(value)) this.wrong.push({ field: path, wanted: 'an object' })
  }

  isWrong(name: string, wanted: string): void {
    this.wrong.push({ wanted, field: [...this.path, name] })
  }

  text(name: string): string | null {
    return this.read(name, textOf, 'a text')
  }

  /** With its spaces: a document is what was signed. */
  exactText(name: string): string | null {
    return this.read(name, exactTextOf, 'a text')
  }

  flag(name: string): boolean {
    return this.read(name, flagOf, 'true or false') ?? false
  }

  /** Digits in a text are the number; what is none goes on as it is. */
  money(name: string): unknown {
    const value = this.found[name]
    return typeof value === 'string' ? moneyOf(value) : (value ?? null)
  }

  number(name: string): number | null {
    return this.read(name, wholeOf, 'a whole number')
  }

  moment(name: string): unknown {
    const value = this.found[name] ?? null
    return value === '' ? null : (readInstant(value) ?? value)
  }

  /** One client of VTEX's own writes it without the d (oms §1.4). */
  dispatchedDate(): unknown {
    return this.moment('dispatchedDate') ?? this.moment('dispatchDate')
  }

  list(name: string): readonly Fields[] {
    const value = this.found[name] ?? []
    if (Array.isArray(value))
      return value.map((entry: unknown, at) => new Fields(entry, [...this.path, name, String(at)]))
    this.isWrong(name, 'a list')
    return []
  }

  private read<T>(name: string, reader: (value: unknown) => T | null, wanted: string): T | null {
    const value = this.found[name] ?? null
    const read = reader(value)
    if (read === null && value !== null && !(typeof value === 'string' && value.trim() === ''))
      this.isWrong(name, wanted)
    return read
  }
}

function moneyOf(text: string): unknown {
  if (text.trim() === '') return null
  return /^\s*-?\d+\s*$/.test(text) ? Number(text) : text
}

function wholeOf(value: unknown): number | null {
  const number = typeof value === 'string' ? moneyOf(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : null
}
