// What the platform supplies with the Admin's frame is one script (vendor). Of react/ each root file is a bundle of its
// own, as on the platform: what several need is a chunk that they share, and a page loads what it needs and no more.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { filesBelow, hashOfFiles, step } from './steps.mjs'
import {
  globalStyles,
  graphqlFiles,
  platformModules,
  styleguideInParts,
  tildeImports,
} from './esbuildPlugins.mjs'

/**
 * Own JavaScript, gzipped: what the pages of daily work load together (design §6), and what each of the others adds to it,
 * which is loaded with that page alone.
 */
const WEIGHT_LIMIT = 112 * 1024
const PAGES_APART = [
  { component: 'InvoiceTrackingOverviewPage', name: 'overview', limit: 60 * 1024 },
  { component: 'InvoiceTrackingBatchesPage', name: 'batches', limit: 60 * 1024 },
  { component: 'InvoiceTrackingConnectionsPage', name: 'connections', limit: 12 * 1024 },
  { component: 'InvoiceTrackingSettingsPage', name: 'settings', limit: 13 * 1024 },
]

const isPanelSource = (path) => !/\.test\.tsx?$|\/(__mocks__|__tests__|testing)\//.test(path)

export async function buildPanel({ root, out }) {
  const { build, version } = await import('esbuild')
  const panel = join(out, 'panel')
  const bundles = join(panel, 'pages')
  const contents = join(bundles, 'contents.json')
  const stamps = join(out, 'build')
  const react = join(root, 'react')
  const admin = join(root, 'stand', 'admin')
  const tools = [
    ...filesBelow(join(root, 'tooling', 'build'), (path) => path.endsWith('.mjs')),
    join(root, 'package-lock.json'),
    join(react, 'package-lock.json'),
  ]
  const common = commonOptions(root)
  mkdirSync(panel, { recursive: true })

  const vendor = step({
    name: 'vendor',
    stamps,
    inputs: hashOfFiles(
      [...filesBelow(join(admin, 'shell')), ...filesBelow(join(admin, 'runtime')), ...tools],
      version
    ),
    outputs: [join(panel, 'vendor.js')],
    work: () =>
      build({
        ...common,
        entryPoints: { vendor: join(admin, 'shell', 'main.tsx') },
        outdir: panel,
        alias: oneReact(react),
        plugins: [tildeImports(root), globalStyles(), styleguideInParts()],
      }),
  })
  const pages = pagesOf(root)
  const own = step({
    name: 'panel',
    stamps,
    inputs: hashOfFiles(
      [...filesBelow(react, isPanelSource), join(root, 'admin', 'routes.json'), ...tools],
      `${version}${pages.map((page) => page.file)}`
    ),
    outputs: [contents],
    work: async () => {
      // Chunks are named by what is in them: those of the build before would stay for ever.
      rmSync(bundles, { recursive: true, force: true })
      const { metafile } = await build({
        ...common,
        entryPoints: Object.fromEntries(pages.map(({ component, file }) => [component, file])),
        outdir: bundles,
        chunkNames: 'shared-[hash]',
        format: 'esm',
        splitting: true,
        metafile: true,
        plugins: [platformModules(), graphqlFiles(root)],
      })
      writeFileSync(contents, JSON.stringify(metafile.outputs))
    },
  })
  const outcomes = await Promise.all([vendor, own])
  return { outcomes, ...weigh(root, JSON.parse(readFileSync(contents, 'utf8'))) }
}

function commonOptions(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2019',
    loader: {
      '.js': 'jsx',
      '.global.css': 'css',
      '.css': 'local-css',
      '.svg': 'dataurl',
      '.woff2': 'dataurl',
      '.png': 'dataurl',
    },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    nodePaths: [join(root, 'react', 'node_modules'), join(root, 'node_modules')],
    logLevel: 'error',
    legalComments: 'none',
  }
}

// The styleguide lies in the root's node_modules; two copies of React would break its hooks.
const oneReact = (react) => {
  const at = (name) => join(react, 'node_modules', name)
  return {
    ...Object.fromEntries(
      ['react', 'react-dom', 'prop-types', 'react-is'].map((name) => [name, at(name)])
    ),
    // An alias passes by the package's own choice of the browser's file.
    'react-dom/server': at('react-dom/server.browser.js'),
  }
}

/** The components that admin/routes.json names; one that has no file yet is left out and said. */
function pagesOf(root) {
  const file = join(root, 'admin', 'routes.json')
  const routes = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const components = [...new Set(Object.values(routes).map((route) => route.component))]
  return components.flatMap((component) => {
    const found = ['.tsx', '.ts', '.jsx', '.js']
      .map((ext) => join(root, 'react', component + ext))
      .find((path) => existsSync(path))
    if (!found) console.error(`admin/routes.json names ${component}, but react/ has no such file.`)
    return found ? [{ component, file: found }] : []
  })
}

/** Own JavaScript, gzipped. A page apart is weighed by what it adds to the others. */
function weigh(root, outputs) {
  const weightOf = (path) => gzipSync(readFileSync(join(root, path)), { level: 9 }).length
  const loadedBy = (isWanted) =>
    Object.entries(outputs)
      .filter(([, { entryPoint }]) => entryPoint && isWanted(entryPoint))
      .reduce((all, [path]) => withImports(outputs, path, all), new Set())
  const others = loadedBy(
    (entry) => !PAGES_APART.some(({ component }) => entry.includes(component))
  )
  const sum = (paths) => [...paths].reduce((total, path) => total + weightOf(path), 0)
  const ofOthers = sum(others)
  const apart = PAGES_APART.map(({ component, name, limit }) => {
    const own = [...loadedBy((entry) => entry.includes(component))]
    return { name, limit, weight: sum(own.filter((path) => !others.has(path))) }
  })
  const kilobytes = (bytes) => (bytes / 1024).toFixed(1)
  const told = apart.map(
    ({ name, weight, limit }) =>
      `the page of ${name} ${kilobytes(weight)} KB more of ${limit / 1024}`
  )
  return {
    weight: `gzipped: ${kilobytes(ofOthers)} KB of ${WEIGHT_LIMIT / 1024}, ${told.join(', ')}`,
    tooHeavy: ofOthers > WEIGHT_LIMIT || apart.some(({ weight, limit }) => weight > limit),
  }
}

/** An output with all scripts that it needs. */
function withImports(outputs, path, found = new Set()) {
  if (found.has(path) || !path.endsWith('.js')) return found
  found.add(path)
  for (const imported of outputs[path].imports) withImports(outputs, imported.path, found)
  return found
}
