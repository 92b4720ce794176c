/** What an editor says of the sheets of a workbook, beginning with what their headings say. */
import type { SheetChoice, SheetKind, SheetOffer, WorkbookOffer } from './wire.ts';

/** A sheet that is left out has no kind. */
export interface ChosenSheet {
  kind: SheetKind | undefined;
  fields: (string | null)[];
}

export function firstChoices({ sheets }: WorkbookOffer): ChosenSheet[] {
  return sheets.map((sheet) => chosenAs(sheet, sheet.kind));
}

/** A sheet read as another kind: its headings then name other fields. */
export function chosenAs(sheet: SheetOffer, kind: SheetKind | undefined): ChosenSheet {
  return { kind, fields: kind === undefined ? [] : sheet.kinds[kind].fields };
}

/** The choice with a field in a column; no two columns hold the same field. */
export function withColumn(chosen: ChosenSheet, column: number, field: string | null): ChosenSheet {
  const fields = chosen.fields.map((each, at) => (at === column ? field : each === field ? null : each));
  return { ...chosen, fields };
}

/** What is sent: the sheets that are read. */
export function choicesToSend(chosen: readonly ChosenSheet[]): SheetChoice[] {
  return chosen.flatMap(({ kind, fields }, sheet) => (kind === undefined ? [] : [{ sheet, kind, fields }]));
}
