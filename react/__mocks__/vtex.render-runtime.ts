/** The runtime with an address that tests can set and read. */
export const runtime = {
  account: 'storeops',
  workspace: 'master',
  culture: { locale: 'en-US', currency: 'USD' },
  query: {} as Record<string, string | undefined>,
  route: { id: '', path: '', params: {} as Record<string, string> },
  production: true,
  navigate: jest.fn(),
  setQuery: jest.fn(),
}

export const useRuntime = () => runtime
