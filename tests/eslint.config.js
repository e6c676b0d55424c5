/**
 * The rules for the sources, type-aware, warnings as errors. Only rules that find faults or keep a promise of the house;
 * how code looks is left to its writer and to .editorconfig.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs, parser, plugin } from 'typescript-eslint';

const root = resolve(import.meta.dirname, '..');
const webProjects = ['web/tsconfig.json', 'tests/web/tsconfig.json'].filter((path) => existsSync(resolve(root, path)));

const rules = {
  '@typescript-eslint/array-type': 'off',
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-empty-function': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string', { from: 'lib', name: 'string' }] }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-nullish-coalescing': 'off',
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: false }],
  // Marked only so that it stands out; used for an identity provider on this machine alone.
  '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/unbound-method': 'off',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-alert': 'error',
  'no-console': 'error',
  'no-constructor-return': 'error',
  'no-else-return': 'error',
  'no-eval': 'error',
  'no-restricted-syntax': ['error',
    { selector: 'ExportDefaultDeclaration', message: 'No default exports: export it by its name.' },
    { selector: 'ExportAllDeclaration', message: 'No barrel files: import from where it is defined.' },
  ],
  'no-self-compare': 'error',
  'no-unreachable-loop': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
};

export default [
  { ignores: ['**/node_modules/**', 'web/dist/**', '.holdfast/**', 'coverage/**', 'tests/.output/**', '.stryker-tmp/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  ...configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': plugin },
    languageOptions: {
      parser,
      parserOptions: { project: ['tsconfig.json', ...webProjects], tsconfigRootDir: root },
    },
    rules,
  },
  {
    files: ['web/**/*.ts', 'tests/web/**/*.ts'],
    plugins: { lit, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/attribute-names': 'off',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/quoted-expressions': ['error', 'never'],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['tests/vitest.config.ts', 'web/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', 'tests/eslint.config.js'],
    rules: { eqeqeq: 'error', 'no-eval': 'error', 'no-var': 'error', 'prefer-const': ['error', { destructuring: 'all' }], 'no-unreachable-loop': 'error', 'object-shorthand': 'error' },
  },
];
