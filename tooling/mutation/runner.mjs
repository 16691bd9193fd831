// Stryker's runner for the service's tests: they stay loaded in its worker, a mutant is switched on and its tests run.
import { dirname, relative, sep } from 'node:path'
import { loadTests, runTests } from './tests.mjs'

/** Where instrumented code keeps which mutant is on and what was covered. */
const watched = () => (globalThis.__stryker__ ??= {})

class ServiceTests {
  files = []
  /** A mutant was on while the modules were loaded. */
  stained = false

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // A mutant may leave a promise behind that nobody waits for; it fell or lived without it.
    process.on('unhandledRejection', () => undefined)
  }

  load(mutant) {
    watched().activeMutant = mutant
    this.files = loadTests(process.cwd())
    this.stained = mutant !== undefined
  }

  async dryRun() {
    this.load()
    const tests = []
    let startedAt = 0
    for (const { file, tests: own } of this.files)
      await runTests(
        own,
        (test) => {
          watched().currentTestId = test.id
          startedAt = performance.now()
        },
        (test, error) => {
          watched().currentTestId = undefined
          tests.push(resultOf(file, test, error, performance.now() - startedAt))
        }
      )
    return { status: 'complete', tests, mutantCoverage: watched().mutantCoverage }
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, mutantActivation }) {
    const atLoad = mutantActivation === 'static'
    if (!atLoad && (this.stained || this.files.length === 0)) this.load()
    if (atLoad) {
      // A file of tests that cannot even be loaded with the mutant has fallen.
      try {
        this.load(activeMutant.id)
      } catch (error) {
        this.files = []
        return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 }
      }
    }
    const run = () => this.runUntilOneFalls(activeMutant.id, sandboxFileName, testFilter, hitLimit)
    const first = await run()
    if (first.status !== 'killed' || atLoad) return first
    if (await this.passesAlone(first.killedBy[0])) return first
    // The test falls without the mutant too: this one or one before it has changed what modules keep.
    this.load()
    return run()
  }

  async runUntilOneFalls(mutant, mutated, testFilter, hitLimit) {
    const wanted = testFilter && new Set(testFilter)
    const ns = watched()
    Object.assign(ns, { activeMutant: mutant, hitCount: 0, hitLimit, currentTestId: undefined })
    let nrOfTests = 0
    let fell
    try {
      for (const { tests } of this.nearestFirst(mutated)) {
        const chosen = wanted ? tests.filter(({ id }) => wanted.has(id)) : tests
        await runTests(
          chosen,
          () => (nrOfTests += 1),
          (test, error) => {
            if (error !== undefined)
              fell = { killedBy: [test.id], failureMessage: String(error.message) }
            return error !== undefined
          }
        )
        if (hitLimit !== undefined && ns.hitCount > hitLimit)
          return { status: 'timeout', reason: `Hit limit reached (${ns.hitCount}/${hitLimit})` }
        if (fell) return { status: 'killed', nrOfTests, ...fell }
      }
      return { status: 'survived', nrOfTests }
    } finally {
      Object.assign(ns, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
    }
  }

  /** Only tests that load the changed file; those beside it first, because they are quick and most likely fall. */
  nearestFirst(mutated) {
    const distance = ({ file }) => {
      if (file.startsWith(dirname(mutated))) return 0
      return roomOf(file) === roomOf(mutated) ? 1 : 2
    }
    return this.files
      .filter((one) => one.modules.has(mutated) && !(one.onlyAtHome && distance(one) === 2))
      .sort((a, b) => distance(a) - distance(b))
  }

  async passesAlone(id) {
    const all = this.files.flatMap(({ tests }) => tests)
    let passes = true
    await runTests(
      all.filter((test) => test.id === id),
      () => undefined,
      (_, error) => {
        passes = error === undefined
      }
    )
    return passes
  }
}

const roomOf = (file) => relative(process.cwd(), file).split(sep)[1]

const resultOf = (fileName, { id, name }, error, timeSpentMs) => ({
  id,
  name,
  fileName,
  timeSpentMs,
  ...(error === undefined
    ? { status: 0 }
    : { status: 1, failureMessage: String(error.stack ?? error) }),
})

const create = () => new ServiceTests()
export const strykerPlugins = [{ kind: 'TestRunner', name: 'service', factory: create }]
