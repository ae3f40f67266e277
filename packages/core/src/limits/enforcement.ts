/** What becomes of an operation beyond a limit: it is refused, or only reported, as the settings say. */
import { type ASTNode, GraphQLError } from 'graphql';
import type { LimitCode, Settings } from '../config/settings.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { LimitEvent } from '../events.ts';

/** What an operation has beyond a limit. */
export interface Excess {
  readonly code: LimitCode;
  /** The setting that has the limit. */
  readonly setting: keyof Settings;
  readonly found: number;
  readonly max: number;
  /** What the client reads: what there is, what is allowed, what to do. */
  readonly message: string;
  /** Where in the document. */
  readonly nodes: readonly ASTNode[];
}

export interface EnforcementOptions {
  readonly settings: Pick<Settings, 'limitModes'>;
  readonly onLimit?: ((report: LimitEvent) => void) | undefined;
}

export interface Enforcement {
  /** Whether a limit is looked at. */
  isOn(code: LimitCode): boolean;
  /** Whether a limit only reports. */
  isMeasured(code: LimitCode): boolean;
  /** Reports everything; throws the first of what is to be refused, with status 400. */
  apply(excesses: readonly Excess[], operationName: string | null, context: RequestContext): void;
}

export function createEnforcement({ settings, onLimit }: EnforcementOptions): Enforcement {
  const modeOf = (code: LimitCode) => settings.limitModes?.[code] ?? 'enforce';
  return {
    isOn: (code) => modeOf(code) !== 'off',
    isMeasured: (code) => modeOf(code) === 'measure',
    apply(excesses, operationName, context) {
      for (const { code, found, max } of excesses) {
        onLimit?.({ context, operationName, code, found, max, isRefused: modeOf(code) === 'enforce' });
      }
      const refused = excesses.find(({ code }) => modeOf(code) === 'enforce');
      if (refused !== undefined) throw toRefusal(refused);
    },
  };
}

function toRefusal({ code, setting, found, max, message, nodes }: Excess): GraphQLError {
  const http = { status: 400 };
  return new GraphQLError(message, { nodes, extensions: { code, [setting]: max, found, http } });
}
