import { createHmac } from 'node:crypto'
import type { Input } from './contract'

/** Somebody in every message, in whatever field senders put people. */
export const PERSON = {
  name: 'Joana Prazeres',
  document: '123.456.789-09',
  email: 'joana.prazeres@example.com',
  phone: '+55 11 98765-4321',
  signature: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg',
  street: 'Rua das Acácias 77',
} as const
/** No part of it may stand anywhere. */
export const ANYTHING_OF_THE_PERSON =
  /joana|prazeres|123\.?456\.?789-?09|98765-?4321|iVBORw0KGgo|Ac(á|\\u00e1)cias/i

const WHO_TOOK_IT = `Entregue. Recebido por: ${PERSON.name}, CPF ${PERSON.document}, ${PERSON.email}, ${PERSON.phone}`

export interface Sender {
  readonly connector: string
  readonly secret: string
  /** How a body of it is proven. */
  readonly proven: (raw: string, secret: string) => Record<string, string>
  /** A delivery of this parcel at that moment, with a person in it. @param minute of the stand's clock, as ISO text */
  readonly delivered: (trackingNumber: string, minute: string) => Input | string
  /** What it asks while it is being registered, unsigned. */
  readonly probes: readonly { readonly method: string; readonly body?: unknown }[]
}

const SECRET = 'a-secret-of-a-sender-0123456789'
const inHeader =
  (name: string) =>
  (_raw: string, secret: string): Record<string, string> => ({ [name]: secret })
const signed =
  (name: string) =>
  (raw: string, secret: string): Record<string, string> => ({
    [name]: createHmac('sha256', secret).update(raw, 'utf8').digest('base64'),
  })

/** Carriers and hubs as they really send: each with its own proof and shape (carriers §1). */
export const SENDERS: readonly Sender[] = [
  {
    connector: 'intelipost',
    secret: 'store:a-password-of-the-store-77',
    proven: (_raw, secret) => ({
      authorization: `Basic ${Buffer.from(secret).toString('base64')}`,
    }),
    delivered: (trackingNumber, minute) => ({
      history: {
        shipment_order_volume_state: 'DELIVERED',
        shipment_order_volume_state_history: 1_384_656,
        provider_message: WHO_TOOK_IT,
        receiver: PERSON,
        attachments: [{ url: `https://files.example.com/${PERSON.name}.jpg` }],
        event_date_iso: minute,
      },
      end_customer: PERSON,
      tracking_code: trackingNumber,
      volume_number: '1',
    }),
    probes: [],
  },
  {
    connector: 'aftership',
    secret: SECRET,
    proven: signed('aftership-hmac-sha256'),
    delivered: (trackingNumber, minute) => ({
      event: 'tracking_update',
      msg: {
        tracking_number: trackingNumber,
        customer_name: PERSON.name,
        emails: [PERSON.email],
        signed_by: PERSON.name,
        tag: 'Delivered',
        checkpoints: [{ checkpoint_time: minute, message: WHO_TOOK_IT, tag: 'Delivered' }],
      },
    }),
    probes: [{ method: 'POST', body: { event: 'tracking_update', msg: {} } }],
  },
  {
    connector: 'melhor-envio',
    secret: SECRET,
    proven: signed('X-ME-Signature'),
    delivered: (trackingNumber, minute) => ({
      event: 'order.delivered',
      data: {
        id: '9f0c2e0a-1111-4a6b-9c3d-00000000a711',
        status: 'delivered',
        tracking: trackingNumber,
        to: PERSON,
        delivered_at: minute,
      },
    }),
    probes: [{ method: 'GET' }, { method: 'HEAD' }, { method: 'POST', body: {} }],
  },
  {
    connector: 'frenet',
    secret: SECRET,
    proven: inHeader('x-carrier-key'),
    delivered: (trackingNumber, minute) => ({
      TrackingNumber: trackingNumber,
      Recipient: PERSON,
      TrackingEvents: [
        { EventDateTime: minute, EventDescription: WHO_TOOK_IT, EventLocation: '', EventType: '9' },
      ],
    }),
    probes: [],
  },
  {
    connector: 'servientrega',
    secret: SECRET,
    proven: inHeader('x-servientrega-auth'),
    delivered: (trackingNumber, minute) => ({
      NumeroGuia: trackingNumber,
      NumeroTotalPiezas: '1',
      CiudadRemitente: 'BOGOTA',
      CiudadDestinatario: 'MEDELLIN',
      NombreDestinatario: PERSON.name,
      DireccionDestinatario: PERSON.street,
      IDEstadoActualEnvio: '3',
      EstadoActualEnvio: 'ENTREGADO',
      ImagenFirma: PERSON.signature,
      Mov: {
        IDProcesoLogistico: '11',
        NombreProceso: WHO_TOOK_IT,
        CiudadOrigenProceso: 'MEDELLIN',
        CiudadDestinoProceso: 'MEDELLIN',
        FechaProcesoLogistico: minute,
      },
    }),
    probes: [],
  },
  {
    connector: '99minutos',
    secret: SECRET,
    proven: inHeader('x-carrier-key'),
    delivered: (trackingNumber, minute) => ({
      TrackingId: trackingNumber,
      Events: [
        {
          StatusCode: 4002,
          StatusName: 'DELIVERED',
          Data: { comment: WHO_TOOK_IT, evidence: [PERSON.signature], receiver: PERSON },
          CreatedAt: minute,
        },
      ],
    }),
    probes: [],
  },
  {
    connector: 'csv',
    secret: SECRET,
    proven: inHeader('x-carrier-key'),
    delivered: (trackingNumber, minute) =>
      [
        'rastreio;code;data;eventDescription;recebedor;documento',
        [trackingNumber, 'DELIVERED', minute, WHO_TOOK_IT, PERSON.name, PERSON.document].join(';'),
      ].join('\n'),
    probes: [],
  },
]
