import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { artifactPath, KEEPS_PICTURES } from './artifacts'
import { barriers } from './barriers'
import { inOtherFaces, settled } from './faces'
import { flawsOfLayout } from './layout'
import { DESK, PHONE, type Person, type Size } from './person'
import type { Language } from './words'

const SIZES: readonly Size[] = [DESK, PHONE]

/**
 * Looks at what stands on the screen, at a desk's width and at a phone's: no barrier that axe finds,
 * nothing wider than the screen, nothing cut, no raw key, no word of another language; nothing wide
 * or cut with wide letters or larger text either. Keeps a picture of both where pictures are kept.
 */
export async function lookAt(person: Person, name: string): Promise<void> {
  const { page, language } = person
  const flaws: string[] = []
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await settled(page)
    const found = [
      ...(await barriers(page)),
      ...(await page.evaluate(flawsOfLayout)),
      ...flawsOfWords(await page.locator('main').innerText(), language),
    ]
    flaws.push(...found.map((flaw) => `${size.width}: ${flaw}`))
    if (KEEPS_PICTURES) {
      const path = artifactPath('screens', `${name}-${language}-${size.width}`)
      await page.screenshot({ path, fullPage: true })
    }
    await inOtherFaces(page, async (face) => {
      const wide = await page.evaluate(flawsOfLayout)
      flaws.push(...wide.map((flaw) => `${size.width}, ${face.name}: ${flaw}`))
    })
  }
  await page.setViewportSize(DESK)
  // What folds below the width of a desk stands where it was again, before somebody presses it.
  await settled(page)
  expect(flaws).toEqual([])
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
