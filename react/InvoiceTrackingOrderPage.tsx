import React from 'react'
import { useRuntime } from 'vtex.render-runtime'

import { AgainCard } from './features/invoice/replace/AgainCard'
import { InvoiceCard } from './features/invoice/InvoiceCard'
import { OrderScreen } from './features/order/OrderScreen'
import { PackageForm } from './features/tracking/PackageForm'

const SLOTS = { AgainCard, InvoiceCard, PackageForm }

/** Puts the features of the order page together; each order has its own screen. */
function InvoiceTrackingOrderPage() {
  const { route } = useRuntime()
  const orderId = route.params.orderId || ''

  return <OrderScreen key={orderId} orderId={orderId} slots={SLOTS} />
}

export default InvoiceTrackingOrderPage
