import { customerReply } from './customerReply'

const order = {
  orderId: '1300-01',
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
const reply = (over: object = {}) =>
  customerReply({ order, parcel, link, language: 'en-US', now, ...over } as never)

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
