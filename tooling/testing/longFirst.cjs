const { relative } = require('node:path')
const Sequencer = require('@jest/test-sequencer').default
const SECONDS = require('./seconds.json')

/** What is not written down takes about so long. @unit milliseconds */
const SHORT = 1_000

/**
 * Begins with the files that take longest. Jest goes by size until it has measured a file on this machine, and a search of
 * a minute stands in a file of twenty lines: begun last, it runs alone on one core while the others have nothing to do.
 * Projects go on side by side, each by its share: calls that wait beside screens that work leave no core idle.
 */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const long = (test) => this.time(test) ?? 1000 * (SECONDS[placeOf(test)] ?? 0)
    // What is equally long stays in jest's own order.
    const sorted = [...super.sort(tests)].sort((a, b) => long(b) - long(a))
    return sideBySide(sorted, (test) => Math.max(SHORT, long(test)))
  }
}

/** In turn from each project, so that as much of each is begun at any time; the order within one stays. */
function sideBySide(sorted, weight) {
  const projects = new Map()
  for (const test of sorted) {
    const { id } = test.context.config
    const project = projects.get(id) ?? { waiting: [], whole: 0, begun: 0 }
    project.waiting.push(test)
    project.whole += weight(test)
    projects.set(id, project)
  }
  const order = []
  while (order.length < sorted.length) {
    const open = [...projects.values()].filter(({ waiting }) => waiting.length > 0)
    const behind = Math.min(...open.map(({ begun, whole }) => begun / whole))
    const next = open
      .filter(({ begun, whole }) => begun / whole === behind)
      .sort((a, b) => weight(b.waiting[0]) - weight(a.waiting[0]))[0]
    const test = next.waiting.shift()
    next.begun += weight(test)
    order.push(test)
  }
  return order
}

const placeOf = ({ path, context }) => relative(context.config.rootDir, path).split('\\').join('/')
