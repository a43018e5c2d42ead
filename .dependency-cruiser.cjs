/** The boundaries of the house: see docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'plugin-into-plugin',
      comment:
        'A plugin may import only the contract of another: move what you need into its contract.ts, or publish an event.',
      severity: 'error',
      from: { path: '^(plugins/[^/]+|ops-console)/' },
      to: {
        path: '^(plugins/[^/]+|ops-console)/',
        pathNot: ['^$1/', '^plugins/[^/]+/contract\\.ts$', '^ops-console/contract\\.ts$'],
      },
    },
    {
      name: 'core-into-plugin',
      comment:
        'The core never imports a plugin: declare a contribution point in app/plugins/manifest.ts instead.',
      severity: 'error',
      from: { path: '^(app|ui)/' },
      to: { path: '^(plugins|ops-console)/' },
    },
    {
      name: 'plugin-into-core-by-path',
      comment: 'The core is reached through @unia/platform/<room>, never by a path.',
      severity: 'error',
      // The measuring command makes a database of its own, which only the core's setup can.
      from: { path: '^(plugins|ops-console)/', pathNot: '/tests/|^ops-console/chain/' },
      to: {
        path: '^app/',
        dependencyTypesNot: ['npm', 'aliased', 'aliased-workspace', 'npm-no-pkg'],
        pathNot:
          '^app/(plugins/index|contracts/index|tenancy/index|tenancy/scope_api|database/migration|http/index|identity/people|identity/memberships_api|mail/index|home/home_card|search/search_provider|bus/index|jobs/index|parameters/index|printouts/index|exports/index|values/(index|vine|pesel)|health/metrics|testing/index)\\.ts$',
      },
    },
    {
      name: 'ui-knows-no-server',
      comment: 'Shared components run in the browser.',
      severity: 'error',
      from: { path: '^(ui|inertia)/' },
      to: { path: '^app/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules in domain/ know neither the database nor HTTP.',
      severity: 'error',
      from: { path: '^plugins/[^/]+/domain/' },
      to: { path: ['^plugins/[^/]+/(controllers|models|queries|routes|pages)', '@adonisjs'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules', '\\.data', 'public/assets'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
