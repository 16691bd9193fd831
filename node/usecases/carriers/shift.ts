import {
  endOf,
  isExpired,
  joinedThrough,
  type CarrierMessage,
  type Through,
} from '../../domain/carriers/message'
import { namesOfReport } from '../../domain/carriers/names'
import { eventsOf, invoiceOf, type Told } from '../../domain/carriers/orderParcels'
import type { ParcelReport } from '../../domain/parcel/parcelReport'
import { problem } from '../../domain/problem/problems'
import { inParallel } from '../reading/inParallel'
import { callBack } from './callBack'
import { InvoiceFinder } from './invoiceFinder'
import type { LanePorts, MessagePlace, NamedInvoice } from './ports'
import { noteUnreadCodes } from './noteUnreadCodes'
import { tellOrder, type OrderEnds } from './tellOrder'
import { aheadOf } from './tellInvoice'

/** For this long a shift begins orders; the rest of the handler's time is for those under way. */
const WORK_MS = 10_000
const FILES_AT_ONCE = 16
const ORDERS_AT_ONCE = 8
/** Those that wait are looked at again some at a time, wherever chance begins. */
const WAITING_A_SHIFT = 25
const LOOKS_AT_WAITING_EVERY_MS = 5 * 60_000
const LOOKS_FOR_OLD_EVERY_MS = 60_000

interface InHand {
  readonly place: MessagePlace
  readonly message: CarrierMessage
}

/** A parcel of a message, with the invoices that it is about; none where no invoice of its names is known. */
interface Found {
  readonly of: InHand
  readonly report: ParcelReport
  readonly invoices: readonly NamedInvoice[]
}

/** One handler's work in one lane. */
export class Shift {
  private readonly endsAt: number
  private readonly finder: InvoiceFinder

  constructor(
    private readonly ports: LanePorts,
    private readonly lane: number,
    /** Messages that were looked at: what is left of them is left for later. */
    private readonly seen: Set<string>
  ) {
    this.endsAt = ports.clock.now() + WORK_MS
    this.finder = new InvoiceFinder(ports.index)
  }

  /** 'more' where the time was over before the work was. */
  async work(): Promise<'through' | 'more'> {
    const { messages } = this.ports
    const inbox = await this.inHand(await messages.list('inbox', this.lane))
    const open = await this.withoutTests([...inbox, ...(await this.waiting())])
    // Beside the search, which only reads: what decides nothing holds the carrier's news up for as little as it can.
    const [found] = await Promise.all([
      this.findInvoices(open),
      noteUnreadCodes(this.ports, inboxOf(open)),
    ])
    const ends = await this.tellOrders(found)
    await inParallel(open, FILES_AT_ONCE, (one) =>
      this.settle(
        one,
        found.filter(({ of }) => of === one),
        ends
      )
    )
    await this.removeOld(open)
    return [...ends.values()].some((end) => end === 'not begun') ? 'more' : 'through'
  }

  /** Some of those whose invoice was not known: that it is now may have been told by an event that got lost. */
  private async waiting(): Promise<readonly InHand[]> {
    const { messages, isDue, newId } = this.ports
    if (!isDue(`waiting, lane ${this.lane}`, LOOKS_AT_WAITING_EVERY_MS)) return []
    const places = await messages.list('waiting', this.lane)
    return this.inHand(someOf(places, WAITING_A_SHIFT, newId()))
  }

  private async removeOld(all: readonly InHand[]): Promise<void> {
    const { messages, isDue } = this.ports
    for (const connector of new Set(all.map(({ place }) => place.connector)))
      if (isDue(`old messages of ${connector}`, LOOKS_FOR_OLD_EVERY_MS))
        await messages.removeOld(connector)
  }

