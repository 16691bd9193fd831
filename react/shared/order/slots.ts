import type { ComponentType, ReactNode } from 'react'

import type { OrderSend } from './orderSends'
import type { InvoiceType, Order, Package } from './orderTypes'

/** The open card of the order page: what the page gives to whatever form stands in it. */
export interface InvoiceCardProps {
  order: Order
  type: InvoiceType
  /** The stored invoice whose content the form replaces. */
  replacing: Package | null
  /** Number of an invoice that left no trace and is entered again: it stays as it is. */
  again?: string
  title: ReactNode
  aside?: ReactNode
  /** Stands above the form: handling, or how the last send ended. */
  lead?: ReactNode
  /** Read-only: a send is in the air, or nobody knows yet how it ended. */
  isLocked: boolean
  /** Why nothing can be sent right now, in the button's place. */
  blockedBy?: ReactNode
  onEnd: (send: OrderSend) => void
  onReload: () => void
  onClose?: () => void
}

export type PackageFormName = 'track' | 'events' | 'deliver' | 'undo'

/** A form within the card of one invoice. */
export interface PackageFormProps {
  name: PackageFormName
  order: Order
  parcel: Package
  onEnd: (send: OrderSend) => void
  /** `isDone`: the send went through; else the person gave up. */
  onClose: (isDone?: boolean) => void
}

/** Features know nothing of each other: the page puts them together. */
export interface OrderSlots {
  InvoiceCard: ComponentType<InvoiceCardProps>
  /** For an invoice that left no trace. */
  AgainCard: ComponentType<InvoiceCardProps & { again: string }>
  PackageForm: ComponentType<PackageFormProps>
}
