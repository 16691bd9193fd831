import { objectOf, type Loose } from '../../values/loose'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { decodeHistory, messageReader, type SentEvent } from '../messageReader'
import { placeIn } from '../places'

const NAME = 'frenet'

const CODES: CodeTable = {
  source: 'docs.frenet.com.br, webhook de tracking, EventType (carriers §1.5)',
  states: {
    0: 'IN_TRANSIT',
    1: 'IN_TRANSIT',
    // Late: it moves all the same, and the promise tells that it is late.
    2: 'IN_TRANSIT',
    3: 'RETURNED',
    4: 'LOST',
    5: 'OUT_FOR_DELIVERY',
    9: 'DELIVERED',
    // At the drop-off point of the sender.
    18: 'IN_TRANSIT',
  },
}

const EXAMPLE = {
  OrderId: 'TEST-01',
  ShipmentId: 'FRT-TEST',
  TrackingNumber: 'TEST000047110BR',
  TrackingEvents: [
    {
      EventDateTime: '09/11/2026 09:02',
      EventDescription: 'Objeto saiu para entrega ao destinatário',
      EventLocation: 'Campinas - SP',
      EventType: '5',
    },
  ],
}

/** The webhook of Frenet: the last event of one parcel. @source carriers §1.1 */
export const frenet: Connector = {
  name: NAME,
  title: 'Frenet',
  // Its panel takes name and value of a header; nothing is signed.
  authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'Only the last event comes each time: one that was missed is not sent again.',
    'It has no code for a failed attempt or for pickup: such parcels are shown as under way.',
    'It knows parcels by tracking number only.',
  ],
}

function decode(body: unknown, options: DecodeOptions): Decoded {
  const message = objectOf(body)
  return decodeHistory(messageReader(NAME, CODES, options), {
    trackingNumber: message.TrackingNumber,
    numberAt: ['TrackingNumber'],
    events: message.TrackingEvents,
    eventsAt: ['TrackingEvents'],
    eventOf,
  })
}

function eventOf(event: Loose, field: SentEvent['field']): SentEvent {
  return {
    codes: [event.EventType],
    date: event.EventDateTime,
    descriptions: [event.EventDescription],
    ...placeIn(event.EventLocation),
    field,
  }
}
