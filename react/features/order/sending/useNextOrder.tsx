import React from 'react'
import type { ReactNode } from 'react'

import { aboutOf, lastOf } from '../../../shared/order/orderSends'
import type { Order } from '../../../shared/order/orderTypes'
import { isGoodEnd } from '../../../shared/order/resultModel'
import type { QueueState } from '../../../shared/navigation/urls'
import type { Place } from '../../../shared/sending/queueMemory'
import { useSends } from '../../../shared/sending/sends'
import { NextOrder } from './NextOrder'
import { openCardOf } from '../orderModel'
import { stateOfSend } from './SendResult'
import type { SendWatch } from './useSendWatch'

interface Options {
  order: Order
  place: Place | null
  queueState: QueueState | null
  watch: SendWatch
  /** The form of an invoice's card is open: its button is the screen's first choice. */
  isEditing: boolean
}

/** The way on stands once, with what ended well last: in the card of an invoice, else in the open card. */
export function useNextOrder({ order, place, queueState, watch, isEditing }: Options) {
  const newest = lastOf(useSends(), (send) => send.orderId === order.orderId)
  const isOver = openCardOf(order).kind === 'NONE'
  const holder =
    newest && newest.state !== 'sending' && isOver && isGoodEnd(stateOfSend(newest, watch.now))
      ? aboutOf(newest).invoiceNumber
      : undefined
  const next = (takesFocus: boolean, isQuiet: boolean) => (
    <NextOrder
      place={place}
      queueState={queueState}
      takesFocus={takesFocus}
      isQuiet={isQuiet || isEditing}
    />
  )

  return {
    inOpenCard: (takesFocus: boolean, isQuiet = !takesFocus): ReactNode =>
      holder === undefined ? next(takesFocus, isQuiet) : null,
    inPackage: (invoiceNumber: string): ReactNode =>
      invoiceNumber === holder ? next(false, false) : null,
  }
}
