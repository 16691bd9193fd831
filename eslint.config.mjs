import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const sources = [
  'node/**/*.ts',
  'react/**/*.{ts,tsx}',
  'stand/**/*.{ts,tsx}',
  'tooling/**/*.ts',
  'bench/**/*.ts',
  'examples/**/*.ts',
]

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '.stand/**',
      '.artifacts/**',
      '**/generated/**',
      '**/generated.ts',
      '**/*.d.ts',
      '**/*.js',
      '**/*.cjs',
    ],
  },
  {
    files: sources,
    extends: [...tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: ['./node/tsconfig.json', './react/tsconfig.json', './tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          ignoreRestSiblings: true,
          caughtErrors: 'none',
        },
      ],
      // `== null` asks for both kinds of nothing, which GraphQL's optional fields have.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    // Scripts that run as they are: no types to ask, the same habits.
    files: ['**/*.mjs'],
    extends: [...tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['stand/**', 'tooling/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['node/domain/**/*.ts', 'node/usecases/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in as an argument or through the clock port.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in as an argument or through the clock port.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance comes in through a port.',
        },
      ],
    },
  },
  {
    files: ['react/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.name='useEffect'] CallExpression:matches([callee.property.name='focus'], [callee.property.name='addEventListener'][arguments.0.value=/^(key|mouse)/])",
          message:
            'useEffect comes after the paint: a key pressed at what is seen would still go to where the focus was, or to nobody. useLayoutEffect.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-explicit-any': 'off' },
  }
)
