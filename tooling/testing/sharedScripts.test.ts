import vm from 'node:vm'
import { shareScripts } from './sharedScripts.cjs'

const FILE = '/a/module.js'

/** Counts what is compiled as a script that is kept. */
function shared(isKept = () => true) {
  const names: string[] = []
  class Script extends vm.Script {
    constructor(source: string, options: vm.ScriptOptions) {
      super(source, options)
      names.push(options.filename!)
    }
  }
  const compileFunction = shareScripts({ ...vm, Script }, isKept)
  const run = (source: string, context = vm.createContext({}), parameters = ['module']) =>
    compileFunction(source, parameters, { filename: FILE, parsingContext: context })
  return { names, run }
}

describe('modules that many test files load', () => {
  it('are compiled once, with globals and state of each file’s own', () => {
    const { names, run } = shared()
    const source = 'let calls = 0; module.exports = () => [name, ++calls, Object]'
    const contexts = ['first', 'second'].map((name) => vm.createContext({ name }))
    const made = contexts.map((context) => {
      const module: { exports: () => [string, number, unknown] } = { exports: () => ['', 0, null] }
      run(source, context)(module)
      return module.exports
    })
    expect(made.map((call) => call().slice(0, 2))).toEqual([
      ['first', 1],
      ['second', 1],
    ])
    const own = contexts.map((context) => vm.runInContext('Object', context) as unknown)
    expect(made.map((call) => call()[2])).toEqual(own)
    expect(own[0]).not.toBe(own[1])
    expect(names).toEqual([FILE])
  })

  it('are compiled anew where the file has changed, or gets other parameters', () => {
    const { names, run } = shared()
    expect(run('return 1')()).toBe(1)
    expect(run('return 2')()).toBe(2)
    expect(run('return other', undefined, ['other'])(3)).toBe(3)
    expect(run('return other', undefined, ['more', 'other'])(3, 4)).toBe(4)
    expect(names).toHaveLength(4)
  })

  it('tell where an error arose as the file has it, and end with a comment if they like', () => {
    const { run } = shared()
    const place = (source: string): string => {
      try {
        run(source)()
      } catch (error) {
        return /module\.js:\d+:\d+/.exec((error as Error).stack!)![0]
      }
      return 'no error'
    }
    expect(place('throw new Error("at once")')).toBe('module.js:1:7')
    expect(place('\n  throw new Error("later") // why')).toBe('module.js:2:9')
  })

  it('fail as ever where they cannot be parsed', () => {
    const { names, run } = shared()
    expect(() => run('const = 1')).toThrow(expect.objectContaining({ name: 'SyntaxError' }))
    expect(names).toEqual([])
  })
})

it('what is loaded once is not kept', () => {
  const { names, run } = shared(() => false)
  expect([run('return 1')(), run('return 1')()]).toEqual([1, 1])
  expect(names).toEqual([])
})
