import { optionsOf } from '../testing/connectorLaws'
import { aftership } from './aftership/aftership'
import type { Connector } from './connector'
import { frenet } from './frenet/frenet'
import { generic } from './generic/generic'
import { intelipost } from './intelipost/intelipost'
import { melhorEnvio } from './melhorEnvio/melhorEnvio'
import { ninetyNineMinutos } from './ninetyNineMinutos/ninetyNineMinutos'
import { servientrega } from './servientrega/servientrega'

/** Whoever reads a problem looks for its place in the message as it was sent. */

const NUMBER = 'AA123456785BR'
const HUB = { events: [{ date: 'soon', description: 'x' }] }

it.each<[Connector, unknown, string, string]>([
  [aftership, { msg: { checkpoints: [] } }, 'TRACKING_EMPTY', 'msg.tracking_number'],
  [
    aftership,
    { msg: { tracking_number: NUMBER, checkpoints: [{ tag: 'InTransit', message: 'x' }] } },
    'DATE_INVALID',
    'msg.checkpoints.0.date',
  ],
  [
    aftership,
    { msg: { tracking_number: '7,94645E+11', checkpoints: [] } },
    'TRACKING_NUMBER_INVALID',
    'msg.trackingNumber',
  ],
  [frenet, {}, 'TRACKING_EMPTY', 'TrackingNumber'],
  [
    frenet,
    { TrackingNumber: NUMBER, TrackingEvents: [{ EventDescription: 'x' }] },
    'DATE_INVALID',
    'TrackingEvents.0.date',
  ],
  [
    frenet,
    { TrackingNumber: '7,94645E+11', TrackingEvents: [] },
    'TRACKING_NUMBER_INVALID',
    'trackingNumber',
  ],
  [intelipost, { history: {} }, 'INVOICE_NOT_NAMED', ''],
  [intelipost, { tracking_code: NUMBER, history: {} }, 'DATE_INVALID', 'history.date'],
  [melhorEnvio, { event: 'order.delivered', data: { id: '1' } }, 'INVOICE_NOT_NAMED', 'data'],
  [
    servientrega,
    { NumeroGuia: '7,94645E+11', Mov: {} },
    'TRACKING_NUMBER_INVALID',
    'trackingNumber',
  ],
  [ninetyNineMinutos, {}, 'TRACKING_EMPTY', 'TrackingId'],
  [
    ninetyNineMinutos,
    { TrackingId: NUMBER, Events: [{ StatusName: 'x' }] },
    'DATE_INVALID',
    'Events.0.date',
  ],
  [melhorEnvio, { event: 'order.posted', data: {} }, 'TRACKING_EMPTY', 'data.id'],
  [melhorEnvio, { data: { id: '1' } }, 'TRACKING_EMPTY', 'event'],
  [
    melhorEnvio,
    { event: 'order.delivered', data: { id: '1', tracking: NUMBER } },
    'DATE_INVALID',
    'data.date',
  ],
  [servientrega, { Mov: {} }, 'TRACKING_EMPTY', 'NumeroGuia'],
  [servientrega, { NumeroGuia: '1' }, 'TRACKING_EMPTY', 'Mov'],
  [servientrega, { NumeroGuia: '1', Mov: { NombreProceso: 'x' } }, 'DATE_INVALID', 'Mov.date'],
  [generic, { [NUMBER]: HUB }, 'DATE_INVALID', `${NUMBER}.events.0.date`],
  [
    generic,
    { '7,94645E+11': { events: [] } },
    'TRACKING_NUMBER_INVALID',
    '7,94645E+11.trackingNumber',
  ],
])('$name tells the place of what is wrong in %j', (connector, body, code, field) => {
  const { problems } = connector.decode(body, optionsOf(connector))
  expect(problems.map((one) => `${one.code} ${one.field.join('.')}`)).toContain(`${code} ${field}`)
})
