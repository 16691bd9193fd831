import { demoInvoiceXml } from '../demo/fiscal'
import { rowsOf } from '../e2e/harness/batches'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import {
  downloaded,
  linesOf,
  LONG,
  openBatches,
  textFile,
  untilMarked,
  zipOf,
} from './harness/batches'
import { useBrowser } from './harness/browser'
import { countInteractions } from './harness/interactions'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)

describe('a CSV of 500 rows, 20 of them bad', () => {
  const lines = (ids: readonly string[]): string[] => [
    'Pedido;Nota;Valor;Cor',
    ...ids.map((id, at) => `${id};${7000 + at};${at < 20 ? 'ten' : '110,00'};=cmd|${at}`),
  ]

  it('is mended, rehearsed, sent, and told in its own columns; a second run, in Portuguese, sends nothing', async () => {
    const ids = Array.from({ length: 500 }, () => stand.plant(plainPlan()).orderId)
    const file = textFile('notas.csv', lines(ids))
    const person = await browser.person()
    const { page } = person
    const place = await openBatches(person)
    await lookAt(person, 'batches')
    await person.drop(place, [file])
    const found = page.getByText(/^480 of 500 rows can be sent, 20 need attention/).first()
    await found.waitFor(LONG)
    await lookAt(person, 'batches-file')
    for (const row of [2, 3]) {
      const cell = page.getByLabel(`Valor, row ${row}`, { exact: true })
      await cell.fill('110,00')
      await cell.press('Enter')
      await cell.waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'Rehearse 482 rows' }).click()
    const send = page.getByRole('button', { name: 'Send 482 rows' })
    await send.waitFor(LONG)
    expect(await stand.writes()).toEqual([])
    await lookAt(person, 'batches-rehearsed')
    await send.click()
    await untilMarked(person, 'Done')
    await lookAt(person, 'batches-done')
    const save = page.getByRole('button', { name: 'Download the result' })
    const result = linesOf(await downloaded(person, save))
    expect(result[0]).toBe('Pedido;Nota;Valor;Cor;Result;Receipt;Problems')
    expect(result[1]).toMatch(new RegExp(`^${ids[0]};7000;110,00;'=cmd\\|0;Sent;`))
    expect(result[10]).toMatch(/;Not in the batch;;Valor: This is not an amount/)
    expect((await stand.writes()).length).toBe(482)

    const other = await browser.person({ language: 'pt' })
    const lugar = await openBatches(other)
    await other.drop(lugar, [file])
    const again = other.page.getByRole('button', { name: 'Enviar 480 linhas agora' })
    await again.waitFor(LONG)
    await lookAt(other, 'batches-file')
    const cell = other.page.getByLabel('Valor, linha 2', { exact: true })
    await cell.fill('110,00')
    await cell.press('Enter')
    await other.page.getByRole('button', { name: 'Simular 481 linhas' }).click()
    await other.page.getByText(/^Nada foi enviado\. A VTEX já tem 481 linhas\.$/).waitFor(LONG)
    await lookAt(other, 'batches-rehearsed')
    expect((await stand.writes()).length).toBe(482)
  })
})

describe('60 XML in a ZIP, two of other stores, one of a canceled order, one invoiced already', () => {
  it('are matched, rehearsed and sent in at most five interactions; then, in English, VTEX has them', async () => {
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
    const zip = zipOf(
      'notas.zip',
      Object.fromEntries(documents.map((xml, at) => [`notas/${at}.xml`, xml]))
    )

    const person = await browser.person({ language: 'pt' })
    const { page } = person
    const place = await openBatches(person)
    const interactions = await countInteractions(person)
    await person.drop(place, [zip])
    const found = page.getByText(/^58 de 60 linhas podem ser enviadas, 2 precisam/).first()
    await found.waitFor(LONG)
    await lookAt(person, 'batches-xml')
    await page.getByRole('button', { name: 'Simular 58 linhas' }).click()
    await page.getByRole('button', { name: 'Enviar 56 linhas' }).click(LONG)
    await untilMarked(person, 'Concluído')
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

    const other = await browser.person()
    await other.drop(await openBatches(other), [zip])
    const rehearse = other.page.getByRole('button', { name: 'Rehearse 58 rows' })
    await rehearse.waitFor(LONG)
    await lookAt(other, 'batches-xml')
    await rehearse.click()
    await other.page
      .getByText('Nothing was sent. VTEX already has 57 rows. 1 row needs mending.')
      .waitFor(LONG)
    expect(await other.page.getByRole('button', { name: /^Send/ }).count()).toBe(0)
    await lookAt(other, 'batches-xml-rehearsed')
    expect((await stand.writes()).length - before).toBe(56)
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
    const files = { 'a.xml': canceled, 'b.xml': kept, 'c.xml': event }
    await person.drop(
      await openBatches(person),
      Object.entries(files).map(([name, xml]) => textFile(name, [xml]))
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
  await person.open('/admin/invoice-tracking/batches')
  await person.page.getByText(/You can see batches/).waitFor()
  expect(await person.page.getByRole('button', { name: 'Choose files' }).count()).toBe(0)
})
