// What each category's pictures show: a silhouette in a field of 100 by 100.
// `class="a"` is the product's colour, `b` its shade, `c` its highlight.

export const motifs: Readonly<Record<string, string>> = {
  'desk-lamps':
    '<path class="b" d="M34 84h32a3 3 0 0 1 3 4H31a3 3 0 0 1 3-4z"/><path class="s" d="M50 84 40 56l22-22"/><path class="a" d="M52 30l18-12 14 22-24 6z"/><circle class="c" cx="73" cy="44" r="4"/>',
  'floor-lamps':
    '<path class="s" d="M50 38v50"/><path class="b" d="M36 88h28v3H36z"/><path class="a" d="M38 14h24l9 26H29z"/><path class="c" d="M42 18h5l-4 18h-8z"/>',
  armchairs:
    '<path class="s" d="M32 80v10M68 80v10"/><path class="b" d="M30 32a10 10 0 0 1 10-10h20a10 10 0 0 1 10 10v32H30z"/><rect class="a" x="20" y="48" width="16" height="34" rx="7"/><rect class="a" x="64" y="48" width="16" height="34" rx="7"/><rect class="c" x="34" y="60" width="32" height="14" rx="5"/><rect class="a" x="34" y="70" width="32" height="12" rx="3"/>',
  shelving:
    '<path class="b" d="M24 12h52v78H24z"/><path class="a" d="M21 10h4v82h-4zM75 10h4v82h-4zM24 10h52v4H24zM24 36h52v4H24zM24 62h52v4H24zM24 88h52v4H24z"/><path class="c" d="M30 20h5v16h-5zM37 17h4v19h-4zM60 48h12v14H60zM30 74h20v14H30z"/><circle class="a" cx="62" cy="80" r="7"/>',
  rugs: '<path class="a" d="M18 30h64v44H18z"/><path class="b" d="M24 36h52v32H24z"/><path class="c" d="M50 40l16 12-16 12-16-12z"/><path class="a" d="M50 46l8 6-8 6-8-6z"/><path class="t" d="M14 32h4M14 40h4M14 48h4M14 56h4M14 64h4M14 72h4M82 32h4M82 40h4M82 48h4M82 56h4M82 64h4M82 72h4"/>',
  'coffee-makers':
    '<path class="a" d="M32 20h32l8 62a6 6 0 0 1-6 6H32a6 6 0 0 1-6-6z"/><path class="b" d="M30 14h36l-2 8H32zM29 52h38l1 6H28z"/><path class="s" d="M70 34c14 0 14 26 3 28"/><path class="c" d="M36 28h6l-3 20h-6z"/><circle class="b" cx="48" cy="11" r="4"/>',
  cookware:
    '<path class="a" d="M22 44h56v30a12 12 0 0 1-12 12H34a12 12 0 0 1-12-12z"/><path class="b" d="M18 38h64v7H18zM10 50h12v6H10zM78 50h12v6H78z"/><path class="b" d="M44 28h12v8H44z"/><path class="c" d="M28 50h5v26h-5z"/>',
  knives:
    '<path class="c" d="M46 8c14 14 14 34 12 52H44z"/><path class="t" d="M47 14v44"/><path class="a" d="M43 62h16v26a6 6 0 0 1-6 6h-4a6 6 0 0 1-6-6z"/><circle class="b" cx="51" cy="70" r="2"/><circle class="b" cx="51" cy="82" r="2"/>',
  tableware:
    '<ellipse class="b" cx="50" cy="72" rx="38" ry="12"/><ellipse class="a" cx="50" cy="69" rx="38" ry="12"/><ellipse class="c" cx="50" cy="68" rx="25" ry="7"/><path class="a" d="M32 36h36c0 16-6 28-18 28S32 52 32 36z"/><ellipse class="b" cx="50" cy="36" rx="18" ry="5"/>',
  headphones:
    '<path class="w" d="M24 58V46a26 26 0 0 1 52 0v12"/><rect class="a" x="16" y="52" width="16" height="32" rx="8"/><rect class="a" x="68" y="52" width="16" height="32" rx="8"/><rect class="b" x="28" y="54" width="6" height="28" rx="3"/><rect class="b" x="66" y="54" width="6" height="28" rx="3"/>',
  keyboards:
    '<rect class="a" x="10" y="32" width="80" height="38" rx="6"/><path class="c" d="M16 38h8v7h-8zM27 38h8v7h-8zM38 38h8v7h-8zM49 38h8v7h-8zM60 38h8v7h-8zM71 38h13v7H71zM16 48h12v7H16zM31 48h8v7h-8zM42 48h8v7h-8zM53 48h8v7h-8zM64 48h8v7h-8z"/><path class="b" d="M75 48h9v7h-9zM16 58h10v7H16zM30 58h38v7H30zM72 58h12v7H72z"/>',
  speakers:
    '<rect class="a" x="28" y="10" width="44" height="80" rx="6"/><circle class="b" cx="50" cy="62" r="17"/><circle class="c" cx="50" cy="62" r="7"/><circle class="b" cx="50" cy="28" r="9"/><circle class="c" cx="50" cy="28" r="3"/>',
  chargers:
    '<rect class="a" x="28" y="34" width="44" height="54" rx="9"/><path class="b" d="M38 16h6v18h-6zM56 16h6v18h-6z"/><path class="c" d="M54 44 40 64h9l-3 16 15-22h-9z"/>',
  tents:
    '<path class="a" d="M50 18 90 84H10z"/><path class="b" d="M50 18 64 84H36z"/><path class="c" d="M50 34l9 50H50z"/><path class="t" d="M10 84 4 90M90 84l6 6M50 18v-6"/>',
  backpacks:
    '<path class="w" d="M40 20c0-12 20-12 20 0"/><path class="a" d="M26 38c0-14 10-20 24-20s24 6 24 20v44a8 8 0 0 1-8 8H34a8 8 0 0 1-8-8z"/><path class="b" d="M34 58h32v24H34z"/><path class="c" d="M34 58h32v5H34zM36 36h28v4H36z"/>',
  'sleeping-bags':
    '<path class="a" d="M32 26c0-20 36-20 36 0l-4 58c-1 10-27 10-28 0z"/><path class="b" d="M39 28c0-13 22-13 22 0 0 10-22 10-22 0z"/><path class="t" d="M35 46h30M36 58h28M37 70h26"/><path class="c" d="M48 36h3v48h-3z"/>',
  'water-bottles':
    '<path class="b" d="M43 8h14v12H43z"/><path class="a" d="M42 20h16c0 8 8 8 8 18v46a8 8 0 0 1-8 8H42a8 8 0 0 1-8-8V38c0-10 8-10 8-18z"/><path class="c" d="M39 42h5v42h-5z"/><path class="b" d="M34 56h32v4H34z"/>',
  'running-shoes':
    '<path class="a" d="M12 44c8 6 18 4 22-6l26 20c8 5 28 4 28 16H12z"/><path class="c" d="M10 74h80c0 8-4 10-10 10H18c-6 0-8-4-8-10z"/><path class="t" d="M40 46l-6 6M47 51l-6 6M54 56l-6 6"/><path class="b" d="M12 58c8 2 14 8 14 16H12z"/>',
  'rain-jackets':
    '<path class="a" d="M36 22h28l20 16-6 34H70v18H30V72h-8l-6-34z"/><path class="b" d="M36 22c0-14 28-14 28 0L50 36z"/><path class="t" d="M50 36v54M34 66h8M58 66h8"/><path class="c" d="M70 44h4v26h-4z"/>',
  'board-games':
    '<path class="a" d="M14 34h56v56H14z"/><path class="c" d="M14 34h14v14H14zM42 34h14v14H42zM28 48h14v14H28zM56 48h14v14H56zM14 62h14v14H14zM42 62h14v14H42zM28 76h14v14H28zM56 76h14v14H56z"/><path class="b" d="M76 30a8 8 0 1 1 6 0l8 34H68z"/>',
};

/** One category that stands for its whole department. */
export const departmentMotifs: Readonly<Record<string, string>> = {
  living: 'armchairs',
  kitchen: 'coffee-makers',
  electronics: 'headphones',
  outdoor: 'tents',
  active: 'running-shoes',
};
