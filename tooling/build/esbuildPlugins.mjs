import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What the platform supplies to every app: never part of the panel's own weight. */
export const PLATFORM_MODULES = [
  'react',
  'react-dom',
  'react-intl',
  'react-apollo',
  'apollo-client',
  'graphql-tag',
  'prop-types',
  'vtex.styleguide',
  'vtex.render-runtime',
]

/** Takes those modules from the vendor script instead of bundling them. */
export function platformModules() {
  const filter = new RegExp(
    `^(${PLATFORM_MODULES.map((name) => name.replace('.', '\\.')).join('|')})$`
  )
  return {
    name: 'platform-modules',
    setup(build) {
      build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'platform' }))
      build.onLoad({ filter: /.*/, namespace: 'platform' }, ({ path }) => ({
        contents: `module.exports = globalThis.__standPlatform[${JSON.stringify(path)}]`,
        loader: 'js',
      }))
    },
  }
}

/** Reads `.graphql` files as the platform's builder does, with graphql-tag's own loader. */
export function graphqlFiles(root) {
  const load = createRequire(join(root, 'react', 'package.json'))('graphql-tag/loader')
  return {
    name: 'graphql-files',
    setup(build) {
      build.onLoad({ filter: /\.(graphql|gql)$/ }, ({ path }) => ({
        contents: load.call({ cacheable() {} }, readFileSync(path, 'utf8')),
        loader: 'js',
        resolveDir: dirname(path),
      }))
    },
  }
}

/** `~package/file.css`, as webpack's CSS loader writes it. */
export function tildeImports(root) {
  const require = createRequire(join(root, 'package.json'))
  return {
    name: 'tilde-imports',
    setup: (build) =>
      build.onResolve({ filter: /^~/ }, ({ path }) => ({ path: require.resolve(path.slice(1)) })),
  }
}

/** Tachyons are class names for everybody: everything else that is no `.global.css` is a CSS module. */
export function globalStyles() {
  return {
    name: 'global-styles',
    setup: (build) =>
      build.onLoad({ filter: /vtex-tachyons[\\/].*\.css$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8'),
        loader: 'css',
        resolveDir: dirname(path),
      })),
  }
}

const REQUIRED = /^var (\w+) = require\("([^"]+)"\);$/gm

/**
 * The styleguide's index runs every component as soon as one is asked for: charts, calendars, editors, most of a page's
 * start. All of them stay within reach, each runs when it is taken.
 */
export function styleguideInParts() {
  return {
    name: 'styleguide-in-parts',
    setup: (build) =>
      build.onLoad({ filter: /[\\/]@vtex[\\/]styleguide[\\/]lib[\\/]index\.js$/ }, ({ path }) => ({
        contents: inParts(readFileSync(path, 'utf8')),
        loader: 'js',
      })),
  }
}

/** Puts each part's `require` where its value is asked for. */
function inParts(index) {
  const parts = new Map([...index.matchAll(REQUIRED)].map(([, name, file]) => [name, file]))
  return index
    .replace(REQUIRED, '')
    .replace(/\b_\w+\b/g, (name) =>
      parts.has(name) ? `require(${JSON.stringify(parts.get(name))})` : name
    )
}
