import { explore, SHORT } from './testing/explorer/explore'
import { SCENARIOS } from './testing/explorer/scenarios'
import { scheduleOf } from './testing/explorer/schedule'

describe('no schedule breaks a promise', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const { finding } = await explore(scenario, SHORT)
      if (finding) throw new Error(`\n${scheduleOf(finding, true)}`)
    },
    120_000
  )
})
