import type { SeenZone } from '../../domain/account/timeVerdicts'
import type { Order } from '../../domain/order/order'
import type { OrderList } from '../../domain/package/outgoing'
import type { Caller, Clock, ListQuery } from '../ports'

// What the account check may reach. Nothing here writes to OMS. Every method may throw a domain Fault.

/** Files of VBase that belong to the check alone, in a bucket of its own: no claim and no journal is near. */
export interface ProbeFilesPort {
  /** Asked for no cached answer, as the app's own stores ask. Null where VBase says that there is no such file. */
  read(path: string): Promise<{ readonly content: number; readonly version: string } | null>
  /** `saved`, or the HTTP status of the refusal. @param version null: whatever stands there */
  save(path: string, content: number, version: string | null): Promise<'saved' | number>
  /** Whether the listing of the bucket names it. */
  isListed(path: string): Promise<boolean>
  remove(path: string): Promise<void>
}

/** OMS with the token of whoever pressed the button. */
export interface OmsReadsPort {
  list(query: ListQuery): Promise<OrderList>
  get(orderId: string): Promise<Order | null>
  /** The header Date of an answer. @unit epoch milliseconds; null where there is none */
  date(): Promise<number | null>
}

/** OMS with the app's own token. */
export interface OwnReadsPort {
  /** An order that the list names, read by itself; null where it names none. */
  firstOrder(): Promise<string | null>
}

export interface AccountCheckPorts {
  readonly files: ProbeFilesPort
  readonly oms: OmsReadsPort
  readonly own: OwnReadsPort
  readonly zone: () => Promise<SeenZone>
  readonly caller: Pick<Caller, 'has'>
  readonly clock: Clock
  readonly newId: () => string
}
