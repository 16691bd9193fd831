import { serve } from './serve'
import type { Scope } from './serve'

/** The parameter of the function that tooling makes of this file (decision 0012); a worker's own scope has the name, too. */
declare const self: unknown

serve(self as Scope)
