import { parseInstant, type Instant } from '../domain/values/instant'
import { cents } from '../domain/values/money'
import type { OutgoingInvoice } from '../domain/package/outgoing'
import { readInstant } from './decodeDates'
import { encodeInvoice, encodeListQuery, encodeTracking, encodeTrackingStatus } from './encode'

const at = (text: string) => parseInstant(text) as Instant

const INVOICE: OutgoingInvoice = {
  type: 'OUTPUT',
  invoiceNumber: 'NFe-00481',
  issuanceDate: at('2026-03-01T14:05:09.123-03:00'),
  invoiceValue: cents(2499),
  items: [
    { id: '3301', price: cents(1249), quantity: 2, description: null },
    { id: '9900', price: cents(0), quantity: 1, description: 'Brinde' },
  ],
  invoiceKey: null,
  invoiceUrl: null,
  embeddedInvoice: null,
  courier: null,
  trackingNumber: null,
  trackingUrl: null,
  dispatchedDate: null,
}

describe('encodeInvoice', () => {
  it('writes the least that OMS demands', () => {
    expect(encodeInvoice(INVOICE)).toEqual({
      type: 'Output',
      issuanceDate: '2026-03-01T14:05:09-03:00',
      invoiceNumber: 'NFe-00481',
      invoiceValue: '2499',
      courier: '',
      trackingNumber: '',
      trackingUrl: '',
      items: [
        { id: '3301', price: 1249, quantity: 2 },
        { id: '9900', price: 0, quantity: 1, description: 'Brinde' },
      ],
    })
  })

  it('writes everything that is known, and money of any size as digits', () => {
    const body = encodeInvoice({
      ...INVOICE,
      type: 'INPUT',
      issuanceDate: at('2026-03-01T14:05:09Z'),
      invoiceValue: cents(Number.MAX_SAFE_INTEGER),
      items: [],
      invoiceKey: '31170758731662018088550010006437971006437976',
      invoiceUrl: 'https://casaverde.example/nf/481',
      embeddedInvoice: '\uFEFF<nfeProc/>',
      courier: 'Rapidão',
      trackingNumber: 'RP1',
      trackingUrl: 'https://rapidao.example/RP1',
      dispatchedDate: at('2026-03-02T09:00:00-03:00'),
    })
    const misread = encodeInvoice({ ...INVOICE, embeddedInvoice: 'ï»¿<nfeProc/>' })
    expect(misread.embeddedInvoice).toBe('<nfeProc/>')
    expect(body).toEqual({
      type: 'Input',
      issuanceDate: '2026-03-01T14:05:09+00:00',
      invoiceNumber: 'NFe-00481',
      invoiceValue: '9007199254740991',
      items: [],
      invoiceKey: '31170758731662018088550010006437971006437976',
      invoiceUrl: 'https://casaverde.example/nf/481',
      embeddedInvoice: '<nfeProc/>',
      courier: 'Rapidão',
      trackingNumber: 'RP1',
      trackingUrl: 'https://rapidao.example/RP1',
      dispatchedDate: '2026-03-02T09:00:00-03:00',
    })
  })
})

describe('encodeTracking', () => {
  it('writes the given keys and no others', () => {
    expect(encodeTracking({ trackingNumber: 'RP1', courier: 'Rapidão' })).toEqual({
      trackingNumber: 'RP1',
      courier: 'Rapidão',
    })
    expect(Object.keys(encodeTracking({ trackingUrl: 'https://x.example' }))).toEqual([
      'trackingUrl',
    ])
    expect(encodeTracking({})).toEqual({})
  })

  it('writes null where null is given', () => {
    expect(encodeTracking({ dispatchedDate: null, trackingUrl: null })).toEqual({
      dispatchedDate: null,
      trackingUrl: null,
    })
    expect(encodeTracking({ dispatchedDate: at('2026-03-02T09:00:00Z') })).toEqual({
      dispatchedDate: '2026-03-02T09:00:00+00:00',
    })
  })
})

describe('encodeTrackingStatus', () => {
  it('writes UTC minutes for the delivery and moments for events', () => {
    const body = encodeTrackingStatus({
      isDelivered: true,
      deliveredDate: at('2026-03-05T22:40:59-03:00'),
      events: [
        {
          date: at('2026-03-05T22:40:59.250-03:00'),
          description: 'Entregue',
          city: 'Campinas',
          state: 'SP',
        },
        { date: at('2026-03-04T10:00:00Z'), description: 'Saiu', city: null, state: null },
      ],
    })
    expect(body).toEqual({
      isDelivered: true,
      deliveredDate: '2026-03-06 01:40',
      events: [
        {
          city: 'Campinas',
          state: 'SP',
          description: 'Entregue',
          date: '2026-03-05T22:40:59.250-03:00',
        },
        { city: '', state: '', description: 'Saiu', date: '2026-03-04T10:00:00+00:00' },
      ],
    })
    expect(readInstant(body.deliveredDate)).toBe('2026-03-06T01:40:00Z')
  })

  it('writes null for a delivery that has not been', () => {
    expect(encodeTrackingStatus({ isDelivered: false, deliveredDate: null, events: [] })).toEqual({
      isDelivered: false,
      deliveredDate: null,
      events: [],
    })
  })
})

describe('encodeListQuery', () => {
  const query = {
    statuses: [],
    search: null,
    createdFrom: null,
    createdTo: null,
    page: 1,
    perPage: 25,
  }

  it('asks for newest first and nothing else', () => {
    expect(encodeListQuery(query)).toEqual({ page: 1, per_page: 25, orderBy: 'creationDate,desc' })
  })

  it('joins statuses, drops the plus sign, writes the range in UTC', () => {
    expect(
      encodeListQuery({
        ...query,
        statuses: ['handling', 'start-handling'],
        search: ' ana+loja@casa.example ',
        createdFrom: at('2026-01-01T00:00:00-03:00'),
        createdTo: at('2026-01-31T23:59:59-03:00'),
      })
    ).toMatchObject({
      f_status: 'handling,start-handling',
      q: 'ana loja@casa.example',
      f_creationDate: 'creationDate:[2026-01-01T03:00:00.000Z TO 2026-02-01T02:59:59.000Z]',
    })
  })

  it('closes a range that has one end, two years wide', () => {
    const open = encodeListQuery({ ...query, createdFrom: at('2024-01-01T00:00:00Z') })
    expect(open.f_creationDate).toBe(
      'creationDate:[2024-01-01T00:00:00.000Z TO 2025-12-31T00:00:00.000Z]'
    )
    const closed = encodeListQuery({ ...query, createdTo: at('2025-12-31T00:00:00Z') })
    expect(closed.f_creationDate).toBe(open.f_creationDate)
  })
})
