import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { LONGEST_SEND_MS, UNKNOWN_FOR_MS } from '../../node/domain/journal/waiting'
import { decodeOcoren } from '../../node/domain/connectors/ocoren/ocoren'
import { isSafeInvoiceNumber } from '../../node/domain/package/invoiceNumber'
import { OCOREN_HEADER, readOcoren } from '../../react/features/batches/files/readOcoren'
import { carrierLinks, isAsked } from '../../node/domain/connectors/links'
import { DOOR_MAY_ACCEPT } from '../../node/domain/problem/doorAccepts'
import { PARCEL_STATES } from '../../node/domain/parcel/parcelState'
import { finish } from '../../react/features/batches/files/sheet'
import { doorChoices } from '../../react/features/settings/doorChoices'
import { isUnaddressable } from '../../react/features/order/orderModel'
import { PARCEL_STATES as STATES_OFFERED } from '../../react/features/connections/pane/connectionModel'
import { LONGEST_LOCK_MS } from '../../react/shared/sending/unanswered'

/** Service and panel are built apart: the rules that both know are held equal here. */

it('the panel keeps a form locked as long as the service would, where that cannot be asked', () => {
  expect(LONGEST_LOCK_MS).toBe(LONGEST_SEND_MS + UNKNOWN_FOR_MS)
})

it('a number that the service takes for one that VTEX can address is one to the panel', () => {
  const signs = fc.constantFrom(
    'A',
    'z',
    '0',
    '9',
    '-',
    '_',
    ' ',
    '/',
    '.',
    '#',
    'é',
    'Ａ',
    '\n',
    ''
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(signs).map((some) => some.join('')),
        fc.string()
      ),
      (number) => {
        const parcel = { invoiceNumber: number, type: 'OUTPUT' as const, allowedActions: [] }
        expect(isUnaddressable(parcel)).toBe(!isSafeInvoiceNumber(number))
      }
    )
  )
})

it('a code of OCOREN says and delivers the same in a file on the page and in one that a carrier posts', () => {
  const codes = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'))
  for (const code of codes.filter((one) => one !== '67'))
    for (const remark of ['00', '01', '02', '03', '  ']) {
      const line = `342112223330001811  00004711${code}091120261352${remark}`.padEnd(120)
      const [{ cells }] = finish(readOcoren(line)).rows
      const cell = (name: string) => cells[OCOREN_HEADER.indexOf(name)]
      const options = { timeZone: 'America/Sao_Paulo', codes: new Map() }
      const [{ events }] = decodeOcoren('ocoren', line, options).parcels
      expect([code, remark, cell('eventDescription'), cell('isDelivered') === 'TRUE']).toEqual([
        code,
        remark,
        events[0].description,
        events[0].state === 'DELIVERED',
      ])
    }
})

it('every state that a carrier may tell can be given to a code', () => {
  expect([...STATES_OFFERED].sort()).toEqual([...PARCEL_STATES].sort())
})

it('the warnings that a store may let the door take each have a box in the settings, in one order', () => {
  expect(doorChoices).toEqual(DOOR_MAY_ACCEPT)
})

it.each(carrierLinks)('connection $name has its words in the panel', (link) => {
  // How one is connected that is asked, is said by what it wants to be given.
  const kinds = isAsked(link) ? ['limits'] : ['title', 'setup', 'limits']
  const credentials = isAsked(link) ? link.credentials : []
  for (const language of ['en', 'pt', 'es']) {
    const messages = JSON.parse(
      readFileSync(join(__dirname, '..', '..', 'messages', `${language}.json`), 'utf8')
    ) as Record<string, string>
    const keys = [
      ...kinds.map((kind) => `${kind}.${link.name}`),
      ...credentials.map((name) => `credential.${name}`),
    ]
    for (const key of keys)
      expect(messages).toHaveProperty([`admin/invoice-tracking.connections.${key}`])
  }
})
