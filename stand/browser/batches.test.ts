import { readFileSync } from 'node:fs'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { countInteractions } from './harness/interactions'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const open = (person: Person) => person.open('/admin/invoice-tracking/batches')

describe('a CSV of many rows', () => {
  it('is mended in place, rehearsed, sent, and comes back as a file with its own columns', async () => {
    const ids = Array.from({ length: 40 }, () => stand.plant(plainPlan()).orderId)
    const lines = ids.map((id, at) => `${id};${7000 + at};${at < 4 ? 'ten' : '110,00'};=cmd|${at}`)
    const csv = ['Pedido;Nota;Valor;Cor', ...lines].join('\n')
    const person = await browser.person()
    const { page } = person
    await open(person)
    const place = page.getByRole('region', { name: 'Files for a batch' })
    await place.waitFor()
    await lookAt(person, 'batches')
    await person.drop(place, [{ name: 'notas.csv', bytes: Buffer.from(csv) }])
    await page.getByText(/^36 of 40 rows can be sent, 4 need attention/).waitFor()
    await lookAt(person, 'batches-file')
    for (const row of [2, 3]) {
      const cell = page.getByLabel(`Valor, row ${row}`)
      await cell.fill('110,00')
      await cell.press('Enter')
      await cell.waitFor({ state: 'detached' })
    }
    await page.getByText(/^38 of 40 rows can be sent/).waitFor()
    await page.getByRole('button', { name: 'Rehearse 38 rows' }).click()
    const send = page.getByRole('button', { name: 'Send 38 rows' })
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
    expect(result[4]).toMatch(/;Not in the batch;;Valor: This is not an amount/)
    expect((await stand.writes()).length).toBe(38)
  })
})

describe('the walk of many XML', () => {
  it('takes three interactions: drop, rehearse, send', async () => {
    const ids = ['1300010000101-01', '1300010000102-01']
    const files = await Promise.all(
      ids.map(async (id) => {
        const answer = await fetch(`${stand.url}/local/nfe/${id}`)
        return { name: `${id}.xml`, bytes: Buffer.from(await answer.arrayBuffer()) }
      })
    )
    const person = await browser.person({ language: 'pt' })
    const { page } = person
    await open(person)
    const place = page.getByRole('region', { name: 'Arquivos para um lote' })
    await place.waitFor()
    const interactions = await countInteractions(person)
    await person.drop(place, files)
    await page.getByRole('button', { name: /^Simular \d linha/ }).click()
    await page.getByRole('button', { name: /^Enviar \d linha/ }).click()
    await person.hears(/^Concluído$/)
    expect((await interactions.soFar()).length).toBeLessThanOrEqual(5)
    await lookAt(person, 'batches-xml-done')
  })
})

it('shows batches to who may only look, and no way to start one', async () => {
  const person = await browser.person({ as: 'local-viewer' })
  await open(person)
  await person.page.getByText(/You can see batches/).waitFor()
  expect(await person.page.getByRole('button', { name: 'Choose files' }).count()).toBe(0)
})
