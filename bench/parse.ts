// npm run bench:parse: files of a size that people have, dropped on the page of batches in Chromium: how long until their
// rows stand there, and the longest task of the page's own thread meanwhile (design bar: none over 100 ms).
import type { Page } from 'playwright-core'
import { startStand } from '../stand'
import { launchChromium } from '../stand/testing/chromium'
import { csv, xlsx, zipOfXml, type BenchFile } from './files/someFiles'
import { numberOf, print, type Line } from './table'

const LONGEST_MS = 10 * 60_000
/** Told first of every file: how many rows it has. */
const TOLD = /(of|all) [\d,.]+ (rows|documents)|[\d,.]+ (rows|documents) can be sent/i

async function dropped(page: Page, address: string, file: BenchFile): Promise<Line> {
  await page.goto(address)
  const place = page.getByRole('region', { name: 'Files for a batch' })
  await place.waitFor()
  const base64 = file.bytes.toString('base64')
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name))
      return data
    },
    { name: file.name, text: base64 }
  )
  // What this script does on the page is none of its tasks.
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  const startedAt = performance.now()
  for (const type of ['dragenter', 'dragover', 'drop'])
    await place.dispatchEvent(type, { dataTransfer: transfer })
  await page.getByText(TOLD).first().waitFor({ timeout: LONGEST_MS })
  const ms = performance.now() - startedAt
  const told = (await page.getByText(TOLD).first().innerText()).split('\n')[0]
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
  return {
    file: file.holds,
    MB: file.bytes.length / 1_000_000,
    seconds: ms / 1_000,
    'longest task, ms': Math.round(Math.max(0, ...tasks)),
    'tasks over 100 ms': tasks.filter((duration) => duration > 100).length,
    'the page says': told,
  }
}

async function main() {
  const rows = numberOf('rows', 50_000)
  const documents = numberOf('documents', 2_000)
  const stand = await startStand({ port: 0, state: 'memory', directory: process.env.STAND_DIR })
  const browser = await launchChromium()
  try {
    const query = new URLSearchParams({
      as: 'local-admin',
      locale: 'en',
      to: '/admin/invoice-tracking/batches',
    })
    const address = `${stand.url}/local/sign-in?${query}`
    const lines: Line[] = []
    for (const file of [csv(rows), xlsx(rows), zipOfXml(documents)]) {
      // A window each: what the page remembers of one file is no part of the next.
      const context = await browser.newContext()
      lines.push(await dropped(await context.newPage(), address, file))
      await context.close()
      console.error(`${file.holds}: through`)
    }
    print('Files read on the page of batches', lines)
  } finally {
    await browser.close()
    await stand.stop()
  }
}

void main()
