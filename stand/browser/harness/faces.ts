import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'

/** How a reader's browser sets the text of a page. */
export interface Face {
  readonly name: string
  readonly font: 'house' | 'wide'
  /** The browser's default, as its settings name it. @unit CSS pixels */
  readonly size: number
}

const USUAL_SIZE = 16

/** As the frame brings it. */
export const HOUSE_FACE: Face = { name: 'house', font: 'house', size: USUAL_SIZE }

/** The same page with letters a sixth wider, and for somebody who has set larger text. */
export const OTHER_FACES: readonly Face[] = [
  { name: 'DejaVu Sans', font: 'wide', size: USUAL_SIZE },
  { name: 'text at 125 %', font: 'house', size: USUAL_SIZE * 1.25 },
]

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Resolves when the page is set so and laid out anew. */
export async function setFace(page: Page, face: Face): Promise<void> {
  await page.evaluate(setFont, face.font === 'wide' ? wideFont() : null)
  await setTextSize(page, face.size)
  await settled(page, face.font)
}

/** The page in each of the other faces in turn; in the house's again afterwards. */
export async function inOtherFaces(page: Page, look: (face: Face) => Promise<void>): Promise<void> {
  for (const face of OTHER_FACES) {
    await setFace(page, face)
    await look(face)
  }
  await setFace(page, HOUSE_FACE)
}

/** How wide an n is in Arimo and in DejaVu Sans. @unit thousandths of the letter's size */
const WIDTH_OF_N = { house: 556, wide: 634 } as const

/** The font is there, and what hangs on the width has been laid out by it. @errors where the page is set in another one. */
export async function settled(page: Page, font: Face['font'] = 'house'): Promise<void> {
  const width = await page.evaluate(async () => {
    await document.fonts.load('14px Fabriga')
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const pen = document.createElement('canvas').getContext('2d')!
    pen.font = '1000px Fabriga'
    return pen.measureText('n').width
  })
  if (Math.abs(width - WIDTH_OF_N[font]) > 2) {
    throw new Error(`the page is not set in the ${font} font: its n is ${width} wide`)
  }
}

/** Runs in the page. What the frame calls Fabriga is another font, or the frame's own again. */
function setFont(css: string | null): void {
  const id = 'another-font'
  document.getElementById(id)?.remove()
  if (css === null) return
  const style = document.createElement('style')
  style.id = id
  style.textContent = css
  document.head.append(style)
  // Asked for at once: what waits for the fonts must not find that none is on its way yet.
  for (const weight of ['400', '700']) void document.fonts.load(`${weight} 14px Fabriga`)
}

let wide: string | null = null

function wideFont(): string {
  wide ??= (
    [
      ['400', '400'],
      ['500', '400'],
      ['700', '700'],
    ] as const
  )
    .map(([weight, file]) => {
      const path = require.resolve(
        `@fontsource/dejavu-sans/files/dejavu-sans-latin-${file}-normal.woff2`
      )
      const url = `data:font/woff2;base64,${readFileSync(path).toString('base64')}`
      return `@font-face{font-family:Fabriga;font-weight:${weight};src:url(${url}) format('woff2')}`
    })
    .join('\n')
  return wide
}

/** The browser's own setting: what is given in rem and em, media queries too, goes by it. */
async function setTextSize(page: Page, size: number): Promise<void> {
  const session = await sessionOf(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: size } })
  await page.waitForFunction(
    (wanted) => getComputedStyle(document.documentElement).fontSize === `${wanted}px`,
    size
  )
}

function sessionOf(page: Page): Promise<CDPSession> {
  const open = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, open)
  return open
}
