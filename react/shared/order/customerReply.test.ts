import { customerReply, withoutPersons } from './customerReply'

const order = {
  orderId: '1300-01',
  stage: 'IN_TRANSIT',
  customerName: 'Ana Figueira',
  delivery: { recipient: 'Bento Figueira' },
  deliveryChannel: 'delivery',
  marketplace: null,
  currency: { code: 'BRL', symbol: 'R$', decimalDigits: 2, locale: 'pt-BR', isAssumed: false },
  timeZone: 'America/Sao_Paulo',
  estimatedDelivery: '2026-03-05T12:00:00Z',
}
const parcel = {
  courier: 'Correios',
  trackingNumber: 'AA123456785BR',
  isDelivered: false,
  deliveredDate: null,
  events: [
    {
      date: '2026-03-03T12:12:00Z',
      dateText: '03/03',
      description: 'Saiu para entrega',
      city: 'São Paulo',
      state: 'SP',
    },
  ],
}
const now = Date.parse('2026-03-04T12:00:00Z')
const link = 'https://example.com/AA123456785BR'
const asked = { order, parcel, link, language: 'en-US', now }
/** Of an order with one parcel. */
const reply = (over: Partial<Record<keyof typeof asked, unknown>> = {}) => {
  const { parcel: one, link: itsLink, ...of } = { ...asked, ...over }
  return customerReply({ ...of, parcels: [{ parcel: one, link: itsLink }] } as never)
}
const replyTo = (stage: string, parcels: object[] = [], over: object = {}) =>
  customerReply({ ...asked, order: { ...order, stage, ...over }, parcels } as never).split('\n')

test('says carrier, number, link, last event and promise in the language of the order', () => {
  expect(reply().split('\n')).toEqual([
    'Olá!',
    'Seu pedido 1300-01 foi enviado pela transportadora Correios.',
    'Código de rastreio: AA123456785BR',
    'Acompanhe aqui: https://example.com/AA123456785BR',
    'Última atualização: 3 de mar, 09:12, Saiu para entrega, São Paulo SP',
    'Previsão de entrega: 5 de mar',
  ])
})

test.each([
  ['es-MX', '¡Hola!'],
  ['en-US', 'Hello!'],
  ['fr-FR', 'Hello!'],
])('speaks to a customer of %s', (locale, hello) => {
  expect(reply({ order: { ...order, currency: { ...order.currency, locale } } })).toContain(hello)
})

test('speaks the admin’s language where the order names none', () => {
  const silent = { ...order, currency: { ...order.currency, locale: null } }
  expect(reply({ order: silent, language: 'es' })).toContain('¡Hola!')
})

test('says what there is, and promises nothing that has come', () => {
  const delivered = {
    ...parcel,
    courier: null,
    events: [],
    isDelivered: true,
    deliveredDate: '2026-03-04T10:00:00Z',
  }
  expect(reply({ parcel: delivered, link: null }).split('\n')).toEqual([
    'Olá!',
    'Seu pedido 1300-01 foi entregue em 4 de mar.',
    'Código de rastreio: AA123456785BR',
  ])
})

test('names the number that a marketplace’s customer knows', () => {
  expect(reply({ order: { ...order, marketplace: { orderId: 'MLB-7' } } })).toContain('MLB-7')
})

test.each([
  ['TO_HANDLE', 'Seu pedido 1300-01 está em preparação.'],
  ['PARTIALLY_INVOICED', 'Seu pedido 1300-01 está em preparação.'],
  ['TO_SHIP', 'Seu pedido 1300-01 está embalado e será enviado em breve.'],
])('says where an order stands of which nothing is on its way: %s', (stage, sentence) => {
  const invoiced = {
    parcel: { ...parcel, trackingNumber: null, courier: null, events: [] },
    link: null,
  }
  expect(replyTo(stage, [invoiced])).toEqual(['Olá!', sentence, 'Previsão de entrega: 5 de mar'])
})

test('promises no shipping of what is collected, and nothing of what was canceled', () => {
  expect(replyTo('TO_SHIP', [], { deliveryChannel: 'pickup-in-point' })[1]).toMatch(/em preparação/)
  expect(replyTo('CANCELED', [{ parcel, link }])).toEqual([
    'Olá!',
    'Seu pedido 1300-01 foi cancelado.',
  ])
})

test('tells of several parcels each that is not there yet, five at most', () => {
  const way = (at: number, isDelivered: boolean) => ({
    parcel: { ...parcel, trackingNumber: `N${at}`, isDelivered },
    link: at === 1 ? link : null,
  })
  const some = [way(0, true), ...[1, 2, 3, 4, 5, 6].map((at) => way(at, false))]
  expect(replyTo('IN_TRANSIT', some)).toEqual([
    'Olá!',
    'Seu pedido 1300-01 vai em 7 pacotes; entregues: 1.',
    `– Correios N1 ${link}`,
    '– Correios N2',
    '– Correios N3',
    '– Correios N4',
    '– Correios N5',
    'Previsão de entrega: 5 de mar',
  ])
})

test.each([
  ['Entregue, recebido por MARIA SOUZA, RG 1234567', 'Entregue'],
  ['Recebido por: porteiro', ''],
  ['Delivered. Signed for by J. Doe', 'Delivered'],
  ['Recebedor: Carlos', ''],
  ['Entregue a Ana', ''],
  ['Deixado com BENTO', ''],
  ['Documento 315.226.804-11 conferido', ''],
  ['CPF conferido', ''],
  ['Objeto entregue ao destinatário', 'Objeto entregue ao destinatário'],
  ['Saiu para entrega', 'Saiu para entrega'],
])('holds no name and no document: %s', (said, left) => {
  expect(withoutPersons(said, ['Ana Figueira', 'Bento Figueira', null])).toBe(left)
})

test('leaves out what an event says of persons, and says when and where it was', () => {
  const [event] = parcel.events
  const told = { ...parcel, events: [{ ...event, description: 'Recebido por Ana Figueira' }] }
  expect(reply({ parcel: told })).toContain('Última atualização: 3 de mar, 09:12, São Paulo SP')
  expect(reply({ parcel: told })).not.toMatch(/Ana|Figueira|Bento/)
})
