import { fireEvent, waitFor } from '@vtex/test-tools/react'
import { InMemoryCache } from 'apollo-cache-inmemory'
import { ApolloClient } from 'apollo-client'
import { ApolloLink, Observable } from 'apollo-link'
import React from 'react'
import { ApolloProvider } from 'react-apollo'
import { TextDecoder } from 'util'

import { render } from '../../shared/testing/render'
import { drafts } from '../../shared/sending/drafts'
import { InvoiceCard } from './InvoiceCard'

const KEY = '1'.repeat(44)
const ORDER = {
  orderId: '1-01',
  status: 'handling',
  currency: { code: 'BRL', symbol: 'R$', decimalDigits: 2, locale: 'pt-BR', isAssumed: false },
  timeZone: 'America/Sao_Paulo',
  deliveryChannel: 'delivery',
  value: 42440,
  invoicedValue: 15980,
  remainingValue: 26460,
  attention: [],
  items: [
    {
      itemIndex: 0,
      id: '9',
      name: 'Towel',
      quantity: 5,
      removedQuantity: 0,
      invoicedQuantity: 2,
      remainingQuantity: 3,
    },
  ],
  packages: [{ invoiceNumber: '600401', type: 'OUTPUT', invoiceValue: 15980, version: 'a' }],
}
const WRONG_CUSTOMER = {
  code: 'XML_RECIPIENT_DIFFERS',
  severity: 'WARNING',
  field: ['invoice', 'embeddedInvoice'],
  message: '',
  facts: [],
  differences: [],
}
const READ = {
  kind: 'NFE',
  rootElement: 'nfeProc',
  key: KEY,
  keyIsValid: true,
  number: '77',
  series: '1',
  issuanceDate: '2026-11-20T09:00:00-03:00',
  value: 26460,
  authorized: true,
  protocol: '1',
  testEnvironment: false,
  recipientId: '31522680411',
  cancels: [],
  items: [],
  problems: [],
}
const EVENT = { ...READ, kind: 'OTHER', rootElement: 'procEventoNFe', key: null, number: null }

/** A service that reads a file by its text, checks at once or never, and counts what is sent. */
function serviceOf({ problems = [] as object[], checks = true } = {}) {
  const sent: unknown[] = []
  const answerOf = (name: string, { xml }: Record<string, any>) => {
    if (name === 'Carriers') {
      return { settings: { __typename: 'Settings', carriers: [], defaultCourier: null } }
    }
    if (name === 'CustomersOrders') {
      return { orders: { rows: [{ orderId: '2-01', remainingValue: READ.value }] } }
    }
    if (name === 'ReadFiscalDocument') {
      if (xml.includes('cancel')) return { readFiscalDocument: { ...EVENT, cancels: [KEY] } }
      if (xml.includes('foreign')) {
        const foreign = { ...EVENT, rootElement: 'Comprobante', value: null, authorized: null }

        return { readFiscalDocument: foreign }
      }

      return { readFiscalDocument: READ }
    }

    return {
      previewInvoice: {
        invoiceNumber: '77',
        invoiceValue: 26460,
        issuanceDate: null,
        items: [{ itemIndex: 0, id: '9', name: 'Towel', quantity: 3, price: 7990 }],
        remainingAfter: 0,
        completesOrder: true,
        problems,
      },
    }
  }
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        if (operationName === 'NotifyInvoice') sent.push(variables)
        if (operationName === 'PreviewInvoice' && !checks) return
        observer.next({ data: answerOf(operationName, variables) })
        observer.complete()
      })
  )
  const client = new ApolloClient({
    link,
    cache: new InMemoryCache({ addTypename: false }),
  })

  return { client, sent }
}

function open(service = serviceOf(), over: object = {}) {
  const page = render(
    <ApolloProvider client={service.client}>
      <h1 tabIndex={-1} ref={(title) => title && title.focus()}>
        1-01
      </h1>
      <InvoiceCard
        order={{ ...ORDER, ...over } as never}
        type="OUTPUT"
        replacing={null}
        title="To invoice"
        isLocked={false}
        onEnd={() => undefined}
        onReload={() => undefined}
      />
    </ApolloProvider>
  )
  const drop = (...texts: string[]) => {
    const files = texts.map((text) => new File([text], `${text.slice(1, 8)}.xml`))

    fireEvent.change(page.getByLabelText(/^XML files/), { target: { files } })
  }

  return { ...page, ...service, drop, number: page.getByLabelText('Invoice number') }
}

const has = () => document.activeElement && document.activeElement.id
const text = () => document.body.textContent || ''

beforeAll(() => Object.assign(window, { TextDecoder }))
beforeEach(() => drafts.clear('1-01', 'invoice'))

test('the hand is on the number when the form opens, and the date is one stop', async () => {
  const { getByLabelText, getByText, queryByLabelText } = open()

  await waitFor(() => expect(has()).toBe('invoice-invoiceNumber'))
  expect(queryByLabelText(/^Issue date/)).toBeNull()
  fireEvent.click(getByLabelText('change the issue date'))
  await waitFor(() => expect(has()).toBe('invoice-issuanceDate'))
  getByText('Left empty: now')
})

