import { braspress } from './braspress'
import { correios } from './correios'
import { jadlog } from './jadlog'
import type { PullAdapter } from './pullAdapter'
import { ssw } from './ssw'
import { totalExpress } from './totalExpress'

/** Every carrier that can be asked. A new one is a file beside this and a line here. */
export const pullAdapters: readonly PullAdapter[] = [correios, ssw, totalExpress, jadlog, braspress]
