import fc from 'fast-check'
import { givenInvoice, givenStatus, givenTracking } from './givenBodies'

const readers = { givenInvoice, givenTracking, givenStatus }

describe('bodies that others send to OMS', () => {
  it.each(Object.entries(readers))(
    '%s reads whatever JSON holds, and throws nothing',
    (_name, read) => {
      fc.assert(
        fc.property(fc.jsonValue(), (body) => {
          const { wrong } = read(body)
          const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
          if (!isObject) expect(wrong).toContainEqual({ field: [], wanted: 'an object' })
        })
      )
    }
  )

  it('says the same of a number and of its digits in a text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 99 }),
        (cents, count) => {
          const body = (value: unknown, quantity: unknown) => ({
            invoiceNumber: String(cents),
            invoiceValue: value,
            items: [{ id: '7', quantity, price: value }],
          })
          const given = givenInvoice(body(cents, count))
          expect(given.wrong).toEqual([])
          expect(
            givenInvoice({ ...body(String(cents), String(count)), invoiceNumber: cents })
          ).toEqual(given)
        }
      )
    )
  })

  it('says the same of null, an empty text and a field that is left out', () => {
    const names = [
      'invoiceNumber',
      'invoiceValue',
      'issuanceDate',
      'invoiceKey',
      'embeddedInvoice',
      'courier',
      'trackingNumber',
      'dispatchedDate',
      'items',
    ]
    for (const name of names) {
      expect(givenInvoice({ [name]: null })).toEqual(givenInvoice({}))
      if (name !== 'items') expect(givenInvoice({ [name]: '' })).toEqual(givenInvoice({}))
    }
    expect(givenInvoice({ items: [] })).toEqual(givenInvoice({}))
  })

  it.each([
    ['2026-03-01T10:00:00-0300', '2026-03-01T10:00:00-03:00'],
    ['2026-03-01 10:00', '2026-03-01T10:00:00Z'],
    ['2026-03-01', '2026-03-01T00:00:00Z'],
    ['Sun, 01 Mar 2026 10:00:00 GMT', '2026-03-01T10:00:00Z'],
    ['2026-03-01T10:00:00.1234567+00:00', '2026-03-01T10:00:00.123+00:00'],
    ['yesterday', 'yesterday'],
  ])('reads a date as OMS does: %s', (text, date) => {
    expect(givenInvoice({ issuanceDate: text }).command.issuanceDate).toBe(date)
    expect(givenStatus({ events: [{ date: text }] }).command.events[0]!.date).toBe(date)
  })

  it('takes both spellings of the XML and of the dispatch', () => {
    expect(givenInvoice({ embededInvoice: '<a/>' }).command.embeddedInvoice).toBe('<a/>')
    expect(givenTracking({ dispatchDate: '2026-03-01' }).command.dispatchedDate).toBe(
      '2026-03-01T00:00:00Z'
    )
  })

  it('names the field of what is no such thing, by its place', () => {
    expect(
      givenInvoice({ type: 'Both', courier: {}, items: [{ id: '7', quantity: 1.5 }, 3] }).wrong
    ).toEqual([
      { field: ['type'], wanted: '"Output" or "Input"' },
      { field: ['courier'], wanted: 'a text' },
      { field: ['items', '0', 'quantity'], wanted: 'a whole number' },
      { field: ['items', '1'], wanted: 'an object' },
    ])
    expect(givenStatus({ isDelivered: 'perhaps', events: {} }).wrong).toEqual([
      { field: ['events'], wanted: 'a list' },
      { field: ['isDelivered'], wanted: 'true or false' },
    ])
  })
})
