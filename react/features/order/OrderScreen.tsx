import React, { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useRuntime } from 'vtex.render-runtime'

import { focusFirstControl } from '../../shared/components/focusFirstControl'
import { PageFrame } from '../../shared/components/PageFrame'
import { announce } from '../../shared/components/StatusLine'
import type { OrderSlots } from '../../shared/order/slots'
import '../../shared/order/forms.global.css'
import { queueMemory, useQueueMemory } from '../../shared/sending/queueMemory'
import { useWords } from '../../shared/words/useWords'
import { OrderAttention } from './overview/OrderAttention'
import { OrderHeader } from './OrderHeader'
import { isAllowed, reasonAgainst } from './orderModel'
import './order.global.css'
import { OrderParts } from './OrderParts'
import { OrderSteps } from './overview/OrderSteps'
import { OrderFailed, OrderLoading, OrderMissing } from './PageStates'
import { useOpenForm } from './useOpenForm'
import { useOrderKeys } from './useOrderKeys'
import { useNeighbours } from './useNeighbours'
import { useOrderReading } from './useOrderReading'

/** The page may be mounted anew when its address changes: the same order does not take the focus twice. */
let focusedOrder = ''

/** One order: reads it, and shows what there is to show of it. */
export function OrderScreen({ orderId, slots }: { orderId: string; slots: OrderSlots }) {
  const words = useWords()
  const { account } = useRuntime()
  const reading = useOrderReading(orderId)
  const { order } = reading
  const openForm = useOpenForm(orderId)
  const title = useRef<HTMLHeadingElement>(null)
  const [isStopped, setStopped] = useState(false)

  useQueueMemory()
  const place = queueMemory.placeOf(orderId)
  const stage = order ? order.stage : null
  const neighbours = useNeighbours(place, openForm.queueState)

  useOrderKeys(neighbours)

  useLayoutEffect(() => {
    if (focusedOrder === orderId) return undefined
    focusedOrder = orderId
    if (title.current) title.current.focus()

    return undefined
  }, [orderId])

  useEffect(
    () => () => {
      // Left for good, not only mounted anew.
      setTimeout(() => {
        if (!document.getElementById('order-page')) focusedOrder = ''
      }, 300)
    },
    []
  )

  useEffect(() => {
    if (stage) announce(words('order.opened', { orderId, stage: words(`stage.${stage}`) }))
    // Said once, when the order has come.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [Boolean(stage), orderId])

  const reload = () => {
    setStopped(false)
    void reading.read()
  }
  // The chooser opens only while the press still counts as the person's own.
  const chooseFile = (n: string) => {
    openForm.open({ do: 'replace', n })
    setTimeout(() => {
      const chooser = document.querySelector<HTMLInputElement>('#open input[type="file"]')

      if (chooser) chooser.click()
    }, 0)
  }
  const returnReason = order && reasonAgainst(order, 'NOTIFY_RETURN')
  const canAskReturn =
    order &&
    (isAllowed(order, 'NOTIFY_RETURN') || (returnReason && returnReason.code === 'OMS_FORBIDDEN'))
  const actions = order
    ? [
        ...(canAskReturn
          ? [
              {
                id: 'return',
                label: words('order.register-return'),
                onChoose: () => openForm.open({ do: 'return' }),
              },
            ]
          : []),
        { id: 'refresh', label: words('order.refresh'), onChoose: reload },
      ]
    : []

  return (
    <PageFrame
      skip={{ label: words('order.skip-to-form'), targetId: 'open' }}
      header={
        <OrderHeader
          orderId={orderId}
          order={order}
          titleRef={title}
          place={place}
          queueState={openForm.queueState}
          neighbours={neighbours}
          actions={actions}
          skipTo={order ? () => focusFirstControl('open') : null}
        >
          {order && <OrderSteps order={order} />}
          {order && (
            <OrderAttention
              order={order}
              account={account}
              onLookAgain={reload}
              onChooseFile={chooseFile}
            />
          )}
        </OrderHeader>
      }
    >
      <div id="order-page">
        {order ? (
          <OrderParts
            order={order}
            reading={reading}
            openForm={openForm}
            place={place}
            slots={slots}
          />
        ) : reading.isMissing ? (
          <OrderMissing orderId={orderId} account={account} />
        ) : reading.isLoading && !isStopped ? (
          <OrderLoading onStop={() => setStopped(true)} />
        ) : (
          <OrderFailed
            orderId={orderId}
            failure={isStopped ? null : reading.failure}
            retryIn={isStopped ? null : reading.retryIn}
            onRetry={reload}
          />
        )}
      </div>
    </PageFrame>
  )
}
