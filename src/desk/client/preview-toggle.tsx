/** @jsxImportSource preact */
interface Props {
  isShown: boolean;
  /** What the button says while the page is shown. */
  back: string;
  onToggle(isShown: boolean): void;
}

/** On a narrow screen: shows the page instead of the document, and back. */
export function PreviewToggle({ isShown, back, onToggle }: Props) {
  return (
    <button
      type="button"
      class="button narrow-only"
      aria-pressed={isShown}
      onClick={() => onToggle(!isShown)}
    >
      {isShown ? back : '看网页'}
    </button>
  );
}
