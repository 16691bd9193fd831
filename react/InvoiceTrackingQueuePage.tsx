import React from 'react'
import { QueueView } from './features/order-queue/QueueView'
import { useOrderQueue } from './features/order-queue/useOrderQueue'

export default function InvoiceTrackingQueuePage() {
  return <QueueView queue={useOrderQueue()} />
}
