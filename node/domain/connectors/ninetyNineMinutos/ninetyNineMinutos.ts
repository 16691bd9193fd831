import { objectOf, textOf, type Loose } from '../../values/loose'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { decodeHistory, messageReader, type SentEvent } from '../messageReader'

const NAME = '99minutos'

const CODES: CodeTable = {
  source: 'api-evangelist/99-minutos@e750fa8 asyncapi/99-minutos-webhooks.yml (carriers §1.5)',
  states: {
    1001: 'INFO_RECEIVED',
    1002: 'INFO_RECEIVED',
    2002: 'IN_TRANSIT',
    2003: 'IN_TRANSIT',
    2101: 'EXCEPTION',
    3001: 'IN_TRANSIT',
    3002: 'IN_TRANSIT',
    3003: 'IN_TRANSIT',
    3004: 'IN_TRANSIT',
    4001: 'OUT_FOR_DELIVERY',
    4002: 'DELIVERED',
    4101: 'ATTEMPT_FAILED',
    5001: 'RETURNING',
    5002: 'RETURNED',
    5101: 'RETURNING',
    8001: 'LOST',
    8003: 'CANCELLED',
    8004: 'EXCEPTION',
  },
}

const EXAMPLE = {
  StatusName: 'ON_ROAD_TO_DELIVERY',
  TrackingId: 'TEST004711',
  Events: [
    {
      StatusCode: 4001,
      StatusName: 'ON_ROAD_TO_DELIVERY',
      Data: { comment: '', evidence: [] },
      CreatedAt: '2026-11-09T15:02:00Z',
    },
  ],
}

/** The webhook of 99minutos: the whole history of one parcel, in UTC. @source carriers §1.2 */
export const ninetyNineMinutos: Connector = {
  name: NAME,
  title: '99minutos',
  authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  defaultTimeZone: 'Etc/UTC',
  codes: CODES,
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'How its webhook proves itself is in no source: ask 99minutos to send the header x-carrier-key, without it nothing is taken.',
    'Its events have no place, and no words but the name of their code; comments and photos are not kept.',
    'It knows parcels by tracking number only; an account has two webhooks at most.',
  ],
}

function decode(body: unknown, options: DecodeOptions): Decoded {
  const message = objectOf(body)
  return decodeHistory(messageReader(NAME, CODES, options), {
    trackingNumber: message.TrackingId,
    numberAt: ['TrackingId'],
    events: message.Events,
    eventsAt: ['Events'],
    eventOf,
  })
}

function eventOf(event: Loose, field: SentEvent['field']): SentEvent {
  return {
    codes: [event.StatusCode],
    date: event.CreatedAt,
    // A comment is what a courier typed: names above all.
    descriptions: [textOf(event.StatusName)?.replace(/_/g, ' '), event.StatusCode],
    field,
  }
}
