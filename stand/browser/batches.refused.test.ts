import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { downloaded, linesOf, LONG, openBatches, textFile } from './harness/batches'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)

it('says in Spanish why nothing of a file goes, and what to do next', async () => {
  const [first, second] = [1, 2].map(() => stand.plant(plainPlan()).orderId) as [string, string]
  const file = textFile('notas.csv', [
    'Pedido;Nota;Chave;Rastreio',
    `${first};8001;;AA123456785BR`,
    `${second};8002;;`,
    ';8003;3,52E+43;',
  ])
  const person = await browser.person({ language: 'es' })
  const { page } = person
  await person.drop(await openBatches(person), [file])
  await page.getByText('Se puede enviar 1 de 3 filas, 2 necesitan atención.').first().waitFor(LONG)
  await page.getByText(/^Solo está el número de factura\. Para registrarla falta/).waitFor()
  await lookAt(person, 'batches-file')
  await page.getByRole('button', { name: 'Simular 1 fila' }).click()
  await page.getByText('No se envió nada. Hay que corregir 1 fila.').waitFor(LONG)
  await page.getByText(/^Corrige esa fila en el archivo y suéltalo de nuevo/).waitFor()
  await page
    .getByText(
      'El pedido no tiene esa factura: todavía no tiene ninguna. Para registrarla aquí, agrega su valor o su clave de acceso a la fila'
    )
    .waitFor()
  expect(await page.getByRole('button', { name: /^Enviar/ }).count()).toBe(0)
  await lookAt(person, 'batches-refused')
})

it('accepts a warning for all rows, with the file chosen again after a reload', async () => {
  const ids = Array.from({ length: 6 }, () => stand.plant(plainPlan()).orderId)
  const lines = [
    'Pedido;Nota;Valor;Cor',
    ...ids.map((id, at) => `${id};${9000 + at};${at < 2 ? '110,00' : '100,00'};c${at}`),
  ]
  const person = await browser.person()
  const { page } = person
  const send = (rows: number) =>
    page.getByRole('button', { name: `Send ${rows} rows`, exact: true })
  const save = page.getByRole('button', { name: 'Download the result' })
  await person.drop(await openBatches(person), [textFile('notas.csv', lines)])
  await page.getByRole('button', { name: 'Rehearse 6 rows' }).click(LONG)
  const box = page.getByRole('checkbox', { name: /^4 rows, such as row 4: 10\.00 would be left/ })
  await box.waitFor(LONG)
  await lookAt(person, 'batches-warnings')
  await send(2).waitFor()

  // The page is loaded anew: neither it nor the service has the file.
  await page.reload()
  await send(2).waitFor(LONG)
  expect(await box.count()).toBe(0)
  expect(linesOf(await downloaded(person, save))[0]).toBe(
    'Row;Order;Invoice;Result;Receipt;Problems'
  )
  const choose = async (rows: readonly string[]): Promise<void> => {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose notas.csv again' }).click()
    const { name, bytes } = textFile('notas.csv', rows)
    await (await choosing).setFiles([{ name, mimeType: 'text/csv', buffer: bytes }])
  }
  await choose(lines.map((line) => line.replace(ids[3]!, ids[2]!)))
  await page.getByText('This is not the file that the batch was made of.').first().waitFor()
  await lookAt(person, 'batches-file-again')
  await choose(lines)
  await box.waitFor(LONG)
  await box.check()
  await send(6).click()
  await page.getByRole('button', { name: 'Sent 6' }).waitFor(LONG)
  const result = linesOf(await downloaded(person, save))
  expect(result[0]).toBe('Pedido;Nota;Valor;Cor;Result;Receipt;Problems')
  expect(result[6]).toMatch(new RegExp(`^${ids[5]};9005;100,00;c5;Sent;`))
  expect((await stand.writes()).length).toBe(6)
})
