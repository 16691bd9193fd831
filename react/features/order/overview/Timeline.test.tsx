import React from 'react'

import { render } from '../../../shared/testing/render'
import type { TrackingEvent } from '../../../shared/order/orderTypes'
import { Timeline } from './Timeline'

const event = (description: string, parcelState: TrackingEvent['parcelState']): TrackingEvent => ({
  date: '2026-03-02T22:40:00Z',
  dateText: '2026-03-02T22:40:00Z',
  description,
  city: 'Cajamar',
  state: 'SP',
  parcelState,
})

test("an event says what its carrier's code means, unless its words do", () => {
  const { container } = render(
    <Timeline
      events={[
        event('Saiu para entrega ao destinatário', 'OUT_FOR_DELIVERY'),
        event('em trânsito', 'IN_TRANSIT'),
        event('Ocorrência 91', 'UNKNOWN'),
        event('Postado', null),
      ]}
      invoiceNumber="1"
      timeZone="America/Sao_Paulo"
    />,
    { language: 'pt' }
  )
  const told = Array.from(container.querySelectorAll('.it-timeline__what')).map(
    (one) => one.textContent
  )

  expect(told).toEqual([
    'Saiu para entrega: Saiu para entrega ao destinatário, Cajamar SP',
    'em trânsito, Cajamar SP',
    'Ocorrência 91, Cajamar SP',
  ])
})
