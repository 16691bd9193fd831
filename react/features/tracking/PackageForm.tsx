import React from 'react'

import type { PackageFormProps } from '../../shared/order/slots'
import './tracking.global.css'
import { StatusForm } from './StatusForm'
import { TrackingForm } from './TrackingForm'

/** The form that a package's card opens: its tracking, its events, or its delivery alone. */
export function PackageForm({ name, ...props }: PackageFormProps) {
  if (name === 'track') return <TrackingForm {...props} />

  return <StatusForm {...props} isDeliveryOnly={name === 'deliver'} />
}
