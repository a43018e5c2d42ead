import tseslint from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'

const say = (group, message) => ({ group, message })

/** What a plugin may not reach for; dependency-cruiser catches the same by path. */
const pluginImports = [
  say(['**/app/**', '#platform/*'], 'Import @unia/platform/<room>; the core has no other door.'),
  say(['@mantine/*', '@tabler/*', '@tanstack/*', 'chart.js', 'react-chartjs-2'], 'Import from @unia/ui.'),
  say(
    ['@unia/!(platform|ui)', '@unia/!(platform|ui)/!(contract)'],
    'Only the contract of another plugin may be imported.'
  ),
  say(['@adonisjs/core/services/emitter'], 'News goes through the bus: publish() and on().'),
]

export default tseslint.config(
  { ignores: ['node_modules', '.data', '.adonisjs', 'public', 'tmp', 'tests/fixtures', 'tenants/units'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-empty-object-type': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'db', property: 'manager', message: 'Clients come from the tenant scope.' },
      ],
    },
  },
  {
    // Work that nobody awaits outlives its transaction.
    files: ['app/**/*.ts', 'plugins/*/!(pages)/**/*.ts', 'commands/**/*.ts', 'ops-console/!(pages)/**/*.ts'],
    ignores: ['**/tests/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['{ui,inertia}/**/*.{ts,tsx}', '**/pages/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['plugins/**/*.{ts,tsx}', 'ops-console/pages/**/*.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns: pluginImports }] },
  },
  {
    files: ['app/tenancy/**', 'app/database/**', 'bench/**', '**/tests/**'],
    rules: { 'no-restricted-properties': 'off' },
  }
)
