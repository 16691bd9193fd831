import { isObject, objectOf, textOf, type Loose } from '../../values/loose'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { decodeHistory, messageReader, type SentEvent } from '../messageReader'

const NAME = 'aftership'

/**
 * Tags, and subtags where they say more: "Exception" stands for returned, held and undelivered alike. Its page names
 * Exception_002 and _003; _011 is "returned to sender" in public integrations, _010 is taken for the way there.
 */
const CODES: CodeTable = {
  source:
    'aftership.com/docs/tracking/enum/delivery-statuses and …/delivery-sub-statuses (carriers §1.5)',
  states: {
    Pending: 'INFO_RECEIVED',
    InfoReceived: 'INFO_RECEIVED',
    InTransit: 'IN_TRANSIT',
    OutForDelivery: 'OUT_FOR_DELIVERY',
    AttemptFail: 'ATTEMPT_FAILED',
    AvailableForPickup: 'AVAILABLE_FOR_PICKUP',
    Delivered: 'DELIVERED',
    Exception: 'EXCEPTION',
    Exception_002: 'ATTEMPT_FAILED',
    Exception_003: 'ATTEMPT_FAILED',
    Exception_010: 'RETURNING',
    Exception_011: 'RETURNED',
    // Thirty days without news: nothing is known.
    Expired: 'UNKNOWN',
  },
  needsPerson: ['Exception_002', 'Exception_003'],
}

const EXAMPLE = {
  ts: 1794245520,
  event: 'tracking_update',
  event_id: '00000000-0000-4000-8000-00000000a711',
  msg: {
    id: 'test',
    tracking_number: 'TEST000047110BR',
    slug: 'ups',
    tag: 'InTransit',
    checkpoints: [
      {
        checkpoint_time: '2026-11-08T11:40:00',
        city: 'Campinas',
        state: 'SP',
        message: 'Arrived at facility',
        tag: 'InTransit',
        subtag: 'InTransit_003',
      },
    ],
  },
}

/** The webhook of AfterShip: the whole history of one parcel each time. @source carriers §1.3 */
export const aftership: Connector = {
  name: NAME,
  title: 'AfterShip',
  authentication: [{ kind: 'HMAC', header: 'aftership-hmac-sha256', encoding: 'base64' }],
  secretFrom: 'PROVIDER',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  probe: { methods: ['POST'], isProbe: (body) => isObject(body) && parcelIn(body) === null },
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'Times of many carriers come without an offset; all of them are read in the one zone that is set.',
    'A return or a loss is told by the subtag alone; other exceptions are shown as such and never as returned.',
    'It knows parcels by tracking number only.',
  ],
}

function parcelIn(message: Loose): Loose | null {
  const parcel = objectOf(message.msg)
  return textOf(parcel.tracking_number) === null ? null : parcel
}

function decode(body: unknown, options: DecodeOptions): Decoded {
  const parcel = parcelIn(objectOf(body))
  return decodeHistory(messageReader(NAME, CODES, options), {
    trackingNumber: parcel?.tracking_number,
    numberAt: ['msg', 'tracking_number'],
    events: parcel?.checkpoints,
    eventsAt: ['msg', 'checkpoints'],
    eventOf: checkpointOf,
  })
}

function checkpointOf(checkpoint: Loose, field: SentEvent['field']): SentEvent {
  const { tag, subtag } = checkpoint
  return {
    // One id stands in the whole message: it is the webhook's, not an event's (carriers §3).
    codes: [subtag, tag],
    date: checkpoint.checkpoint_time,
    descriptions: [checkpoint.message, checkpoint.subtag_message, tag],
    city: checkpoint.city,
    region: checkpoint.state,
    field,
  }
}
