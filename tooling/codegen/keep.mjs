import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'

/**
 * Writes what a generator made; with --check it compares instead, and exits 1 where the committed file is another one.
 * @param told what the generator says of it, where it was written
 */
export function keep(root, output, text, told) {
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(output), { recursive: true })
    writeFileSync(output, text)
    console.log(told)
    return
  }
  if (existsSync(output) && readFileSync(output, 'utf8') === text) return
  const path = relative(root, output).split(sep).join('/')
  console.error(`${path} is out of date: run npm run codegen and commit it`)
  process.exit(1)
}
