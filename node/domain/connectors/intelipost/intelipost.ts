import { epochIn } from '../../parcel/localMoment'
import { isObject, objectOf, textOf, type Loose } from '../../values/loose'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { messageReader, nothingIn } from '../messageReader'

const NAME = 'intelipost'

/**
 * Macro states, and micro states where a store has mapped them. Localised words beside them are for people.
 * DELIVERY_FAILED is an end without a delivery: whether returned or lost only the micro state says.
 */
const CODES: CodeTable = {
  source:
    'intelipost/Magento2@523595e Helper/Data.php, Controller/Webhook/Index.php (carriers §1.5)',
  states: {
    NEW: 'INFO_RECEIVED',
    READY_FOR_SHIPPING: 'INFO_RECEIVED',
    SHIPPED: 'IN_TRANSIT',
    IN_TRANSIT: 'IN_TRANSIT',
    TO_BE_DELIVERED: 'OUT_FOR_DELIVERY',
    CLARIFY_DELIVERY_FAIL: 'ATTEMPT_FAILED',
    DELIVERED: 'DELIVERED',
    DELIVERY_FAILED: 'EXCEPTION',
    CANCELLED: 'CANCELLED',
    CANCELED: 'CANCELLED',
  },
}

const EXAMPLE = {
  history: {
    shipment_order_volume_state: 'IN_TRANSIT',
    shipment_order_volume_state_history: 1384600,
    shipment_volume_micro_state: { id: 2, code: '2', name: 'EM TRANSITO' },
    provider_message: 'Em trânsito',
    location: { city: 'Campinas', state: 'SP' },
    event_date_iso: '2026-11-08T10:00:00.000-03:00',
  },
  invoice: {
    invoice_series: '1',
    invoice_number: '4711',
    invoice_key: '35261111222333000181550010000047111123456787',
  },
  order_number: 'TEST-4711',
  tracking_code: 'TEST000047110BR',
  volume_number: '1',
}

/** The webhook of Intelipost: one event of one volume a call. @source carriers §1.1 */
export const intelipost: Connector = {
  name: NAME,
  title: 'Intelipost',
  // Its panel sets Basic, and headers of one's own beside it; whether VTEX hands on Authorization is in no source.
  authentication: [{ kind: 'BASIC' }, { kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  decode,
  example: JSON.stringify(EXAMPLE, null, 2),
  cannot: [
    'An invoice of several volumes is delivered once each volume that was heard of is: how many there are is not told.',
    'DELIVERY_FAILED is shown as an exception; returned or lost is read once you map the micro state (MICRO:<code>).',
    'Whether it sends again what was not taken is in no source; its log keeps 30 days and sends by hand.',
  ],
}

/** Micro states have numbers of their own, so a store maps them under this prefix. */
const MICRO = 'MICRO:'

function decode(body: unknown, options: DecodeOptions): Decoded {
  const message = objectOf(body)
  const { history } = message
  const reader = messageReader(NAME, CODES, options)
  if (!isObject(history)) reader.tell(nothingIn(['history']))
  else {
    const invoice = objectOf(message.invoice)
    reader.take({
      parcelId: volumeOf(message),
      trackingNumber: message.tracking_code,
      invoiceKey: invoice.invoice_key,
      series: invoice.invoice_series,
      invoiceNumber: invoice.invoice_number,
      events: [eventOf(history, options)],
      field: [],
    })
  }
  return reader.decoded()
}

/** Volumes of one shipment order bear one tracking code each, or all the same. */
function volumeOf({ order_number, volume_number }: Loose): string | null {
  const order = textOf(order_number)
  return order && `${order}/${textOf(volume_number) ?? ''}`
}

function eventOf(history: Loose, options: DecodeOptions) {
  const micro = objectOf(history.shipment_volume_micro_state)
  const macro = textOf(history.shipment_order_volume_state)
  const microCode = textOf(micro.code) ?? textOf(micro.id)
  const location = objectOf(history.location)
  return {
    id: history.shipment_order_volume_state_history,
    codes: [microCode && MICRO + microCode, macro],
    date: history.event_date_iso ?? epochIn(history.event_date, options.timeZone),
    descriptions: [
      history.provider_message,
      history.esprinter_message,
      micro.name,
      micro.default_name,
      history.shipment_order_volume_state_localized,
      macro,
    ],
    city: location.city,
    region: location.state,
    field: ['history'],
  }
}
