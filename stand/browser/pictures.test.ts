import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { useStand } from '../e2e/harness/stand'
import { artifactPath } from './harness/artifacts'
import { useBrowser } from './harness/browser'
import { giveDemoNfe } from './harness/documents'
import type { Person } from './harness/person'

/**
 * The four pictures of README and docs. They are always taken; UPDATE_SCREENSHOTS=1 puts them into
 * docs/images, else they stay among the artifacts.
 */
const stand = useStand()
const browser = useBrowser(stand)

const IMAGES = join(__dirname, '..', '..', 'docs', 'images')
const LARGEST = 120 * 1024
const isUpdate = process.env.UPDATE_SCREENSHOTS === '1'

async function keep(person: Person, name: string): Promise<void> {
  mkdirSync(IMAGES, { recursive: true })
  const path = isUpdate ? join(IMAGES, `${name}.png`) : artifactPath('pictures', name)
  await person.page.mouse.move(0, 0)
  await person.page.screenshot({ path })
  expect(statSync(path).size).toBeLessThanOrEqual(LARGEST)
}

/** A window that shows the point and stays a small picture. */
const seat = () => browser.person({ size: { width: 1280, height: 650 } })

it('queue', async () => {
  const person = await seat()
  await person.openQueue('?queue=ALL&page=2')
  await person.page.getByRole('row').nth(10).waitFor()
  await person.page.getByRole('link', { name: /^To handle\s*\d/ }).waitFor()
  await keep(person, 'queue')
})

it('order', async () => {
  const person = await seat()
  await person.openOrder('1300040000401-01', '?queue=TO_INVOICE')
  await person.page
    .getByText('the order stays open')
    .or(person.page.getByText('completes the order'))
    .waitFor()
  await keep(person, 'order')
})

it('invoice with problems', async () => {
  const person = await seat()
  const { page } = person
  const orderId = '1300010000102-01'
  await person.openOrder(orderId)
  await giveDemoNfe(person, stand, orderId)
  await page.getByLabel('Value', { exact: true }).fill('474.40')
  await page.getByLabel('Invoice number').fill('600102/1')
  await page.getByRole('button', { name: /^Use 600102-1/ }).waitFor()
  await page
    .getByRole('button', { name: /^Use R\$424\.40/ })
    .first()
    .waitFor()
  await keep(person, 'invoice-problems')
})

it('timeline', async () => {
  const person = await seat()
  await person.openOrder('1300060000601-01', '?queue=IN_TRANSIT')
  await person.page.getByRole('list', { name: /^Tracking events/ }).waitFor()
  await person.page.getByText('Nothing yet.').waitFor()
  await keep(person, 'timeline')
})
