import React from 'react'

import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import type {
  CustomersOrdersQuery,
  CustomersOrdersQueryVariables,
} from '../../../shared/graphql/generated'
import { usePanelQuery } from '../../../shared/graphql/usePanelQuery'
import { usePanelNavigation } from '../../../shared/navigation/usePanelNavigation'
import { firstQueueState } from '../../../shared/navigation/urls'
import { queueMemory } from '../../../shared/sending/queueMemory'
import { useWords } from '../../../shared/words/useWords'
import type { InvoiceFormState } from '../useInvoiceForm'
import CUSTOMERS_ORDERS from './customersOrders.graphql'
import { matchingOrder } from './documentMatch'

/** Where a document of another customer belongs: the link to that order, once it is known to be the only one. */
export function MatchingOrder({ state }: { state: InvoiceFormState }) {
  const words = useWords()
  const { toOrder } = usePanelNavigation()
  const { order, draft, problemsAt } = state
  const isOthers = problemsAt('document').some(({ code }) => code === 'XML_RECIPIENT_DIFFERS')
  const recipient = (isOthers && draft.document?.read.recipientId) || ''
  const { data } = usePanelQuery<CustomersOrdersQuery, CustomersOrdersQueryVariables>(
    CUSTOMERS_ORDERS,
    { variables: { document: recipient }, skip: !recipient }
  )
  const value = draft.document ? draft.document.read.value : null
  const orderId = recipient && data && matchingOrder(data.orders.rows, value, order.orderId)

  if (!orderId) return null
  const memory = queueMemory.get()

  return (
    <p className="mv0 t-small">
      <PanelAnchor link={toOrder(orderId, memory ? memory.state : firstQueueState)}>
        {words('invoice.matching-order', { orderId })}
      </PanelAnchor>
    </p>
  )
}
