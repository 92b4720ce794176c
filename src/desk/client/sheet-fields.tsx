/** @jsxImportSource preact */
/** What the rows of one sheet are, and what each column holds. */
import { type ChosenSheet, chosenAs, withColumn } from './sheet-choices.ts';
import type { CollectionForm, SheetKind, SheetOffer, WorkbookOffer } from './wire.ts';

interface SheetProps {
  sheet: SheetOffer;
  chosen: ChosenSheet;
  fields: WorkbookOffer['fields'];
  forms: readonly CollectionForm[];
  onChange: (chosen: ChosenSheet) => void;
}

export function SheetFields({ sheet, chosen, fields, forms, onChange }: SheetProps) {
  const { kind } = chosen;
  const labelOf = (name: string) => forms.find(({ collection }) => collection === name)?.label ?? name;
  return (
    <fieldset class="sheet">
      <legend>{sheet.name || '这张表'}</legend>
      <label>
        一行是一个{' '}
        <select
          value={kind ?? ''}
          onChange={(event) =>
            onChange(chosenAs(sheet, (event.currentTarget.value || undefined) as SheetKind | undefined))
          }
        >
          <option value="">这张表不读</option>
          {(Object.keys(sheet.kinds) as SheetKind[]).map((name) => (
            <option key={name} value={name}>
              {labelOf(name)}
            </option>
          ))}
        </select>
      </label>
      {kind !== undefined && (
        <Columns
          columns={sheet.kinds[kind]}
          chosen={chosen}
          fields={fields[kind]}
          onChange={(column, field) => onChange(withColumn(chosen, column, field))}
        />
      )}
    </fieldset>
  );
}

interface ColumnsProps {
  columns: SheetOffer['kinds'][SheetKind];
  chosen: ChosenSheet;
  fields: readonly { name: string; label: string }[];
  onChange: (column: number, field: string | null) => void;
}

function Columns({ columns, chosen, fields, onChange }: ColumnsProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>表里的列</th>
          <th>里面写着</th>
          <th>当作</th>
        </tr>
      </thead>
      <tbody>
        {columns.headings.map((heading, at) => (
          <tr key={at}>
            <th scope="row">{heading || `第 ${at + 1} 列`}</th>
            <td class="soft">
              {columns.sample
                .map((row) => row[at])
                .filter(Boolean)
                .join('；')
                .slice(0, 40)}
            </td>
            <td>
              <select
                aria-label={`${heading || `第 ${at + 1} 列`}当作`}
                value={chosen.fields[at] ?? ''}
                onChange={(event) => onChange(at, event.currentTarget.value || null)}
              >
                <option value="">不要</option>
                {fields.map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
