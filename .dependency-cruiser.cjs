// The direction of imports (docs/architecture.md): inward only. Each rule says why it is there.
const not = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { ...to, ...more },
})

module.exports = {
  forbidden: [
    not('no-circular', 'A circle means two rooms that are one.', {}, { circular: true }),
    not(
      'domain-is-pure',
      'Rules import rules; a fiscal document may be read with the XML, tax id and time libraries. node:crypto hashes versions.',
      { path: '^node/domain/', pathNot: '\\.test\\.ts$|^node/domain/testing/' },
      {
        pathNot: [
          '^node/domain/',
          'node_modules/(fast-xml-parser|validation-br|luxon|@types/luxon)/',
          '^crypto$',
          '^node:crypto$',
        ],
      }
    ),
    not(
      'domain-tests-stay-inside',
      'A rule is proven beside itself: its tests need nothing from further out, and may use any library.',
      { path: '^node/domain/.*\\.test\\.ts$' },
      { path: '^node/(usecases|oms|edge)/' }
    ),
    not(
      'oms-knows-only-the-domain',
      'The wire must be replaceable: use cases and edge never leak into it.',
      { path: '^node/oms/' },
      { path: '^node/(usecases|edge)/' }
    ),
    not(
      'only-the-oms-client-knows-vtex',
      'Decode and encode are pure; VTEX classes stand in the client and in what reads its errors.',
      { path: '^node/oms/', pathNot: '([cC]lient|wayToOms|fault)\\.ts$|\\.test\\.ts$' },
      { path: 'node_modules/@vtex/' }
    ),
    not(
      'usecases-know-no-platform',
      'A flow must run against any port: no VTEX types, no wire, no ctx.',
      { path: '^node/usecases/', pathNot: '\\.test\\.ts$' },
      { pathNot: ['^node/(domain|usecases)/', '^(node:)?crypto$'] }
    ),
    not(
      'index-only-composes',
      'The composition root holds no logic, so it needs no rules.',
      { path: '^node/(index|clients)\\.ts$' },
      { path: '^node/(domain|usecases)/' }
    ),
    not(
      'wire-ends-at-the-adapter',
      'Only the adapters of ports, and the door that speaks as OMS does, see both the wire and the use cases.',
      { path: '^node/edge/', pathNot: '^node/edge/(ports|adapters/|omsDoor/)' },
      { path: '^node/oms/' },
      { pathNot: '^node/oms/client\\.ts$', dependencyTypesNot: ['type-only'] }
    ),
    not(
      'features-are-apart',
      'A feature that needs another one has found something shared.',
      { path: '^react/features/([^/]+)/' },
      { path: '^react/features/', pathNot: '^react/features/$1/' }
    ),
    not(
      'readers-ship-once',
      'Readers of files run as one function of their own (decision 0012): the page imports their types alone.',
      {
        path: '^react/features/batches/(?!files/|testing/|generated/|desk/(session|matching|placing|shown|serve|main)\\.ts$)',
        pathNot: '\\.test\\.tsx?$',
      },
      {
        path: '^react/features/batches/(files/|desk/(session|matching|placing|shown|serve|main)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      }
    ),
    not(
      'panel-is-not-the-service',
      'The panel talks GraphQL.',
      { path: '^react/' },
      { path: '^node/' }
    ),
    not(
      'service-is-not-the-panel',
      'The service talks GraphQL.',
      { path: '^node/' },
      { path: '^react/' }
    ),
    not(
      'nothing-shipped-knows-the-stand',
      'The stand changes the world around the app, never the app.',
      { path: '^(node|react)/' },
      { path: '^(stand|tooling|bench)/' }
    ),
    not(
      'the-stand-shares-no-code',
      'Shared code hides shared mistakes: the stand sees the built app as a black box.',
      { path: '^stand/' },
      { path: '^(node|react)/(?!node_modules/)' }
    ),
    not(
      'tests-are-no-library',
      'What ships must not import a test.',
      { path: '^(node|react)/', pathNot: '\\.test\\.tsx?$' },
      { path: '\\.test\\.tsx?$' }
    ),
    not(
      'testing-is-for-tests',
      'Doubles of ports are not shipped.',
      { path: '^(node|react)/', pathNot: '(\\.test\\.tsx?$|/testing/)' },
      { path: '/(testing|fixtures)/' }
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules/.*/node_modules|\\.stand/|/generated)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.graphql'] },
  },
}
