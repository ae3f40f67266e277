// Draws the shop's pictures: a category's silhouette in the product's colour, as SVG in any size.
import { createHash } from 'node:crypto';
import { motifs } from './motifs.ts';

/** A picture as the database keeps it; its URL depends on where the service is reached. */
export interface StoredImage {
  readonly id: string;
  readonly alt: string;
  /** The picture's own size in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Drawing extends StoredImage {
  /** A key of the motifs. */
  readonly motif: string;
  /** The product's colour, `#rrggbb`. */
  readonly colour: string;
  /** A letter set small into the corner, or nothing. */
  readonly initial: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Mixes towards white (amount > 0) or black (amount < 0). */
function shade(hex: string, amount: number): string {
  const target = amount > 0 ? 255 : 0;
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel + (target - channel) * Math.abs(amount)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Views of the same thing, by the number at the end of the image's id. */
const views: Readonly<Record<string, (motif: string) => string>> = {
  1: (motif) => motif,
  2: (motif) => `<g transform="rotate(-9 50 50) translate(100 0) scale(-1 1)">${motif}</g>`,
  3: (motif) => `<g transform="translate(-42 -38) scale(1.75)">${motif}</g>`,
  4: (motif) =>
    `<g transform="translate(-10 24) scale(.72)">${motif}</g><g transform="translate(44 34) scale(.62)">${motif}</g>`,
};

const styleOf = (colour: string) => {
  const dark = shade(colour, -0.35);
  const line = `fill:none;stroke:${dark};stroke-linecap:round;stroke-linejoin:round`;
  return (
    `.a{fill:${colour}}.b{fill:${shade(colour, -0.22)}}.c{fill:${shade(colour, 0.45)}}` +
    `.a,.b,.c{stroke:${dark};stroke-opacity:.4;stroke-width:.6}` +
    `.s{${line};stroke-width:3.5}.t{${line};stroke-width:1.5}.w{${line};stroke-width:6}`
  );
};

/** The image's id alone decides what is not given: the tint of the wall and where the light comes from. */
export function drawImage(drawing: Drawing, width: number, height: number): string {
  const { id, alt, motif, colour, initial } = drawing;
  const digest = createHash('sha1').update(id.replace(/-\d+$/, '')).digest();
  const hue = Math.round((digest[0] ?? 0) * 1.4);
  const view = /^prd-.*-(\d)$/.exec(id)?.[1] ?? '1';
  const silhouette = (views[view] ?? views[1])?.(motifs[motif] ?? '') ?? '';
  const isLight = view !== '2';
  const [top, bottom] = isLight ? ['95%', '84%'] : ['82%', '66%'];
  const letter = initial
    ? `<text x="132" y="128" text-anchor="end" font-family="Georgia,serif" font-size="13" opacity=".28">${escapeXml(initial)}</text>`
    : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 140 140" ` +
    `preserveAspectRatio="xMidYMid slice" role="img" aria-label="${escapeXml(alt)}"><title>${escapeXml(alt)}</title>` +
    `<style>${styleOf(colour)}</style><defs><linearGradient id="wall" x1="${(digest[1] ?? 0) % 2}" y1="0" x2=".5" y2="1">` +
    `<stop stop-color="hsl(${hue},34%,${top})"/><stop offset="1" stop-color="hsl(${hue},30%,${bottom})"/></linearGradient></defs>` +
    '<path fill="url(#wall)" d="M-200-200h540v540h-540z"/>' +
    `<circle cx="70" cy="64" r="52" fill="#fff" opacity=".35"/>` +
    '<ellipse cx="70" cy="114" rx="38" ry="5" opacity=".12"/>' +
    `<g transform="translate(20 18)">${silhouette}</g>${letter}</svg>`
  );
}
