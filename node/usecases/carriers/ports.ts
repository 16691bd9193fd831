import type { AskingState } from '../../domain/carriers/askingState'
import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import type { OpenParcels } from '../../domain/carriers/openParcels'
import type { CarrierMessage, MessageEnd } from '../../domain/carriers/message'
import type { OrderParcels } from '../../domain/carriers/orderParcels'
import type { UnreadCodes } from '../../domain/carriers/unreadCodes'
import type { PullAnswer, PullRequest } from '../../domain/connectors/pull/pullAdapter'
import type { Clock, ClaimsPort, Log, Ports } from '../ports'

// Every method may throw a domain Fault, unless it says otherwise.

export interface ConnectorsPort {
  /** UNTOUCHED where the store has set nothing. */
  read(connector: string): Promise<ConnectorSettings>
  /** The same of several, in their order. */
  readAll(connectors: readonly string[]): Promise<readonly ConnectorSettings[]>
  /** Applies the change to the newest settings, again where another writer came between. */
  change(
    connector: string,
    change: (settings: ConnectorSettings) => ConnectorSettings
  ): Promise<ConnectorSettings>
}

/** Where a message lies. `inbox`: it is to be worked off. `waiting`: its invoice is not known yet. */
export interface MessagePlace {
  readonly box: 'inbox' | 'waiting'
  readonly lane: number
  readonly id: string
  readonly connector: string
}

/**
 * Messages, each a file of its own under a name that is never used again: whatever is moved is written at its new place
 * before it is removed from the old one, so it is there twice for a moment and never nowhere.
 */
export interface MessagesPort {
  /** Resolves once it is durable. */
  put(place: MessagePlace, message: CarrierMessage): Promise<void>
  /** Oldest first; some hundred at most. Without a lane, of all lanes. */
  list(box: MessagePlace['box'], lane?: number): Promise<readonly MessagePlace[]>
  /** Null where it is gone: somebody else has worked it off. */
  read(place: MessagePlace): Promise<CarrierMessage | null>
  /** What came of it is told; with it the message is worked off. `names`: those that it waited for. */
  finish(place: MessagePlace, end: MessageEnd, names: readonly string[]): Promise<void>
  /** Into the box of those that wait, and told so. `names`: whoever sees an invoice of one of these calls it back. */
  wait(
    place: MessagePlace,
    message: CarrierMessage,
    end: MessageEnd,
    names: readonly string[]
  ): Promise<void>
  /** It does not wait for these names any more. */
  awaitNoMore(place: MessagePlace, names: readonly string[]): Promise<void>
  /** Those that wait for a name of this mark, back into the inbox; the lanes in which they lie then. */
  callBack(nameMark: string): Promise<readonly number[]>
  /** What was told of the newest messages of a connector, newest first. */
  recent(connector: string, first: number): Promise<readonly MessageEnd[]>
  /** Removes what is kept longer than it may be, some of it at a time; true where there may be more. */
  removeOld(connector: string): Promise<boolean>
}

/** An invoice of an order, as carriers' parcels find it. */
export interface NamedInvoice {
  readonly orderId: string
  readonly invoiceNumber: string
}

export interface ParcelIndexPort {
  /** Invoices that bear the name, as far as this app has seen them. */
  find(name: string): Promise<readonly NamedInvoice[]>
  /** Writes down under which names the invoices of an order are found, and calls back the messages that waited for one. */
  see(orderId: string, invoices: readonly SeenInvoice[]): Promise<void>
  /** The invoice does not bear this name any more. */
  forget(name: string, invoice: NamedInvoice): Promise<void>
  /** As nudges name it. */
  markOf(name: string): string
}
export interface SeenInvoice {
  readonly invoiceNumber: string
  readonly names: readonly string[]
}

export interface OrderParcelsPort {
  read(orderId: string): Promise<OrderParcels>
  /** Applies the change to the newest content, again where another writer came between. The change must be pure. */
  change(orderId: string, change: (parcels: OrderParcels) => OrderParcels): Promise<OrderParcels>
}

/** Of all connectors. */
export interface UnreadCodesPort {
  read(): Promise<UnreadCodes>
  /** Applies the change to the newest content, again where another writer came between; null: nothing to do. */
  change(change: (known: UnreadCodes) => UnreadCodes | null): Promise<void>
}

/** A nudge to look at one lane, at messages that wait for a name, or at whom a carrier is to be asked about. */
export type CarrierNudge =
  | { readonly lane: number; readonly again?: number; readonly isRested?: boolean }
  | { readonly marks: readonly string[] }
  | { readonly ask: string }

export interface CarrierEventsPort {
  /** It may come late, out of order, more than once, or never. */
  send(nudge: CarrierNudge): Promise<void>
}

/** Parcels that a carrier is asked about, in pieces. A piece that was lost fills again as orders are looked at. */
export interface OpenParcelsPort {
  read(carrier: string, shard: number): Promise<OpenParcels>
  /** Applies the change to the newest content, again where another writer came between; null: nothing to do. */
  change(
    carrier: string,
    shard: number,
    change: (openParcels: OpenParcels) => OpenParcels | null
  ): Promise<void>
  readState(carrier: string): Promise<AskingState>
  saveState(carrier: string, state: AskingState): Promise<void>
}

/** The line to a carrier's system, to its one host alone. */
export interface CarrierLinePort {
  /** Null where no answer came, or one that is too large. */
  call(request: PullRequest): Promise<PullAnswer | null>
}

export interface CarrierPorts {
  readonly connectors: ConnectorsPort
  readonly messages: MessagesPort
  readonly index: ParcelIndexPort
  readonly parcels: OrderParcelsPort
  readonly openParcels: OpenParcelsPort
  readonly unreadCodes: UnreadCodesPort
  readonly line: CarrierLinePort
  /** What carriers gave for a sign-in, as long as it is taken for good. */
  readonly tokens: {
    get(key: string): string | undefined
    set(key: string, token: string): void
    drop(key: string): void
  }
  readonly events: CarrierEventsPort
  readonly clock: Clock
  readonly log: Log
  /** Letters, digits and hyphens, by chance. */
  readonly newId: () => string
  /** True where this process has not been told so for that long: what is worth doing now and then. */
  readonly isDue: (what: string, everyMs: number) => boolean
}

/** What a handler of events reaches besides. */
export interface LanePorts extends CarrierPorts {
  readonly claims: ClaimsPort
  /** Resolves when the next order may be read in OMS; at once with false where that is after `until`. */
  readonly turn: (until: number) => Promise<boolean>
  /** For one order, on the app's own token, at the pace that all share; the activity names `by`. */
  readonly portsOf: (by: string) => Ports
}
