import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FOLDER = join(__dirname, '..', '..', '..', '.artifacts')

/** PICTURES=1: of every screen that is looked at, and of the last sight of every test; else of red tests alone. */
export const KEEPS_PICTURES = process.env.PICTURES === '1'

/** Place of a picture that is kept on this machine only. */
export function artifactPath(group: string, name: string): string {
  const path = join(FOLDER, group, `${name.replace(/[^\w-]+/g, '-')}.png`)
  mkdirSync(dirname(path), { recursive: true })
  return path
}
