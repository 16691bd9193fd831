import { execFileSync } from 'node:child_process'

// Jest reads CommonJS, the scripts of tooling/ are ES modules: they run in a Node of their own.

/** Runs `code` with the module's exports in scope and gives what it returns, by way of JSON. */
export function runModule<T>(file: string, code: string, input: unknown = null): T {
  const script = `
    import { readFileSync } from 'node:fs'
    import * as module from ${JSON.stringify(file)}
    const input = JSON.parse(readFileSync(0, 'utf8'))
    const value = await (async () => { ${code} })()
    process.stdout.write(JSON.stringify(value ?? null))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      input: JSON.stringify(input),
    })
  ) as T
}
