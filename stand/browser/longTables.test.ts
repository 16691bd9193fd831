import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

/** Where the heads stand in the window, and whether the last thing there is really theirs. */
const headOf = ({ page }: Person, name: string) =>
  page.getByRole('columnheader', { name }).evaluate((head) => {
    const { left, top, width, height } = head.getBoundingClientRect()
    const shown = document.elementFromPoint(left + width / 2, top + height / 2)
    return { top, isSeen: shown !== null && head.contains(shown) }
  })

describe('a long table', () => {
  it('keeps its heads in sight, below the bar of ticked orders', async () => {
    for (let count = 0; count < 30; count += 1) stand.plant(plainPlan({ status: 'handling' }))
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_INVOICE&perPage=50')
    await page.getByRole('row').nth(30).getByRole('link').focus()
    await page.mouse.wheel(0, 300)
    expect(await headOf(person, 'Customer')).toEqual({ top: 0, isSeen: true })
    await page.getByRole('row').nth(30).getByRole('checkbox').check({ force: true })
    const bar = page
      .getByText(/^1 selected/)
      .locator('xpath=ancestor::*[contains(@class,"it-bar")]')
    await bar.waitFor()
    await page.mouse.wheel(0, 100)
    const { y, height } = (await bar.boundingBox())!
    const { top, isSeen } = await headOf(person, 'Customer')
    expect(isSeen).toBe(true)
    expect(Math.abs(top - (y + height))).toBeLessThanOrEqual(1)
  })

  it('keeps those of an order with 50 packages', async () => {
    const person = await browser.person()
    await person.openOrder('1300060000607-01')
    await person.page.getByRole('button', { name: 'Show, 607020' }).focus()
    expect(await headOf(person, 'Status')).toEqual({ top: 0, isSeen: true })
  })
})
