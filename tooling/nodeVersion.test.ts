import { join } from 'node:path'
import { runModule } from './testing/runModule'

const wrongNode = (version: string): string | null =>
  runModule(join(__dirname, 'nodeVersion.mjs'), 'return module.wrongNode(input)', version)

test.each(['v20.9.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('%s serves', (version) => {
  expect(wrongNode(version)).toBeNull()
})

test.each(['v12.0.0', 'v18.20.0', 'v20.8.1', 'v21.7.0'])('%s is told in one line', (version) => {
  expect(wrongNode(version)).toMatch(/^Node \S+ is not supported: install Node 20[^\n]*$/)
})
