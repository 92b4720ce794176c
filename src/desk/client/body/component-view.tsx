/** @jsxImportSource preact */
/** A component in the editor: a box with its name and what it asks for, around its content. */
import { render } from 'preact';
import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { findRecordTitle, RecordSearch } from '../fields/record-search.tsx';
import { attributesOf, type ComponentAttribute, labelOf, NAMED_PART } from './known-components.ts';

/** Each box needs ids of its own for its controls. */
let boxCount = 0;

export function componentView(first: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  let node = first;
  const id = `component-${++boxCount}`;
  const dom = document.createElement('div');
  dom.setAttribute('role', 'group');
  dom.className = `component ${node.attrs.name}`;
  dom.setAttribute('aria-label', labelOf(node.attrs.name, node.attrs.attributes));
  const header = document.createElement('div');
  header.className = 'component-header';
  header.contentEditable = 'false';
  dom.append(header);
  const hasContent = node.type.name === 'component';
  const contentDOM = hasContent ? document.createElement('div') : undefined;
  if (contentDOM !== undefined) {
    contentDOM.className = 'component-content';
    dom.append(contentDOM);
  }
  const set = (name: string, value: string) => {
    const at = getPos();
    if (at === undefined) return;
    const attributes = { ...node.attrs.attributes, [name]: value };
    view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...node.attrs, attributes }));
  };
  const remove = () => {
    const at = getPos();
    if (at === undefined) return;
    // The content of a box stays; an empty paragraph is no content.
    const content = node.textContent === '' ? [] : node.content;
    view.dispatch(view.state.tr.replaceWith(at, at + node.nodeSize, content));
    view.focus();
  };
  const update = () => render(<Header {...{ id, node, set, remove }} />, header);
  update();
  return {
    dom,
    ...(contentDOM !== undefined && { contentDOM }),
    update(next) {
      if (next.type !== node.type || next.attrs.name !== node.attrs.name) return false;
      node = next;
      update();
      return true;
    },
    stopEvent: (event) => event.target instanceof Element && header.contains(event.target),
    ignoreMutation: (mutation) => header.contains(mutation.target),
    destroy: () => render(null, header),
  };
}

interface HeaderProps {
  id: string;
  node: Node;
  set: (name: string, value: string) => void;
  remove: () => void;
}

function Header({ id, node, set, remove }: HeaderProps) {
  const label = labelOf(node.attrs.name, node.attrs.attributes);
  return (
    <>
      <b>{label}</b>
      {attributesOf(node.attrs.name).map((attribute) => (
        <Attribute
          key={attribute.name}
          id={`${id}-${attribute.name}`}
          attribute={attribute}
          value={node.attrs.attributes[attribute.name] ?? ''}
          onChange={(value) => set(attribute.name, value)}
        />
      ))}
      {node.attrs.name !== NAMED_PART && (
        <button type="button" class="button small" onClick={remove} aria-label={`去掉“${label}”的框`}>
          ✕
        </button>
      )}
    </>
  );
}

interface AttributeProps {
  id: string;
  attribute: ComponentAttribute;
  value: string;
  onChange: (value: string) => void;
}

function Attribute({ id, attribute, value, onChange }: AttributeProps) {
  const { label, example, required, targets } = attribute;
  if (targets.length > 0)
    return (
      <span class="component-record">
        {value !== '' && <RecordTitle targets={targets} id={value} />}
        <RecordSearch
          aria={{ id }}
          label={label}
          collections={targets}
          placeholder={value === '' ? `${label}：写名字或拼音` : '换一个'}
          onChoose={(record) => onChange(record.id)}
        />
      </span>
    );
  return (
    <input
      id={id}
      type="text"
      aria-label={label}
      placeholder={`${label}${required ? '' : '（可以不写）'}，例如：${example}`}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function RecordTitle({ targets, id }: { targets: readonly string[]; id: string }) {
  const show = (element: HTMLElement | null) => {
    if (element === null) return;
    findRecordTitle(targets, id).then(
      (title) => {
        element.textContent = title ?? id;
      },
      () => undefined,
    );
  };
  return (
    <span key={id} ref={show}>
      {id}
    </span>
  );
}
