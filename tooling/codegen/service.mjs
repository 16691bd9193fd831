// npm run codegen: writes node/edge/generated/schema.ts, the types of the service's resolvers (types only).
// With --check: exits 1 where the committed file is not what graphql/ says.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keep } from './keep.mjs'

const require = createRequire(import.meta.url)
const { codegen } = require('@graphql-codegen/core')
const prettier = require('prettier')
const { parse } = require('graphql')

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const output = join(root, 'node', 'edge', 'generated', 'schema.ts')

// What the platform declares for every app; graphql/ must not repeat it.
const PLATFORM = `
  enum Scope { PUBLIC PRIVATE }
  enum CacheScope { PUBLIC SEGMENT PRIVATE }
  directive @auth(scope: Scope, productCode: String, resourceCode: String) on FIELD_DEFINITION
  directive @cacheControl(maxAge: Int, scope: CacheScope) on FIELD_DEFINITION
`

const files = readdirSync(join(root, 'graphql'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
const schema = parse(
  PLATFORM + files.map((file) => readFileSync(join(root, 'graphql', file), 'utf8')).join('\n')
)

const body = await codegen({
  filename: output,
  schema,
  documents: [],
  config: {
    // Both scalars let anything through on the way in: what they hold is unknown until a use case judged it.
    scalars: { Cents: 'unknown', Instant: 'unknown', ID: 'string' },
    strictScalars: true,
    enumsAsTypes: true,
    skipTypename: true,
    immutableTypes: true,
    maybeValue: 'T | null',
    inputMaybeValue: 'T | null | undefined',
    avoidOptionals: { field: true },
    useTypeImports: true,
    contextType: '../context#Context',
    rootValueType: 'null',
    // Messages and documents are read only where they are asked for, as many as are asked for.
    mappers: {
      Connector: '../presentConnector#PresentedConnector',
      ReadModel: '../presentReadModel#PresentedReadModel',
    },
    noSchemaStitching: true,
    // The platform's Resolver type takes functions, not the {resolve} form.
    makeResolverTypeCallable: true,
  },
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: {
    typescript: require('@graphql-codegen/typescript'),
    resolvers: require('@graphql-codegen/typescript-resolvers'),
  },
})
// Formatted, so that formatting the folder changes nothing here.
const text = await prettier.format(
  `/* eslint-disable */\n// Written by npm run codegen from graphql/: change that.\n${body}`,
  { ...(await prettier.resolveConfig(output)), filepath: output }
)

keep(root, output, text, `node/edge/generated/schema.ts from ${files.length} schema files`)
