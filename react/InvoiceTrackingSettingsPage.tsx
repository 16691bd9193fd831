import React from 'react'
import { SettingsView } from './features/settings/SettingsView'
import { useSettings } from './features/settings/useSettings'

export default function InvoiceTrackingSettingsPage() {
  return <SettingsView settings={useSettings()} />
}
