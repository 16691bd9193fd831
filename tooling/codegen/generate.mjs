// npm run codegen: writes react/shared/graphql/generated.ts, the types of the panel's operations (types only, TypeScript 3.9).
// npm run codegen -- --check: exits 1 where the committed file is not what the schema and the operations say.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keep } from './keep.mjs'

const require = createRequire(import.meta.url)
const { codegen } = require('@graphql-codegen/core')
const { parse } = require('graphql')

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const output = join(root, 'react', 'shared', 'graphql', 'generated.ts')

// What the platform declares for every app; the codegen must know it, graphql/ must not repeat it.
const PLATFORM = `
  directive @context(provider: String, scope: String) on FIELD
  enum Scope { PUBLIC PRIVATE }
  enum CacheScope { PUBLIC SEGMENT PRIVATE }
  directive @auth(scope: Scope, productCode: String, resourceCode: String) on FIELD_DEFINITION
  directive @cacheControl(maxAge: Int, scope: CacheScope) on FIELD_DEFINITION
`

function graphqlFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return graphqlFiles(path)
      return entry.name.endsWith('.graphql') ? [path] : []
    })
}

const read = (path) => readFileSync(path, 'utf8')
const schemaFiles = graphqlFiles(join(root, 'graphql'))
const schema = parse(PLATFORM + schemaFiles.map(read).join('\n'))
const documents = graphqlFiles(join(root, 'react')).map((location) => ({
  location,
  document: parse(read(location)),
}))

const config = {
  scalars: { Cents: 'number', Instant: 'string', ID: 'string' },
  strictScalars: true,
  enumsAsTypes: true,
  skipTypename: true,
  maybeValue: 'T | null',
  avoidOptionals: { field: true },
  onlyOperationTypes: true,
  preResolveTypes: true,
  dedupeOperationSuffix: true,
}

const body = await codegen({
  filename: output,
  schema,
  documents,
  config,
  plugins: [{ typescript: {} }, { operations: {} }],
  pluginMap: {
    typescript: require('@graphql-codegen/typescript'),
    operations: require('@graphql-codegen/typescript-operations'),
  },
})
const text = `/* eslint-disable */\n// Written by npm run codegen from graphql/ and the operations of react/: change those.\n${body}`

keep(root, output, text, `${documents.length} operations, ${schemaFiles.length} schema files`)