test('a number that the order holds is said at its field', async () => {
  const { number, getByText } = open()

  fireEvent.change(number, { target: { value: ' 600401 ' } })
  getByText(/already has invoice 600401: R\$159\.80/)
  await waitFor(() => getByText('as registered'))
})

test('with nothing chosen there is nothing to send', async () => {
  const { sent, getByText, getByLabelText, number } = open()

  fireEvent.change(number, { target: { value: '5' } })
  fireEvent.click(getByLabelText('by items'))
  fireEvent.click(getByText('None'))
  expect(getByText('Choose items to invoice').closest('button')).toHaveAttribute(
    'aria-disabled',
    'true'
  )
  fireEvent.click(getByText('Choose items to invoice'))
  await waitFor(() => expect(text()).toMatch(/Choose at least one unit/))
  expect(sent).toEqual([])
})

test('after a file the hand is on the tracking number, whatever the check does', async () => {
  const { drop, getByLabelText } = open(serviceOf({ checks: false }))

  getByLabelText('Invoice number').focus()
  drop('<nfeProc/>')
  await waitFor(() => expect(has()).toBe('invoice-trackingNumber'))
  expect(getByLabelText('Invoice number')).toHaveValue('77')
})

test.each([
  ['together', [['<nfeProc/>', '<cancel/>']]],
  ['the event first', [['<cancel/>'], ['<nfeProc/>']]],
  ['the event after', [['<nfeProc/>'], ['<cancel/>']]],
])('a document and its cancellation, %s: it does not go out unasked', async (_how, drops) => {
  const { drop, sent, getByText, getByLabelText } = open(serviceOf({ checks: false }))

  for (const files of drops) {
    const before = text()

    drop(...files)
    await waitFor(() => expect(text()).not.toBe(before))
    await waitFor(() => expect(text()).not.toMatch(/Reading /))
    if (files.includes('<cancel/>')) await waitFor(() => getByText(/counts as canceled here/))
  }
  await waitFor(() => getByLabelText(/not authorized by the tax office: it was canceled/))
  fireEvent.click(getByText(/^Invoice 3 of 3 units/))
  await waitFor(() => expect(document.activeElement).toHaveAttribute('type', 'checkbox'))
  expect(sent).toEqual([])
})

test('the XML of another customer is red, leads to that customer, and changes no amount', async () => {
  const value = {
    ...WRONG_CUSTOMER,
    code: 'VALUE_LEAVES_REMAINDER',
    field: ['invoice', 'invoiceValue'],
  }
  const { drop, getByText, getByLabelText, queryByText } = open(
    serviceOf({ problems: [WRONG_CUSTOMER, value] })
  )

  drop('<nfeProc/>')
  await waitFor(() => getByLabelText(/made out to another customer/))
  expect(getByLabelText(/made out to another customer/).closest('.it-tick--wrong')).not.toBeNull()
  getByText('Find that customer’s orders')
  await waitFor(() => getByText('Open order 2-01, which matches this XML'))
  expect(queryByText(/^Add /)).toBeNull()
})

test('a number left empty is missed within the form, not by who presses something else first', async () => {
  const required = { ...WRONG_CUSTOMER, code: 'INVOICE_NUMBER_REQUIRED', severity: 'ERROR' }
  const problems = [{ ...required, field: ['invoice', 'invoiceNumber'] }]
  const { number, getByText, getByLabelText, queryByText } = open(serviceOf({ problems }))
  const leaveFor = (relatedTarget: HTMLElement) => {
    fireEvent.focus(number)
    fireEvent.blur(number, { relatedTarget })
  }

  const elsewhere = document.body.appendChild(document.createElement('button'))

  leaveFor(elsewhere)
  await waitFor(() => getByText(/^Invoice 3 of 3 units, /))
  expect(queryByText(/^Enter the invoice number/)).toBeNull()
  leaveFor(getByLabelText('Value'))
  await waitFor(() => getByText(/^Enter the invoice number/))
  elsewhere.remove()
})

test('an XML that is not read is attached, and asks for what it does not say', async () => {
  const { drop, getByText, number } = open()

  drop('<foreign/>')
  await waitFor(() => getByText(/will be attached as it is/))
  expect(number).toHaveValue('')
})

test('a PDF is called what it is', async () => {
  const { drop, getByText } = open()

  drop('%PDF-1.7')
  await waitFor(() => getByText(/this is the DANFE in PDF; drop its XML/))
})

test('an order that the customer collects is not asked for tracking', () => {
  const { getByText, queryByLabelText } = open(serviceOf(), { deliveryChannel: 'pickup-in-point' })

  expect(queryByLabelText(/^Tracking number/)).toBeNull()
  fireEvent.click(getByText('Add tracking anyway'))
  expect(queryByLabelText(/^Tracking number/)).not.toBeNull()
})
