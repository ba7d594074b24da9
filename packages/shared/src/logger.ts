import { pino, type Logger } from 'pino';

export type { Logger };

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** One JSON line per event on standard error. Secrets are removed by key wherever they appear at the first two levels, in headers one deeper. */
export function createLogger(options: { program: string; level?: string }): Logger {
  return pino(
    {
      base: { program: options.program },
      level: options.level ?? 'info',
      redact: {
        paths: [
          'token',
          '*.token',
          'authorization',
          '*.authorization',
          '*.headers.authorization',
          'secret',
          '*.secret',
        ],
        censor: '[removed]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

export function createSilentLogger(): Logger {
  return pino({ level: 'silent' });
}
