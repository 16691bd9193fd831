import type { Locator } from 'playwright-core'
import { until } from '../../e2e/harness/stand'

/** Waits until a field holds it. */
export async function expectValue(field: Locator, value: string | RegExp): Promise<void> {
  await field.waitFor()
  let held = ''
  const fits = async (): Promise<boolean> => {
    held = await field.inputValue()
    return typeof value === 'string' ? held === value : value.test(held)
  }
  await until(fits, `a field that holds ${value}`).catch((error: Error) => {
    throw new Error(`${error.message}; it holds "${held}"`)
  })
}

/** Waits until something has the focus. */
export async function expectFocus(control: Locator): Promise<void> {
  await control.waitFor()
  const hasFocus = (): Promise<boolean> =>
    control.evaluate((element) => element === element.ownerDocument.activeElement)
  await until(hasFocus, `the focus on ${control}`).catch(async (error: Error) => {
    const at = await control.page().evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
    throw new Error(`${error.message}; it is on ${at}`)
  })
}
