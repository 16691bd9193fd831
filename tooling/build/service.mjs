// The service as the platform's builder lays it out: compiled node/, service.json, one schema.
import { spawn } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { filesBelow, hashOfFiles, step } from './steps.mjs'

const GRAPHQL_ROUTE = { __graphql: { path: '/_v/graphql' } }
/** Seconds behind the words that the graphql builder takes for maxAge (platform §3.1). */
const MAX_AGE = { ZERO: 0, SHORT: 120, MEDIUM: 3600, LONG: 86400 }

const isSource = (path) =>
  path.endsWith('.ts') &&
  !path.endsWith('.d.ts') &&
  !/\.test\.ts$|\/(testing|__tests__|__mocks__)\//.test(path)

export async function buildService({ root, out, keepGoing }) {
  const service = join(out, 'service')
  const code = join(service, 'src', 'node')
  const node = join(root, 'node')
  const sources = filesBelow(node, isSource)
  const outcome = await step({
    name: 'service',
    stamps: join(out, 'build'),
    // A build that let errors pass must not pass for a sound one.
    inputs: hashOfFiles(
      [...sources, join(node, 'tsconfig.json'), join(node, 'package-lock.json')],
      keepGoing ? 'keep going' : ''
    ),
    outputs: [join(code, 'index.js')],
    work: () => compile({ root, out, node, code, sources, keepGoing }),
  })
  layOut({ root, node, service })
  return outcome
}

async function compile({ root, out, node, code, sources, keepGoing }) {
  const config = join(out, 'build', 'tsconfig.service.json')
  mkdirSync(dirname(config), { recursive: true })
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(node, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        // A broken build leaves the last sound one in place.
        noEmitOnError: !keepGoing,
        outDir: code,
        rootDir: node,
        sourceMap: true,
        incremental: true,
        tsBuildInfoFile: join(out, 'build', 'service.tsbuildinfo'),
        types: ['node'],
        typeRoots: [join(node, 'node_modules', '@types')],
      },
      files: sources,
      include: filesBelow(node, (path) => path.endsWith('.d.ts')),
      exclude: [],
    })
  )
  // What tsc remembers as written must still be there.
  if (!existsSync(code)) rmSync(join(out, 'build', 'service.tsbuildinfo'), { force: true })
  const compiled = await run(
    process.execPath,
    [join(node, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', config],
    root
  )
  dropStale(node, code)
  if (compiled.code === 0) return
  const said = compiled.said.replaceAll(`${relative(root, node)}/`, 'node/').trim()
  if (keepGoing && existsSync(join(code, 'index.js'))) {
    console.error(`${said}\nThe service has type errors; it was built all the same.`)
    return
  }
  throw new Error(`The service does not compile:\n${said}`)
}

function dropStale(node, code) {
  for (const path of filesBelow(code, (file) => file.endsWith('.js'))) {
    if (existsSync(join(node, relative(code, path).replace(/\.js$/, '.ts')))) continue
    rmSync(path)
    rmSync(`${path}.map`, { force: true })
  }
}

function layOut({ root, node, service }) {
  const json = JSON.parse(readFileSync(join(node, 'service.json'), 'utf8'))
  write(
    join(service, 'service.json'),
    JSON.stringify({ ...json, routes: { ...json.routes, ...GRAPHQL_ROUTE } }, null, 2)
  )
  write(join(service, 'schema.graphql'), mergedSchema(join(root, 'graphql')))
  linkModules(join(node, 'node_modules'), join(service, 'node_modules'))
}

// Left alone where it is right: a stand may be starting on it.
function linkModules(target, link) {
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === target)
    return
  rmSync(link, { recursive: true, force: true })
  symlinkSync(target, link, 'junction')
}

/** All schema files as one text, with maxAge in seconds as the runtime wants it. */
export function mergedSchema(folder) {
  return filesBelow(folder, (path) => /\.(graphql|gql)$/.test(path))
    .map((path) => readFileSync(path, 'utf8').trim())
    .join('\n\n')
    .replace(/\bmaxAge:\s*(ZERO|SHORT|MEDIUM|LONG)\b/g, (_, word) => `maxAge: ${MAX_AGE[word]}`)
    .concat('\n')
}

function write(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, said }))
  })
}
