import { braspress } from './braspress'
import { adapterFor, pullAdapters } from './adapters'
import { correios } from './correios'
import { jadlog } from './jadlog'
import { ssw } from './ssw'
import { totalExpress } from './totalExpress'

const KEY = '35261111222333000181550010000047111123456787'
const NUMBER = 'AA123456785BR'
const whoFor = (courier: string | null, on = pullAdapters, more = {}) =>
  adapterFor({ courier, trackingNumber: NUMBER, invoiceKey: KEY, ...more }, on)?.name ?? null

it.each([
  ['Correios', correios],
  ['SEDEX 10', correios],
  ['JADLOG .PACKAGE', jadlog],
  ['Braspress Transportes', braspress],
  ['Rodonaves', ssw],
  ['Compacta Cargas', ssw],
])('asks of %s its own', (courier, adapter) => expect(whoFor(courier)).toBe(adapter.name))

it('asks Correios by the form of the number where no carrier is named, else who takes any', () => {
  expect(whoFor(null)).toBe('correios')
  expect(whoFor('', pullAdapters, { trackingNumber: '123' })).toBe('ssw')
})

it('asks nobody who is switched off, nor by what is missing, nor whom all news are asked of', () => {
  expect(whoFor('Correios', [ssw, jadlog])).toBeNull()
  expect(whoFor('Rodonaves', pullAdapters, { invoiceKey: null })).toBeNull()
  expect(whoFor('Total Express', [totalExpress, ssw])).toBeNull()
})
