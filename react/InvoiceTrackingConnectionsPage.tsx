import React from 'react'
import { ConnectionsView } from './features/connections/ConnectionsView'

export default function InvoiceTrackingConnectionsPage() {
  return <ConnectionsView />
}
