// The service's tests in one process that stays: loaded once, run again for each mutant. Jest itself starts anew for
// every run, a second or more each time, which thousands of mutants make a night. What a test is, with its `each` and
// its hooks, still comes from jest's own circus and expect; a run of the same files by jest is `npm test -- service`.
import { readdirSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import { transformSync } from '@swc/core'
import { expect } from 'expect'
import * as circus from 'jest-circus'

/** Tests of these rooms say whether a rule holds. Those of the wire and of the edge would only repeat them, slowly. */
const ROOMS = ['node/domain', 'node/usecases', 'node/edge/stores']

/** Laws over many interleavings, and over a death at every call, take as long as a thousand other tests; so do stores. */
const SLOW =
  /edge\/stores|usecases\/(model|trackingLaws|twoCallers|carriers\/asking\/askCarrierDies|following\/followedOrders)/

/** As many cases as a property draws under mutation, always the same ones: a mutant falls or lives, whoever runs it. */
const DRAWN = { numRuns: 40, seed: 20261128 }

/**
 * Loads every test below `root` afresh.
 * @returns tests by file, each with its full name, the modules it loaded and a way to run it; see `Loaded`
 */
export function loadTests(root) {
  const requireHere = createRequire(join(root, 'package.json'))
  forget(requireHere, root)
  compileTypeScript(root)
  Object.assign(globalThis, { ...jestGlobals(), expect })
  drawFewer(requireHere)
  return ROOMS.flatMap((room) => testFilesOf(join(root, room))).map((file) => {
    circus.resetState()
    requireHere(file)
    const tests = testsOf(circus.getState().rootDescribeBlock)
    return {
      file,
      tests: withIds(tests, relative(root, file)),
      // A mutant of another room that only they notice has no test beside its rule.
      onlyAtHome: SLOW.test(relative(root, file)),
      modules: modulesOf(requireHere.cache[file]),
    }
  })
}

/** Ids stay when a test is added elsewhere in the file: what has not changed is not run again. */
function withIds(tests, file) {
  const seen = new Map()
  return tests.map((test) => {
    const before = seen.get(test.name) ?? 0
    seen.set(test.name, before + 1)
    return { ...test, id: `${file} ${test.name}${before > 0 ? ` (${before + 1})` : ''}` }
  })
}

const jestGlobals = () => {
  const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus
  return { describe, test, it, beforeAll, beforeEach, afterAll, afterEach }
}

/** Our own modules are read again, with what they keep from before; those of others stay. */
function forget({ cache }, root) {
  for (const name of Object.keys(cache))
    if (name.startsWith(root + sep) && !name.includes(`${sep}node_modules${sep}`))
      delete cache[name]
}

const compiled = new Map()

function compileTypeScript(root) {
  const options = {
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  }
  Module._extensions['.ts'] = (module, file) => {
    if (!compiled.has(file))
      compiled.set(
        file,
        transformSync(readFileSync(file, 'utf8'), { ...options, filename: relative(root, file) })
          .code
      )
    module._compile(compiled.get(file), file)
  }
}

/** A failing property is a fallen mutant: the smallest case is of no use. Runs that a test asks for are capped too. */
function drawFewer(requireHere) {
  const name = requireHere.resolve('fast-check')
  const fastCheck = requireHere(name)
  requireHere.cache[name].exports = fastCheck.drawn ?? drawing(fastCheck)
}

function drawing(fastCheck) {
  const assert = (property, wanted = {}) =>
    fastCheck.assert(property, {
      ...wanted,
      seed: wanted.seed ?? DRAWN.seed,
      numRuns: Math.min(wanted.numRuns ?? DRAWN.numRuns, DRAWN.numRuns),
      endOnFailure: true,
    })
  const fewer = { ...fastCheck, assert }
  return Object.assign(fewer, { default: fewer, drawn: fewer })
}

const testFilesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))

/** What a module has loaded, itself included: a change of any other file cannot concern it. */
function modulesOf(module, seen = new Set()) {
  if (seen.has(module.filename) || module.filename.includes('node_modules')) return seen
  seen.add(module.filename)
  for (const child of module.children) modulesOf(child, seen)
  return seen
}

/** The tests of a block and of those inside it, each with the hooks around it, the outer ones first. */
function testsOf(block, path = [], around = []) {
  const blocks = [...around, { hooks: block.hooks }]
  return block.children.flatMap((child) => {
    const name = [...path, child.name]
    return child.type === 'describeBlock'
      ? testsOf(child, name, blocks)
      : [{ name: name.join(' '), run: child.fn, mode: child.mode, blocks }]
  })
}

/**
 * Runs tests of one file one after the other, `beforeAll` and `afterAll` once for each block.
 * @param around told before each test
 * @param ended told after each test, with its error or undefined; true ends the run
 */
export async function runTests(tests, around, ended) {
  const open = new Set()
  try {
    for (const test of tests) {
      around(test)
      const error = await errorOf(async () => {
        for (const block of test.blocks) {
          if (!open.has(block)) await callAll(block.hooks, 'beforeAll', open.add(block))
        }
        for (const { hooks } of test.blocks) await callAll(hooks, 'beforeEach')
        await test.run()
        for (const { hooks } of [...test.blocks].reverse()) await callAll(hooks, 'afterEach')
      })
      if (ended(test, error)) return
    }
  } finally {
    for (const { hooks } of [...open].reverse()) await errorOf(() => callAll(hooks, 'afterAll'))
  }
}

async function callAll(hooks, type) {
  for (const hook of hooks) if (hook.type === type) await hook.fn()
}

async function errorOf(run) {
  try {
    await run()
    return undefined
  } catch (error) {
    return error ?? new Error('threw nothing')
  }
}
