import { QueueState } from '../../shared/navigation/urls'
import { RowEnd, RunKind } from '../../shared/sending/tickedRun'
import { QueueLine, QueueRow } from './queueTypes'

/** What table and cards share: the same lines, the same acts. */
export interface ListProps {
  lines: QueueLine[]
  state: QueueState
  selected: Readonly<Record<string, QueueRow>>
  /** What the run did or does whose ends the rows tell. */
  runKind: RunKind
  ends: Readonly<Record<string, RowEnd>>
  rereading: Readonly<Record<string, string>>
  isBusy: boolean
  /** What the order of the rows may be said to be. */
  lateFirst: 'QUEUE' | 'PAGE' | null
  onTick: (orderId: string) => void
  onTickAll: (isTicked: boolean) => void
  onRange: (orderId: string) => void
  onOpen: (orderId: string) => void
  onInvoice: (orderId: string) => void
  onRetryRow: (orderId: string) => void
  onRetryRun: (orderId: string) => void
}
