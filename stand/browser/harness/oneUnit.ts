import type { Page } from 'playwright-core'

/** In the invoice form: by items, and one unit of the first line. */
export async function chooseOneUnit(page: Page): Promise<void> {
  await page.getByText('by items', { exact: true }).click()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await page
    .getByRole('textbox', { name: /^Units of / })
    .first()
    .fill('1')
}
