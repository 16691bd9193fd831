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

  it.each([
    {
      language: 'en',
      found: /^480 of 500 rows can be sent, 20 need attention/,
      cell: (row: number) => `Valor, row ${row}`,
      rehearse: (rows: number) => `Rehearse ${rows} rows`,
      send: 'Send 482 rows',
      done: 'Done',
      save: 'Download the result',
      columns: 'Result;Receipt;Problems',
      sent: 'Sent',
      leftOut: /;Not in the batch;;Valor: This is not an amount/,
      held: 'Nothing was sent. VTEX already has 481 rows.',
    },
    {
      language: 'pt',
      found: /^480 de 500 linhas podem ser enviadas, 20 precisam de atenção/,
      cell: (row: number) => `Valor, linha ${row}`,
      rehearse: (rows: number) => `Simular ${rows} linhas`,
      send: 'Enviar 482 linhas',
      done: 'Concluído',
      save: 'Baixar o resultado',
      columns: 'Resultado;Recibo;Problemas',
      sent: 'Enviada',
      leftOut: /;Fora do lote;;Valor: Isto não é um valor/,
      held: 'Nada foi enviado. A VTEX já tem 481 linhas.',
    },
  ] as const)(
    'is mended, rehearsed, sent, and told in its own columns; a second run sends nothing, in $language',
    async ({ language, ...words }) => {
      const ids = Array.from({ length: 500 }, () => stand.plant(plainPlan()).orderId)
      const file = textFile('notas.csv', lines(ids))
      const person = await browser.person({ language })
      const { page } = person
      const dropped = async (looksFirst: boolean): Promise<void> => {
        const place = await openBatches(person)
        if (looksFirst) await lookAt(person, 'batches')
        await person.drop(place, [file])
        await page.getByText(words.found).first().waitFor(LONG)
      }
      const mended = async (row: number): Promise<void> => {
        const cell = page.getByLabel(words.cell(row), { exact: true })
        await cell.fill('110,00')
        await cell.press('Enter')
        await cell.waitFor({ state: 'detached' })
      }
      await dropped(true)
      await lookAt(person, 'batches-file')
      await mended(2)
      await mended(3)
      await page.getByRole('button', { name: words.rehearse(482) }).click()
      const send = page.getByRole('button', { name: words.send })
      await send.waitFor(LONG)
      expect(await stand.writes()).toEqual([])
      await lookAt(person, 'batches-rehearsed')
      await send.click()
      await untilMarked(person, words.done)
      await lookAt(person, 'batches-done')
      const save = page.getByRole('button', { name: words.save })
      const result = linesOf(await downloaded(person, save))
      expect(result[0]).toBe(`Pedido;Nota;Valor;Cor;${words.columns}`)
      expect(result[1]).toMatch(new RegExp(`^${ids[0]};7000;110,00;'=cmd\\|0;${words.sent};`))
      expect(result[10]).toMatch(words.leftOut)
      expect((await stand.writes()).length).toBe(482)

      await dropped(false)
      await mended(2)
      await page.getByRole('button', { name: words.rehearse(481) }).click()
      await page.getByText(words.held, { exact: true }).waitFor(LONG)
      await lookAt(person, 'batches-rehearsed-again')
      expect((await stand.writes()).length).toBe(482)
    }
  )
})

describe('60 XML in a ZIP, two of other stores, one of a canceled order, one invoiced already', () => {
  it.each([
    {
      language: 'pt',
      found: /^58 de 60 linhas podem ser enviadas, 2 precisam/,
      rehearse: 'Simular 58 linhas',
      send: 'Enviar 56 linhas',
      anySend: /^Enviar/,
      done: 'Concluído',
      held: 'Nada foi enviado. A VTEX já tem 57 linhas. 1 linha precisa de correção.',
    },
    {
      language: 'en',
      found: /^58 of 60 rows can be sent, 2 need/,
      rehearse: 'Rehearse 58 rows',
      send: 'Send 56 rows',
      anySend: /^Send/,
      done: 'Done',
      held: 'Nothing was sent. VTEX already has 57 rows. 1 row needs mending.',
    },
  ] as const)(
    'are matched, rehearsed and sent in at most five interactions, in $language; dropped again, VTEX has them',
    async ({ language, ...words }) => {
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

      const person = await browser.person({ language })
      const { page } = person
      const place = await openBatches(person)
      const interactions = await countInteractions(person)
      await person.drop(place, [zip])
      await page.getByText(words.found).first().waitFor(LONG)
      await lookAt(person, 'batches-xml')
      await page.getByRole('button', { name: words.rehearse }).click()
      await page.getByRole('button', { name: words.send }).click(LONG)
      await untilMarked(person, words.done)
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

      await person.drop(await openBatches(person), [zip])
      await page.getByRole('button', { name: words.rehearse }).click(LONG)
      await page.getByText(words.held).waitFor(LONG)
      expect(await page.getByRole('button', { name: words.anySend }).count()).toBe(0)
      await lookAt(person, 'batches-xml-rehearsed')
      expect((await stand.writes()).length - before).toBe(56)
    }
  )

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
