/** A level as a shape and in words; never by colour alone. */
import type { Level } from '../detect/types';
import { t } from './messages';

/** Levels that can stand on a surface. */
export type ShownLevel = Exclude<Level, 'none'>;

const SHAPES: Record<ShownLevel, string> = {
  danger: 'M6 1h8l5 5v8l-5 5H6l-5-5V6z',
  caution: 'M10 1.5 19.5 18H.5z',
  note: 'M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
};

/** The level's shape with its words beside it. */
export function LevelMark({ level }: { level: ShownLevel }) {
  return (
    <span class={`level level-${level}`}>
      <LevelShape level={level} />
      {t(`level.${level}`)}
    </span>
  );
}

/** The shape alone, hidden from screen readers: words must stand beside it. */
function LevelShape({ level }: { level: ShownLevel }) {
  return (
    <svg class="level-shape" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path d={SHAPES[level]} fill="currentColor" />
      {/* "!" for the two that warn; a note has "i". */}
      <g transform={level === 'note' ? 'rotate(180 10 10)' : ''}>
        <path class="level-sign" d="M10 6v5.5" stroke-width="2.2" stroke-linecap="round" />
        <circle class="level-dot" cx="10" cy="14.8" r="1.3" />
      </g>
    </svg>
  );
}
