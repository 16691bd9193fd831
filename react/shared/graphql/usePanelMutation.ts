/** Stands beside the read, which every page has: by itself each page would load it as a file of its own. */
export { usePanelMutation } from './usePanelRead'
export type { PanelResult } from './usePanelRead'
