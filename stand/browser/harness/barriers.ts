import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { kept } from '../../testing/kept'

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  // What passed is told by one example, not by every place.
  resultTypes: ['violations'],
  // No rule of these levels reads the style sheets, and to read them again takes a fifth of each look.
  preload: { assets: ['media'] },
}

/** What axe finds against WCAG 2.1 A and AA in the page's main part, one line a place. */
export async function barriers(page: Page): Promise<string[]> {
  await bringAxe(page)
  return page.evaluate(findBarriers, OPTIONS)
}

/** What `barriers` needs, for a page that will have no network then. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(addAxe, `${await kept().additions()}/axe.js`)
}

/** Runs in the page: once a page, for even to run what was compiled costs more than a look. */
async function addAxe(address: string): Promise<void> {
  if ('axe' in window) return
  await new Promise<void>((added, failed) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => {
      script.remove()
      added()
    }
    script.onerror = () => failed(new Error(`${address} cannot be had`))
    document.head.append(script)
  })
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
