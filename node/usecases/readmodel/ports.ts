import type { OrderDocument } from '../../domain/readmodel/orderDocument'
import type { ReadModel } from '../../domain/readmodel/readModel'
import type { Instant } from '../../domain/values/instant'
import type { ClaimsPort, Clock, Log, Ports } from '../ports'

/** Documents of orders in Master Data. What is put, noted and removed is there at once; what is listed follows later. */
export interface OrderDocumentsPort {
  /**
   * Has Master Data take our documents; nothing happens where it does. Without 'anew' it is not asked where this process
   * has seen it taken. @errors Fault MASTERDATA
   */
  prepare(how?: 'anew'): Promise<void>
  /** 'newer': what is stored was asked for at the same time or later, and stays. @errors Fault MASTERDATA */
  put(document: OrderDocument): Promise<'stored' | 'newer'>
  /**
   * The order is to be read by then, whether there is a document of it or not; what else a document says stays.
   * @errors Fault MASTERDATA
   */
  note(orderId: string, refreshDue: Instant): Promise<void>
  /** Null where there is none. @errors Fault MASTERDATA */
  find(orderId: string): Promise<KeptOrder | null>
  /** Nothing happens where there is none. @errors Fault MASTERDATA */
  remove(orderId: string): Promise<void>
  /**
   * Orders that are to be read again, the longest overdue first, and those that were delivered too long ago.
   * @errors Fault MASTERDATA
   */
  due(by: Instant, deliveredBefore: Instant, most: number): Promise<readonly string[]>
  /** Whichever there are. @errors Fault MASTERDATA */
  some(most: number): Promise<readonly string[]>
  /** @errors Fault MASTERDATA */
  count(): Promise<number>
  /** Takes away what `prepare` made. @errors Fault MASTERDATA */
  dismantle(): Promise<void>
}

export interface KeptOrder {
  /** Null where it was only noted. */
  readonly readAt: Instant | null
  readonly refreshDue: Instant | null
  readonly closed: Instant | null
}

/** The read model's switch and progress, one for an account. */
export interface ReadModelPort {
  read(): Promise<ReadModel>
  /** Applies the change to the newest content, again where another writer came between. The change must be pure. */
  change(change: (newest: ReadModel) => ReadModel): Promise<ReadModel>
}

export interface ReadModelPorts {
  readonly documents: OrderDocumentsPort
  readonly readModel: ReadModelPort
  readonly clock: Clock
  readonly log: Log
  /**
   * Calls a handler that works on it. MORE: at once, for more is known to be done. LOOKED: once a minute. It may come
   * late, more than once, or never. Never fails.
   */
  readonly nudge: (why: 'LOOKED' | 'MORE') => Promise<void>
}

/** What the handler reaches that works on it: nobody waits for it, and no person's token is there. */
export interface ReadModelWorkPorts extends ReadModelPorts {
  readonly claims: ClaimsPort
  /** Resolves when the next order may be read in OMS; at once with false where that is after `until`. */
  readonly turn: (until: number) => Promise<boolean>
  /** For one order, on the app's own token, at the pace that all share; the activity names `by`. */
  readonly portsOf: (by: string) => Ports
}
