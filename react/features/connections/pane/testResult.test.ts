import { testResultOf } from './testResult'

const problem = {
  code: 'CONNECTOR_SECRET_WEAK' as const,
  severity: 'ERROR' as const,
  field: ['name'],
  message: '',
  facts: [],
  differences: [],
}
const tried = (
  result: 'NOTHING_NEW' | 'PENDING' | 'FAILED',
  wrong: typeof problem | null = null
) => ({
  result,
  isTest: true,
  problem: wrong,
})
const real = { result: 'WRITTEN' as const, isTest: false, problem: null }

test.each([
  ['came through', [], [tried('NOTHING_NEW')], true, 'connections.test-through'],
  [
    'came through behind a real one',
    [],
    [real, tried('NOTHING_NEW')],
    true,
    'connections.test-through',
  ],
  ['is stored and no more', [], [tried('PENDING')], false, 'connections.test-stored'],
  ['failed', [], [tried('FAILED')], false, 'connections.test-failed'],
  ['met a problem', [], [tried('NOTHING_NEW', problem)], false, 'connections.test-failed'],
  ['was refused', [problem], [tried('NOTHING_NEW')], false, 'connections.test-failed'],
  ['is not among the messages', [], [real], false, 'connections.test-failed'],
  ['was answered by nothing', [], null, false, 'connections.test-failed'],
] as const)('where it %s', (_name, problems, messages, isGood, key) => {
  expect(testResultOf(problems, messages)).toMatchObject({ isGood, key })
})

test('what stands against it is told', () => {
  expect(testResultOf([problem], null).problem).toBe(problem)
  expect(testResultOf([], [tried('FAILED', problem)]).problem).toBe(problem)
})
