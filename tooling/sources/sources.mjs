// The types of the sources and their lint rules by the same TypeScript programs: tsc and eslint, each by itself, read, bind
// and check every file anew.
import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'

/** Programs by the path of their tsconfig, each made when it is first asked for. */
export function keptPrograms() {
  const kept = new Map()
  return (tsconfig) => {
    if (!kept.has(tsconfig)) kept.set(tsconfig, programOf(tsconfig))
    return kept.get(tsconfig)
  }
}

/** As `tsc --noEmit -p` makes it; what is wrong with the tsconfig is among its problems. */
function programOf(tsconfig) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  }
  const parsed = ts.getParsedCommandLineOfConfigFile(tsconfig, { noEmit: true }, host)
  return ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    configFileParsingDiagnostics: ts.getConfigFileParsingDiagnostics(parsed),
  })
}

/** What `tsc --noEmit` says of a program; empty where it says nothing. */
export function typeProblems(program) {
  const problems = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program))
  return ts
    .formatDiagnostics(problems, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => process.cwd(),
      getNewLine: () => ts.sys.newLine,
    })
    .trim()
}

/**
 * What `eslint --max-warnings=0` says of the files below `paths`; empty where it says nothing.
 * @param config as eslint.config.mjs exports it; its globs start from the working directory
 * @param program of a tsconfig, as `keptPrograms` gives it
 */
export async function lintProblems(config, program, paths) {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: config.map((part) => withPrograms(part, program)),
  })
  const formatter = await eslint.loadFormatter('stylish')
  return (await formatter.format(await eslint.lintFiles(paths))).trim()
}

/** The same part, where it names projects with their programs: a file still belongs to the first that has it. */
function withPrograms(part, program) {
  const options = part.languageOptions?.parserOptions
  if (!options?.project) return part
  const { project, ...others } = options
  const programs = project.map((tsconfig) => program(resolve(options.tsconfigRootDir, tsconfig)))
  return {
    ...part,
    languageOptions: { ...part.languageOptions, parserOptions: { ...others, programs } },
  }
}
