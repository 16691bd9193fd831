import React from 'react'
import { BatchesView } from './features/batches/BatchesView'

export default function InvoiceTrackingBatchesPage() {
  return <BatchesView />
}
