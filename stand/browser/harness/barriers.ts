import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  // What passed is told by one example, not by every place.
  resultTypes: ['violations'],
}

let source: string | null = null

/** What axe finds against WCAG 2.1 A and AA in the page's main part, one line a place. */
export async function barriers(page: Page): Promise<string[]> {
  // Once a page: its compilation costs more than what it then looks for.
  if (!(await page.evaluate(() => 'axe' in window))) {
    source ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
    await page.evaluate(source)
  }
  return page.evaluate(findBarriers, OPTIONS)
}

/** Runs in the page. */
async function findBarriers(options: RunOptions): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(at: object, how: RunOptions): Promise<AxeResults> }
  }
  const { violations } = await axe.run({ include: [['main']] }, options)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary ?? ''})`)
  )
}