  private async inHand(places: readonly MessagePlace[]): Promise<readonly InHand[]> {
    const read = await inParallel(places, FILES_AT_ONCE, async (place) => {
      this.seen.add(place.id)
      const message = await this.ports.messages.read(place)
      return message && { place, message }
    })
    const now = this.ports.clock.now()
    return read.flatMap((one) => (one && (one.message.notBefore ?? 0) <= now ? [one] : []))
  }

  /** A test has come through the door, was stored and found again: that is all that it shall show. */
  private async withoutTests(all: readonly InHand[]): Promise<readonly InHand[]> {
    const tests = all.filter(({ message }) => message.isTest)
    await inParallel(tests, FILES_AT_ONCE, ({ place, message }) =>
      this.ports.messages.finish(place, endOf(message), [])
    )
    return all.filter(({ message }) => !message.isTest)
  }

  private async findInvoices(all: readonly InHand[]): Promise<readonly Found[]> {
    const parcels = all.flatMap((of) => of.message.parcels.map((report) => ({ of, report })))
    return inParallel(parcels, FILES_AT_ONCE, async ({ of, report }) => ({
      of,
      report,
      invoices: await this.finder.find(report),
    }))
  }

  /** Everything of one order in one hand, however many messages it came in. */
  private async tellOrders(
    found: readonly Found[]
  ): Promise<ReadonlyMap<string, OrderEnds | 'not begun'>> {
    const orders = new Map<string, Map<string, Map<InHand, ParcelReport[]>>>()
    for (const { of, report, invoices } of found)
      for (const { orderId, invoiceNumber } of invoices) {
        const order = orders.get(orderId) ?? new Map<string, Map<InHand, ParcelReport[]>>()
        const invoice = order.get(invoiceNumber) ?? new Map<InHand, ParcelReport[]>()
        orders.set(orderId, order.set(invoiceNumber, invoice))
        invoice.set(of, [...(invoice.get(of) ?? []), report])
      }
    const ends = await inParallel(
      [...orders],
      ORDERS_AT_ONCE,
      async ([orderId, invoices]): Promise<readonly [string, OrderEnds | 'not begun']> => {
        if (this.ports.clock.now() >= this.endsAt) return [orderId, 'not begun']
        const told = new Map(
          [...invoices].map(([invoiceNumber, reports]) => [invoiceNumber, toldIn(reports)] as const)
        )
        const connectors = [...invoices.values()]
          .flatMap((reports) => [...reports.keys()])
          .map(({ place }) => place.connector)
        return [orderId, await tellOrder(this.ports, orderId, told, connectors, this.endsAt)]
      }
    )
    return new Map(ends)
  }

  /** What became of a message: it is through, or waits, or is left for later. */
  private async settle(
    { place, message }: InHand,
    found: readonly Found[],
    ends: ReadonlyMap<string, OrderEnds | 'not begun'>
  ): Promise<void> {
    const { messages, clock } = this.ports
    const now = clock.now()
    let through = message.through
    let notBefore = 0
    const open: ParcelReport[] = []
    const unknown: ParcelReport[] = []
    for (const { report, invoices } of found) {
      const judged = invoices.map((invoice) => judge(message, report, invoice, ends, now))
      const later = judged.filter(({ state }) => state === 'LATER')
      for (const one of judged) {
        if (one.state === 'THROUGH') through = joinedThrough(through, one.through)
        if (one.state === 'LATER') notBefore = Math.max(notBefore, one.notBefore ?? 0)
      }
      if (later.length > 0) open.push(report)
      else if (!judged.some(({ state }) => state === 'THROUGH')) {
        unknown.push(report)
        const why = judged.flatMap((one) => (one.state === 'NOWHERE' ? [one.why] : []))
        through = { ...through, problem: through.problem ?? why.find(Boolean) ?? null }
      }
    }
    const left: CarrierMessage = {
      ...message,
      through,
      parcels: [...open, ...unknown],
      notBefore: notBefore || null,
    }
    const names = namesIn(message.parcels)
    if (left.parcels.length === 0) return messages.finish(place, endOf(left), names)
    if (open.length === 0 && isExpired(message, now))
      return messages.finish(place, endOf(left, through.isWritten ? 'WRITTEN' : 'REFUSED'), names)
    if (open.length === 0 && place.box === 'inbox') return this.wait(place, left, found)
    if (JSON.stringify(left) !== JSON.stringify(message)) await messages.put(place, left)
    if (place.box !== 'waiting') return
    const leftNames = namesIn(left.parcels)
    await messages.awaitNoMore(
      place,
      names.filter((name) => !leftNames.includes(name))
    )
  }

