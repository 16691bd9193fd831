import { demoInvoiceXml } from '../demo/fiscal'
import { ANA } from '../demo/people'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import {
  cellsOf,
  downloaded,
  LONG,
  openBatches,
  textFile,
  untilMarked,
  workbookOf,
  type DroppedFile,
} from './harness/batches'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)

it('a workbook comes back as a workbook, also where the page may have no worker', async () => {
  const [first, second] = [1, 2].map(() => stand.plant(plainPlan()).orderId) as [string, string]
  const person = await browser.person()
  await person.alters(() => {
    Object.assign(window, {
      Worker: class {
        constructor() {
          throw new Error('refused by the content security policy')
        }
      },
    })
  })
  const { page } = person
  const file = workbookOf('notas.xlsx', [
    ['Pedido', 'Nota', 'Valor', 'Chave'],
    [first, 'A1', 110, ''],
    [second, 'A2', 110, 3.52e43],
  ])
  await person.drop(await openBatches(person), [file])
  await page.getByText(/The spreadsheet has shortened this number/).waitFor(LONG)
  await page.getByRole('button', { name: 'Send 1 row now' }).click()
  await untilMarked(person, 'Done')
  const save = page.getByRole('button', { name: 'Download the result' })
  const result = await downloaded(person, save)
  expect(result.name).toBe('notas-result.xlsx')
  expect(cellsOf(result.bytes)).toEqual([
    ['Pedido', 'Nota', 'Valor', 'Chave', 'Result', 'Receipt', 'Problems'],
    [first, 'A1', '110', '', 'Sent', expect.stringMatching(/^[0-9A-F]{32}$/i), ''],
    [
      second,
      'A2',
      '110',
      expect.any(String),
      'Not in the batch',
      '',
      expect.stringContaining('Chave'),
    ],
  ])
})

it('a template is dropped as it was downloaded: its rows are read, and no store has its orders', async () => {
  const person = await browser.person({ language: 'es' })
  const { page } = person
  const place = await openBatches(person)
  const file = await downloaded(
    person,
    page.getByRole('button', { name: 'Seguimiento', exact: true })
  )
  expect(file.name).toBe('Seguimiento.xlsx')
  await person.drop(place, [file])
  await page.getByText('Se pueden enviar 0 de 2 filas, 2 necesitan atención.').first().waitFor(LONG)
  await page
    .getByText('Ningún pedido coincide (0000000000000-01).', { exact: false })
    .first()
    .waitFor()
})

describe('a carrier’s list', () => {
  const pad = (line: string, width: number): string => line.padEnd(width, ' ')
  const yesterday = (): string => {
    const [year, month, day] = new Date(stand.now() - 30 * 3_600_000)
      .toISOString()
      .slice(0, 10)
      .split('-')
    return `${day}${month}${year}`
  }
  const files: Record<string, () => DroppedFile> = {
    '3.1': () =>
      textFile('ocoren.txt', [
        pad('000TRANSPORTADORA EXEMPLO', 120),
        pad('340OCORR091120001', 120),
        pad('34199888777000166TRANSPORTADORA', 120),
        pad(`342112223330001811  0000471198${yesterday()}091000CHEGADA NA FILIAL`, 120),
        pad(`342112223330001811  0000471101${yesterday()}135200`, 120),
      ]),
    '5.0': () =>
      textFile('ocoren.txt', [
        pad('000TRANSPORTADORA', 250),
        pad('540OCORR500911001', 250),
        pad('54199888777000166TRANSPORTADORA', 250),
        pad(`542112223330001811  000004711001${yesterday()}135200`, 250),
        pad('543RECEBIDO NA PORTARIA', 250),
        pad('5490001', 250),
      ]),
  }

  it.each(Object.keys(files))('OCOREN %s delivers the invoices that it names', async (version) => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: '000004711',
      trackingNumber: 'AA123456785BR',
    })
    const person = await browser.person({ language: 'pt' })
    const { page } = person
    await person.drop(await openBatches(person), [files[version]!()])
    const send = page.getByRole('button', { name: 'Enviar 1 linha agora' })
    await send.waitFor(LONG)
    await page.getByText('encontrado pela nota').or(page.getByText(orderId)).first().waitFor()
    if (version === '5.0') await lookAt(person, 'batches-ocoren')
    await send.click()
    await untilMarked(person, 'Concluído')
    const [sent] = (await stand.writes()).filter(
      ({ operation }) => operation === 'UpdateTrackingStatus'
    )
    expect(sent!.body).toMatchObject({ isDelivered: true })
  })
})

it('two orders that fit a document are offered, and the one that is chosen is sent', async () => {
  const lines = [{ ...plainPlan().lines[0]!, price: 7_777 }]
  const orders = [48, 47].map((hoursAgo) => stand.plant(plainPlan({ lines, hoursAgo })))
  await stand.pass(10 * 60_000)
  const issuedAt = stand.now() - 3_600_000
  const xml = demoInvoiceXml(orders[0]!, { number: 8200, issuedAt }).replace(
    /<(xPed|infCpl)>.*?<\/\1>/g,
    ''
  )
  const person = await browser.person()
  const { page } = person
  await person.drop(await openBatches(person), [textFile('nota.xml', [xml])])
  const choice = page.getByLabel('Which order is nota.xml for?')
  await choice.waitFor(LONG)
  await page.getByText('2 orders fit. Choose one.').waitFor()
  await lookAt(person, 'batches-candidates')
  expect(await choice.innerText()).toContain(ANA.firstName)
  await choice.selectOption(orders[0]!.orderId)
  await page.getByRole('button', { name: 'Send 1 row now' }).click(LONG)
  await untilMarked(person, 'Done')
  const held = orders.map(
    ({ orderId }) => (stand.stored(orderId).packageAttachment?.packages ?? []).length
  )
  expect(held).toEqual([1, 0])
})
