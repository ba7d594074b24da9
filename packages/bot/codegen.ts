import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/api/operations/*.graphql'],
  importExtension: '.ts',
  generates: {
    'src/api/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // The bot sends ids only; the API knows the texts from its copy of this file.
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true,
        scalars: {
          CalendarDate: 'string',
          Date: 'string',
          DateTime: 'string',
          JSON: 'unknown',
          LanguageTag: 'string',
          LocalTime: 'string',
          Slug: 'string',
          Snowflake: 'string',
          TimeZone: 'string',
          URL: 'string',
          UUID: 'string',
        },
      },
    },
  },
};

export default config;
