/**
 * A case of the guards' sets: files that are added to a small content folder, and the findings that `check` must report. A plant
 * is a fault that must be found, a look-alike is right and must have no finding. The sets were written without looking at
 * the rules.
 */
import { hash } from 'node:crypto';
import { type Files, written } from './positions.ts';

export const families = ['privacy', 'garbled', 'hostile', 'structure'] as const;
export type Family = (typeof families)[number];

/**
 * The required result, from weak to strong: any finding; an error; an error that also stops a build; for hostile cases an error
 * that stops a build, or a page without active content. `printed` requires clean output of `check`, `in-time` that it ends in time.
 */
export type Wanted = 'warning' | 'error' | 'stop' | 'stop-or-inert' | 'printed' | 'in-time';

export interface Case {
  /** `privacy/id-number/p-1a2b3c`: p for a plant, l for a look-alike, then the hash of the case. */
  id: string;
  family: Family;
  kind: string;
  isPlant: boolean;
  wanted: Wanted;
  /** Prefixes of rule names whose findings count. */
  rules: readonly string[];
  /** Prefixes of rule names whose findings never count. */
  except: readonly string[];
  /** By path below a folder with `content` and `public`; null removes a file of the base. */
  files: Files;
  /** Whether it needs a separate folder. */
  isAlone: boolean;
  /** Description for developers. */
  shown: string;
  /** The date used as today, `YYYY-MM-DD`. */
  today: string;
}

/** The date for cases without one. */
export const CASE_DAY = '2026-11-24';

/** Common options of the cases of one kind. */
export interface KindOptions {
  wanted?: Wanted;
  rules?: readonly string[];
  except?: readonly string[];
  /** Whether each case needs a separate folder. */
  isAlone?: boolean;
  today?: string;
}

/** A case in its source form: a line in the syntax of positions.ts, or files. */
export type Written = string | { shown: string; files: Files; isAlone?: boolean };

export interface CaseSet {
  plants(kind: string, options: KindOptions, ...all: readonly (Written | readonly Written[])[]): void;
  lookAlikes(kind: string, options: KindOptions, ...all: readonly (Written | readonly Written[])[]): void;
  cases: Case[];
}

/** An empty set of one family; `base` has the common options of its kinds. */
export function createSet(family: Family, base: KindOptions): CaseSet {
  const cases: Case[] = [];
  const add =
    (isPlant: boolean): CaseSet['plants'] =>
    (kind, options, ...all) => {
      for (const each of all.flat() as Written[]) {
        cases.push(asCase(each, { family, kind, isPlant, options: { ...base, ...options } }));
      }
    };
  return { plants: add(true), lookAlikes: add(false), cases };
}

interface CaseFacts {
  family: Family;
  kind: string;
  isPlant: boolean;
  options: KindOptions;
}

function asCase(each: Written, { family, kind, isPlant, options }: CaseFacts): Case {
  const text = typeof each === 'string' ? each : `${each.shown}\n${Object.keys(each.files).join('\n')}`;
  const digest = hash('sha256', `${family} ${kind} ${text}`).slice(0, 8);
  const { files, isAlone } = typeof each === 'string' ? written(each, `g-${digest}`) : each;
  return {
    id: `${family}/${kind}/${isPlant ? 'p' : 'l'}-${digest}`,
    family,
    kind,
    isPlant,
    wanted: options.wanted ?? 'warning',
    rules: options.rules ?? [''],
    except: options.except ?? [],
    files,
    isAlone: options.isAlone ?? isAlone ?? false,
    shown: typeof each === 'string' ? each : each.shown,
    today: options.today ?? CASE_DAY,
  };
}

/** The lines of a text, each a case; empty lines are skipped. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^ +/, ''))
    .filter((line) => line !== '');
}
