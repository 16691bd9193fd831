/**
 * Jest compiles each module anew for each test file, a hundred of its own included, and of what `compileFunction` gives V8
 * keeps nothing for another context. A script that is kept is bound to each context instead, with all of its functions
 * compiled that any file has run so far: a quarter of what the tests of the service cost is saved.
 *
 * @param vm node's, or its `compileFunction` and `Script`
 * @param isKept by file name; what a process runs once is not worth its memory
 * @returns what takes the place of `vm.compileFunction`; each module's state is its context's own as before
 */
function shareScripts({ compileFunction, Script }, isKept) {
  /** By file name; a file that changed, or is wanted with other parameters, takes the place of the one before. */
  const kept = new Map()

  const compiled = (head, source, filename) => {
    const one = { head, source, importDynamically: undefined }
    one.script = new Script(`${head}${source}\n})`, {
      filename,
      // A place in the first line is told as it stands in the file.
      columnOffset: -head.length,
      importModuleDynamically: (...asked) => one.importDynamically(...asked),
    })
    kept.set(filename, one)
    return one
  }

  return function compileShared(source, parameters = [], options = {}) {
    const { filename, parsingContext, importModuleDynamically, ...unusual } = options
    const isUsual = parsingContext && filename && Object.keys(unusual).length === 0
    if (!isUsual || !isKept(filename)) return compileFunction(source, parameters, options)
    const head = `(function (${parameters.join(', ')}) {`
    let one = kept.get(filename)
    if (one?.head !== head || one.source !== source) {
      try {
        one = compiled(head, source, filename)
      } catch {
        // What cannot be parsed: told as jest knows it.
        return compileFunction(source, parameters, options)
      }
    }
    // A process runs one file at a time: what is imported is imported for that.
    one.importDynamically = importModuleDynamically
    return one.script.runInContext(parsingContext)
  }
}

exports.shareScripts = shareScripts