  /** Whoever sees an invoice writes down its names, and then looks who waits; this is the other way round. */
  private async wait(
    place: MessagePlace,
    left: CarrierMessage,
    found: readonly Found[]
  ): Promise<void> {
    const { messages, index } = this.ports
    const end = endOf(left, 'WAITING_FOR_INVOICE')
    await messages.wait(place, left, end, namesIn(left.parcels))
    const unknown = found.flatMap(({ report, invoices }) => (invoices.length === 0 ? [report] : []))
    const finder = new InvoiceFinder(index)
    const known = await inParallel(unknown, FILES_AT_ONCE, async (report) =>
      (await finder.find(report)).length > 0 ? namesOfReport(report) : []
    )
    await callBack(
      this.ports,
      known.flat().map((name) => index.markOf(name))
    )
  }
}

type Judged =
  | { readonly state: 'THROUGH'; readonly through: Through }
  | { readonly state: 'LATER'; readonly notBefore?: number }
  | { readonly state: 'NOWHERE'; readonly why: Through['problem'] }

/** What became of one parcel of a message at one invoice. */
function judge(
  { id, at }: CarrierMessage,
  report: ParcelReport,
  { orderId, invoiceNumber }: NamedInvoice,
  ends: ReadonlyMap<string, OrderEnds | 'not begun'>,
  nowMs: number
): Judged {
  const order = ends.get(orderId)
  if (order === undefined || order === 'not begun') return { state: 'LATER' }
  const { end, problem: why, notBefore } = order.ends.get(invoiceNumber)!
  if (end === 'LATER') return { state: 'LATER', notBefore }
  if (end === 'NOWHERE') return { state: 'NOWHERE', why }
  const known = invoiceOf(order.parcels, invoiceNumber)
  const ahead = aheadOf(known, nowMs)
  const own = eventsOf(report).map(({ mark }) => mark)
  const isAhead = own.some((mark) => ahead.has(mark))
  // Time may tell that the sender's clock was right after all.
  if (isAhead && nowMs - at < LONGEST_AHEAD_MS) return { state: 'LATER' }
  const through: Through = {
    orderIds: [orderId],
    isWritten: known.events.some(({ from, told }) => from === id && told === 'SENT'),
    result: end === 'DONE' ? (isAhead ? 'REFUSED' : null) : end,
    problem: why ?? (isAhead ? problem('DATE_IN_FUTURE') : null),
  }
  return { state: 'THROUGH', through }
}

const LONGEST_AHEAD_MS = 24 * 60 * 60 * 1000

function toldIn(reports: ReadonlyMap<InHand, readonly ParcelReport[]>): readonly Told[] {
  return [...reports].map(([{ message }, of]) => ({ from: message.id, reports: of }))
}

/** As they came; what waits was looked at when it came. */
function inboxOf(all: readonly InHand[]): readonly CarrierMessage[] {
  return all.filter(({ place }) => place.box === 'inbox').map(({ message }) => message)
}

function namesIn(parcels: readonly ParcelReport[]): readonly string[] {
  return [...new Set(parcels.flatMap(namesOfReport))]
}

/** So many in a row, wherever chance begins. */
function someOf<T>(all: readonly T[], most: number, chance: string): readonly T[] {
  if (all.length <= most) return all
  const from = (Number.parseInt(chance, 16) || 0) % all.length
  return [...all.slice(from), ...all].slice(0, most)
}
