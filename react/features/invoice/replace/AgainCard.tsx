import React, { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'

import { Card } from '../../../shared/components/Card'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Skeleton } from '../../../shared/components/Skeleton'
import type { Failure } from '../../../shared/graphql/failure'
import type {
  PreviewInvoiceQuery,
  PreviewInvoiceQueryVariables,
} from '../../../shared/graphql/generated'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import type { InvoiceCardProps } from '../../../shared/order/slots'
import { useOrderFormat } from '../../../shared/order/useOrderFormat'
import { InvoiceCard } from '../InvoiceCard'
import PREVIEW_INVOICE from '../previewInvoice.graphql'
import { draftOfSent, orderBefore, sentBefore } from './sentBefore'
import type { SentBefore } from './sentBefore'

/**
 * An invoice that left no trace, entered again under its number: the form holds what the service wrote down of it, and
 * offers what it took besides what is open.
 */
export function AgainCard(props: InvoiceCardProps & { again: string }) {
  const { order, type, again, isLocked, title, lead } = props
  const { orderId } = order
  const format = useOrderFormat(order)
  const [sent, setSent] = useState<SentBefore | null | undefined>(undefined)
  // Mounted with a send of its own under way: the form is kept as it was sent, and needs nothing that is read here.
  const [wasHeld] = useState(isLocked)
  const isOpen = wasHeld || sent !== undefined
  const [failure, setFailure] = useState<Failure | null>(null)
  const read = usePanelRead<PreviewInvoiceQuery, PreviewInvoiceQueryVariables>(PREVIEW_INVOICE)

  const look = useCallback(async () => {
    setFailure(null)
    const answer = await read({ orderId, invoice: { type, invoiceNumber: again } })

    if (answer.ok) setSent(sentBefore(answer.data.previewInvoice, order.items))
    else setFailure(answer.failure)
    // The lines of the moment it was opened, or let go: what is read later counts the same units.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [read, orderId, type, again, isLocked])

  // While it is held the order does not count what is asked for.
  useEffect(() => {
    if (!isLocked) void look()
  }, [look, isLocked])

  // The title that had the focus while this was read has gone with the grey blocks.
  useLayoutEffect(() => {
    const heading = document.getElementById('open-title')

    if (isOpen && heading && document.activeElement === document.body) heading.focus()
  }, [isOpen])

  // While it is held, the order is the one that the form was sent with.
  const before = useMemo(
    () => (sent && !isLocked ? orderBefore(order, again, type, sent) : order),
    [order, again, type, sent, isLocked]
  )

  if (!isOpen) {
    return (
      <Card id="open" title={title}>
        {lead}
        {failure ? (
          <FailureNotice failure={failure} onRetry={look} />
        ) : (
          <Skeleton rows={4} height={48} />
        )}
      </Card>
    )
  }

  return (
    <InvoiceCard
      {...props}
      order={before}
      initial={draftOfSent(again, type, sent ?? null, before, format)}
    />
  )
}
