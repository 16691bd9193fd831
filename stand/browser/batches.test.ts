import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { demoInvoiceXml } from '../demo/fiscal'
import { rowsOf } from '../e2e/harness/batches'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { countInteractions } from './harness/interactions'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

/** Of the panel's own library, which is not the workbench's. */
interface Zip {
  zipSync(files: Record<string, Uint8Array>): Uint8Array
}
const { zipSync } = createRequire(join(__dirname, '../../react/package.json'))('fflate') as Zip

const open = (person: Person) => person.open('/admin/invoice-tracking/batches')

describe('a CSV of many rows', () => {
  it('is mended in place, rehearsed, sent, and comes back as a file with its own columns', async () => {
    const ids = Array.from({ length: 500 }, () => stand.plant(plainPlan()).orderId)
    const lines = ids.map((id, at) => `${id};${7000 + at};${at < 20 ? 'ten' : '110,00'};=cmd|${at}`)
    const csv = ['Pedido;Nota;Valor;Cor', ...lines].join('\n')
    const person = await browser.person()
    const { page } = person
    await open(person)
    const place = page.getByRole('region', { name: 'Files for a batch' })
    await place.waitFor()
    await lookAt(person, 'batches')
    await person.drop(place, [{ name: 'notas.csv', bytes: Buffer.from(csv) }])
    await page
      .getByText(/^480 of 500 rows can be sent, 20 need attention/)
      .first()
      .waitFor()
    await lookAt(person, 'batches-file')
    for (const row of [2, 3]) {
      const cell = page.getByLabel(`Valor, row ${row}`, { exact: true })
      await cell.fill('110,00')
      await cell.press('Enter')
      await cell.waitFor({ state: 'detached' })
    }
    await page
      .getByText(/^482 of 500 rows can be sent/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Rehearse 482 rows' }).click()
    const send = page.getByRole('button', { name: 'Send 482 rows' })
    await send.waitFor()
    expect(await stand.writes()).toEqual([])
    await lookAt(person, 'batches-rehearsed')
    await send.click()
    await person.hears(/^Done$/)
    await lookAt(person, 'batches-done')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the result' }).click()
    const result = readFileSync((await (await saving).path())!, 'utf8').split('\r\n')
    expect(result[0]).toBe('\ufeffPedido;Nota;Valor;Cor;Result;Receipt;Problems')
    expect(result[1]).toMatch(new RegExp(`^${ids[0]};7000;110,00;'=cmd\\|0;Sent;`))
    expect(result[10]).toMatch(/;Not in the batch;;Valor: This is not an amount/)
    expect((await stand.writes()).length).toBe(482)
  })
})

describe('60 XML in a ZIP, two of other stores, one of a canceled order, one invoiced already', () => {
  it('are matched, rehearsed and sent in at most five interactions', async () => {
    const orders = Array.from({ length: 58 }, (_, at) =>
      stand.plant(plainPlan(at === 0 ? { status: 'canceled' } : {}))
    )
    const elsewhere = Array.from({ length: 2 }, (_, at) => ({
      ...orders[57]!,
      orderId: `888888888800${at}-01`,
      sequence: `8888880${at}`,
    }))
    const documents = [...orders, ...elsewhere].map((order, at) =>
      demoInvoiceXml(order, { number: 8000 + at })
    )
    await stand.admin.notifyInvoice(orders[1]!.orderId, { embeddedInvoice: documents[1]! })
    const before = (await stand.writes()).length
    const entries = documents.map(
      (xml, at) => [`notas/${at}.xml`, Uint8Array.from(Buffer.from(xml))] as const
    )
    const zip = Buffer.from(zipSync(Object.fromEntries(entries)))

    const person = await browser.person({ language: 'pt' })
    const { page } = person
    await open(person)
    const place = page.getByRole('region', { name: 'Arquivos para um lote' })
    await place.waitFor()
    const interactions = await countInteractions(person)
    await person.drop(place, [{ name: 'notas.zip', bytes: zip }])
    await page
      .getByText(/^58 de 60 linhas podem ser enviadas, 2 precisam/)
      .first()
      .waitFor()
    await lookAt(person, 'batches-xml')
    await page.getByRole('button', { name: 'Simular 58 linhas' }).click()
    await page.getByRole('button', { name: 'Enviar 56 linhas' }).click()
    await person.hears(/^Concluído$/)
    expect((await interactions.soFar()).length).toBeLessThanOrEqual(5)
    await lookAt(person, 'batches-xml-done')
    expect((await stand.writes()).length - before).toBe(56)
    const { batchId } = (await stand.admin.batches()).batches[0]!
    const outcomes = new Map(
      (await rowsOf(stand.admin, batchId)).map((row) => [row.orderId, row.outcome])
    )
    expect(orders.map(({ orderId }) => outcomes.get(orderId))).toEqual([
      'REFUSED',
      'ALREADY_APPLIED',
      ...Array<string>(56).fill('APPLIED'),
    ])
  })

  it('one that another of the files cancels stays behind, and says why', async () => {
    const [kept, canceled] = [1, 2].map((at) =>
      demoInvoiceXml(stand.plant(plainPlan()), { number: 8100 + at })
    ) as [string, string]
    const [, key] = /Id="NFe(\d{44})"/.exec(canceled)!
    const event =
      '<procEventoNFe><evento><infEvento>' +
      `<chNFe>${key}</chNFe><tpEvento>110111</tpEvento></infEvento></evento>` +
      `<retEvento><infEvento><cStat>135</cStat><chNFe>${key}</chNFe></infEvento></retEvento></procEventoNFe>`
    const person = await browser.person()
    const { page } = person
    await open(person)
    const place = page.getByRole('region', { name: 'Files for a batch' })
    await place.waitFor()
    const files = { 'a.xml': canceled, 'b.xml': kept, 'c.xml': event }
    await person.drop(
      place,
      Object.entries(files).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) }))
    )
    await page
      .getByText(/^1 of 2 rows can be sent, 1 needs attention/)
      .first()
      .waitFor()
    await page.getByText('A cancellation of this invoice is among the files.').first().waitFor()
    await page.getByText(/^1 file was left out .*c\.xml/).waitFor()
  })
})

it('shows batches to who may only look, and no way to start one', async () => {
  const person = await browser.person({ as: 'local-viewer' })
  await open(person)
  await person.page.getByText(/You can see batches/).waitFor()
  expect(await person.page.getByRole('button', { name: 'Choose files' }).count()).toBe(0)
})
