import { TestEnvironment } from 'jest-environment-node'

/** A test file's environment that leaves nothing of it in the worker process. */
export = TestEnvironment
