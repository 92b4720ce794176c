/**
 * What a case of the guards' sets is: files that are put into a small content folder, and what `check` must say of them. A plant
 * is a fault that must be found, a look-alike is right and must stay without a finding. The sets were written without looking at
 * the rules.
 */
import { hash } from 'node:crypto';
import { type Files, written } from './positions.ts';

export const families = ['privacy', 'garbled', 'hostile', 'structure'] as const;
export type Family = (typeof families)[number];

/**
 * What counts as found, from weak to strong: any finding; an error; an error that also stops a build; for hostile cases an error
 * that stops a build, or a page in which nothing acts. `printed` asks that what `check` prints is clean, `in-time` that it answers.
 */
export type Wanted = 'warning' | 'error' | 'stop' | 'stop-or-inert' | 'printed' | 'in-time';

export interface Case {
  /** `privacy/id-number/p-1a2b3c`: p for a plant, l for a look-alike, then the digest of what the case consists of. */
  id: string;
  family: Family;
  kind: string;
  isPlant: boolean;
  wanted: Wanted;
  /** Beginnings of the names of rules whose findings count. */
  rules: readonly string[];
  /** Beginnings of the names of rules whose findings never count. */
  except: readonly string[];
  /** By path below a folder with `content` and `public`; null for a file of the base that is not there. */
  files: Files;
  /** Whether it needs a folder of its own. */
  isAlone: boolean;
  /** What is shown to whoever works on it. */
  shown: string;
  /** The day that counts as today, `YYYY-MM-DD`. */
  today: string;
}

/** The day on which cases are looked at where they name none. */
export const CASE_DAY = '2026-11-24';

/** What the cases of one kind have in common. */
export interface KindOptions {
  wanted?: Wanted;
  rules?: readonly string[];
  except?: readonly string[];
  /** Whether each needs a folder of its own. */
  isAlone?: boolean;
  today?: string;
}

/** A case as it is written: a line in the syntax of positions.ts, or files. */
export type Written = string | { shown: string; files: Files; isAlone?: boolean };

export interface CaseSet {
  plants(kind: string, options: KindOptions, ...all: readonly (Written | readonly Written[])[]): void;
  lookAlikes(kind: string, options: KindOptions, ...all: readonly (Written | readonly Written[])[]): void;
  cases: Case[];
}

/** An empty set of one family; `base` is what its kinds have in common. */
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

/** The lines of a text, each a case; empty ones are left out. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^ +/, ''))
    .filter((line) => line !== '');
}
