import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { artifactPath, KEEPS_PICTURES } from './artifacts'
import { barriers } from './barriers'
import { HOUSE_FACE, OTHER_FACES, setFace, settled, type Face } from './faces'
import { flawsOfLayout } from './layout'
import { DESK, PHONE, type Person, type Size } from './person'
import type { Language } from './words'

/**
 * Looks at what stands on the screen, at a desk's width and at a phone's: no barrier that axe finds,
 * nothing wider than the screen, nothing cut, no raw key, no word of another language; nothing wide
 * or cut with wide letters or larger text either. Keeps a picture of both where pictures are kept.
 */
export async function lookAt(person: Person, name: string): Promise<void> {
  const { page } = person
  const flaws: string[] = []
  const note = (where: string, found: readonly string[]): void =>
    void flaws.push(...found.map((flaw) => `${where}: ${flaw}`))
  const lookInOtherFaces = async ({ width }: Size, faces: readonly Face[]): Promise<void> => {
    for (const face of faces) {
      await setFace(page, face)
      note(`${width}, ${face.name}`, await page.evaluate(flawsOfLayout))
    }
  }

  await page.setViewportSize(DESK)
  await settled(page)
  note(`${DESK.width}`, await flawsAtWidth(person, DESK, name))
  await lookInOtherFaces(DESK, OTHER_FACES)
  // The way back through the same faces: each change of the text costs more than what is looked for in it.
  await page.setViewportSize(PHONE)
  // It hears of its width a moment later, and words its fields by it.
  await page.waitForFunction((width) => window.innerWidth === width, PHONE.width)
  await lookInOtherFaces(PHONE, [...OTHER_FACES].reverse())
  await setFace(page, HOUSE_FACE)
  note(`${PHONE.width}`, await flawsAtWidth(person, PHONE, name))
  await page.setViewportSize(DESK)
  // What folds below the width of a desk stands where it was again, before somebody presses it.
  await settled(page)
  expect(flaws).toEqual([])
}

async function flawsAtWidth(
  { page, language }: Person,
  { width }: Size,
  name: string
): Promise<string[]> {
  const flaws = [
    ...(await barriers(page)),
    ...(await page.evaluate(flawsOfLayout)),
    ...flawsOfWords(await page.evaluate(textOfMain), language),
  ]
  if (KEEPS_PICTURES) {
    const path = artifactPath('screens', `${name}-${language}-${width}`)
    await page.screenshot({ path, fullPage: true })
  }
  return flaws
}

/** Runs in the page. */
function textOfMain(): string {
  return document.querySelector('main')!.innerText
}

function flawsOfWords(text: string, language: Language): string[] {
  // A carrier's link template holds {trackingNumber}, and a person writes it so.
  const raw =
    /admin\/invoice-tracking\.\S*|\bundefined\b|\bNaN\b|\[object |\{(?!trackingNumber\})\w+[,}]/g
  const flaws = (text.match(raw) ?? []).map((found) => `raw text: ${found}`)
  return language === 'en' ? flaws : [...flaws, ...englishIn(text, language)]
}

/** Sentences of the English messages that the language words otherwise. */
function englishIn(text: string, language: Language): string[] {
  const english = messagesOf('en')
  const own = messagesOf(language)
  const lines = new Set(text.split(/[\n\t]+/).map((line) => line.trim()))
  return Object.entries(english)
    .filter(([key, words]) => own[key] !== words && !words.includes('{') && lines.has(words))
    .map(([key, words]) => `English in ${language}: "${words}" (${key})`)
}

function messagesOf(language: Language): Record<string, string> {
  const path = join(__dirname, '..', '..', '..', 'messages', `${language}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}
