import { objectOf, textOf, type Loose } from '../../values/loose'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { messageReader, nothingIn } from '../messageReader'

const NAME = 'melhor-envio'

/** Steps of a label's life. "undelivered" is read in three ways by who uses it; it is no delivery in any of them. */
const CODES: CodeTable = {
  source: 'docs.melhorenvio.com.br, webhooks order.*, and gh:67118507435 (carriers §1.5)',
  states: {
    'order.created': 'INFO_RECEIVED',
    'order.pending': 'INFO_RECEIVED',
    'order.released': 'INFO_RECEIVED',
    'order.ready-to-print': 'INFO_RECEIVED',
    'order.generated': 'INFO_RECEIVED',
    'order.received': 'IN_TRANSIT',
    'order.posted': 'IN_TRANSIT',
    'order.delivered': 'DELIVERED',
    'order.undelivered': 'EXCEPTION',
    'order.paused': 'EXCEPTION',
    'order.suspended': 'EXCEPTION',
    'order.cancelled': 'CANCELLED',
    'order.canceled': 'CANCELLED',
    'order.expired': 'CANCELLED',
  },
}

/** The message has a step and no words; these are what the customer reads. */
const WORDS: Readonly<Record<string, string>> = {
  'order.received': 'Recebido no ponto de postagem',
  'order.posted': 'Objeto postado',
  'order.delivered': 'Objeto entregue',
  'order.undelivered': 'Objeto não entregue',
  'order.paused': 'Envio pausado',
  'order.suspended': 'Envio suspenso',
  'order.cancelled': 'Envio cancelado',
  'order.canceled': 'Envio cancelado',
  'order.expired': 'Etiqueta expirada',
}

/** Stamps of the steps that have one. */
const STAMPS: Readonly<Record<string, string>> = {
  'order.created': 'created_at',
  'order.released': 'paid_at',
  'order.generated': 'generated_at',
  'order.posted': 'posted_at',
  'order.delivered': 'delivered_at',
  'order.cancelled': 'canceled_at',
  'order.canceled': 'canceled_at',
  'order.expired': 'expired_at',
}

const EXAMPLE = {
  event: 'order.posted',
  data: {
    id: '00000000-0000-4000-8000-00000000a711',
    status: 'posted',
    tracking: 'TEST000047110BR',
    posted_at: '2026-11-06 09:15:02',
  },
}

/** The webhook of Melhor Envio: one step of one label. @source carriers §1.1 */
export const melhorEnvio: Connector = {
  name: NAME,
  title: 'Melhor Envio',
  // Base64: in hex no message would ever pass (carriers §1.1, §5.13).
  authentication: [{ kind: 'HMAC', header: 'x-me-signature', encoding: 'base64' }],
  secretFrom: 'PROVIDER',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  // Saving the address there sends a question without a signature, and fails without a 2xx.
  probe: { methods: ['GET', 'HEAD', 'POST'], isProbe: (body) => labelIn(body) === null },
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'It tells steps of the label: no scans, no place, no failed attempt, no return.',
    'Only labels that were bought through the very app of Melhor Envio whose webhook this is.',
    'A label is heard of once it has a tracking number; in which zone its times are is not documented.',
    'A label of a return looks like any other: give it to no outgoing invoice.',
  ],
}

function labelIn(body: unknown): Loose | null {
  const data = objectOf(objectOf(body).data)
  return textOf(data.id) === null ? null : data
}

function decode(body: unknown, options: DecodeOptions): Decoded {
  const reader = messageReader(NAME, CODES, options)
  const label = labelIn(body)
  const step = textOf(objectOf(body).event)?.toLowerCase() ?? null
  if (label === null || step === null) {
    reader.tell(nothingIn(label === null ? ['data', 'id'] : ['event']))
    return reader.decoded()
  }
  // A label has its number once it is posted. What came before, nobody can be told of.
  const isEarly = textOf(label.tracking) === null && CODES.states[step] === 'INFO_RECEIVED'
  if (!isEarly)
    reader.take({
      parcelId: textOf(label.id),
      trackingNumber: label.tracking,
      events: [
        {
          // Each step comes once in a label's life; not every one has a stamp.
          id: step,
          codes: [step],
          date: label[STAMPS[step] ?? ''] ?? options.receivedAt,
          descriptions: [WORDS[step], step],
          field: ['data'],
        },
      ],
      field: ['data'],
    })
  return reader.decoded()
}
