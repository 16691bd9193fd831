import React from 'react'

import type { PackageFormProps } from '../../shared/order/slots'
import './tracking.global.css'
import { StatusForm } from './StatusForm'
import { TrackingForm } from './TrackingForm'

const STATUS_FORMS = { events: 'EVENTS', deliver: 'DELIVERY', undo: 'UNDO' } as const

/** The form that a package's card opens: its tracking, its events, or its delivery alone. */
export function PackageForm({ name, ...props }: PackageFormProps) {
  if (name === 'track') return <TrackingForm {...props} />

  return <StatusForm {...props} about={STATUS_FORMS[name]} />
}
