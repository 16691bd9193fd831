// npm run codegen: writes react/features/batches/generated/readers.ts, the readers of files as one self-contained
// function in ES5 (docs/decisions/0012-readers-as-one-function.md).
// With --check: exits 1 where the committed file is not what the readers' sources say.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { keep } from './keep.mjs'

const ts = createRequire(import.meta.url)('typescript')

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const react = join(root, 'react')
const output = join(react, 'features', 'batches', 'generated', 'readers.ts')

const bundled = await build({
  absWorkingDir: root,
  entryPoints: [join(react, 'features', 'batches', 'desk', 'main.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  target: 'es2019',
  legalComments: 'none',
  logLevel: 'error',
  nodePaths: [join(react, 'node_modules')],
})
// Generators need help in ES5: TypeScript writes that above the code, and so inside the function.
const { outputText } = ts.transpileModule(bundled.outputFiles[0].text, {
  compilerOptions: {
    target: ts.ScriptTarget.ES5,
    module: ts.ModuleKind.None,
    downlevelIteration: true,
    removeComments: true,
    lib: [],
  },
})
const { code } = await transform(`(function (self) {\n${outputText}\n})`, {
  target: 'es5',
  charset: 'ascii',
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
})
// The platform's Babel puts a helper of its own, outside the function, in the place of this one question.
const NO_OBJECT = ['function', 'undefined', 'string', 'number', 'boolean']
const isObject = (name, sign) => {
  const kinds = NO_OBJECT.map((kind) => `typeof ${name}!=="${kind}"`).join('&&')
  return sign === '!' ? `!(${kinds})` : `(${kinds})`
}
const alone = code
  .trim()
  .replace(/typeof ([\w$.]+)([!=])==?"object"/g, (_, name, sign) => isObject(name, sign))
  .replace(/"object"([!=])==?typeof ([\w$.]+)/g, (_, sign, name) => isObject(name, sign))
const text = `/* eslint-disable */
// @ts-nocheck
// Written by npm run codegen from desk/main.ts and all that it imports: change that.
export const readers: (self: unknown) => void = ${alone.replace(/;$/, '')}
`

keep(root, output, text, `readers of files: ${Math.round(text.length / 1024)} KB`)
