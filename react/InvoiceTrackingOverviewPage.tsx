import React from 'react'
import { OverviewView } from './features/overview/OverviewView'

export default function InvoiceTrackingOverviewPage() {
  return <OverviewView />
}
