const { relative } = require('node:path')
const Sequencer = require('@jest/test-sequencer').default
const SECONDS = require('./seconds.json')

/**
 * Begins with the files that take longest. Jest goes by size until it has measured a file on this machine, and a search of
 * a minute stands in a file of twenty lines: begun last, it runs alone on one core while the others have nothing to do.
 */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const long = (test) => this.time(test) ?? 1000 * (SECONDS[placeOf(test)] ?? 0)
    // What is equally long stays in jest's own order.
    return [...super.sort(tests)].sort((a, b) => long(b) - long(a))
  }
}

const placeOf = ({ path, context }) => relative(context.config.rootDir, path).split('\\').join('/')
