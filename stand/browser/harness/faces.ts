import type { CDPSession, Page } from 'playwright-core'
import { kept } from '../../testing/kept'

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
/** Only what was set by `setFace` is in here; a page that was loaded anew keeps its size and has the house's font. */
const sizes = new WeakMap<Page, number>()

/** Resolves when the page is set so and laid out anew. */
export async function setFace(page: Page, face: Face): Promise<void> {
  if (face.font === 'wide') await bringWideFont(page)
  await page.evaluate(setFont, face.font === 'wide')
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

/** What the wide face needs, for a page that will have no network then. */
export async function bringWideFont(page: Page): Promise<void> {
  await page.evaluate(loadWideFont, await kept().additions())
}

/** Runs in the page, once a page. The font has two weights. */
async function loadWideFont(from: string): Promise<void> {
  const here = window as unknown as { wideFont?: FontFace[] }
  if (here.wideFont) return
  const files = [
    ['400', 'wide-400'],
    ['500', 'wide-400'],
    ['700', 'wide-700'],
  ] as const
  here.wideFont = await Promise.all(
    files.map(([weight, file]) =>
      new FontFace('Fabriga', `url(${from}/${file}.woff2)`, { weight }).load()
    )
  )
}

/** Runs in the page. What the frame calls Fabriga is the wide font, or the frame's own again. */
function setFont(isWide: boolean): void {
  const { wideFont = [] } = window as unknown as { wideFont?: FontFace[] }
  for (const font of wideFont) {
    if (isWide) document.fonts.add(font)
    else document.fonts.delete(font)
  }
}

/** The browser's own setting: what is given in rem and em, media queries too, goes by it. */
async function setTextSize(page: Page, size: number): Promise<void> {
  if ((sizes.get(page) ?? USUAL_SIZE) === size) return
  sizes.set(page, size)
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
