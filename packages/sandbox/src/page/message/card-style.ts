import { css } from 'lit';

/** Containers, sections, pictures and embeds. */
export const cardStyle = css`
  .container {
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    max-width: 600px;
    position: relative;
    width: 100%;
  }
  .container[data-accent]::before {
    background: var(--accent);
    border-radius: 8px 0 0 8px;
    content: '';
    inset: -1px auto -1px -1px;
    position: absolute;
    width: 4px;
  }
  .container-body {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    padding: 14px 16px;
  }
  .section {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    width: 100%;
  }
  .section-text {
    display: grid;
    flex: 1;
    gap: 4px;
    min-width: 0;
  }
  .accessory {
    flex: none;
    max-width: 45%;
  }
  .thumbnail {
    width: 85px;
  }
  .thumbnail img,
  .thumbnail .foreign {
    aspect-ratio: 1;
    border-radius: 8px;
    object-fit: cover;
    width: 100%;
  }
  .thumbnail .foreign span {
    display: none;
  }
  hr {
    background: var(--card-line);
    border: 0;
    height: 1px;
    margin: 0;
    width: 100%;
  }
  hr.large {
    margin: 8px 0;
  }
  hr[data-empty] {
    background: none;
  }
  img {
    display: block;
    max-width: 100%;
  }
  .gallery {
    border-radius: 8px;
    display: grid;
    gap: 4px;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    overflow: hidden;
    width: 100%;
  }
  .gallery[data-count='1'] {
    grid-template-columns: minmax(0, 1fr);
  }
  .gallery[data-count='5'] {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .tile {
    display: grid;
  }
  .tile img {
    height: 100%;
    max-height: 350px;
    object-fit: cover;
    width: 100%;
  }
  .foreign {
    align-items: center;
    background: var(--field);
    border-radius: 8px;
    color: var(--muted);
    display: flex;
    font-size: 0.875rem;
    gap: 8px;
    justify-content: center;
    min-height: 64px;
    padding: 8px 12px;
    text-decoration: none;
  }
  a.foreign:hover {
    color: var(--text);
  }
  .foreign small {
    display: block;
  }
  .attachment {
    border-radius: 8px;
    margin-top: 4px;
    max-width: 400px;
    overflow: hidden;
  }
  .file {
    align-items: center;
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    display: flex;
    gap: 10px;
    max-width: 420px;
    line-height: 1.3;
    padding: 12px;
  }
  .file a {
    color: var(--link);
  }
  .file small {
    color: var(--muted);
    display: block;
  }
  .cover summary {
    background: var(--spoiler);
    border-radius: 8px;
    cursor: pointer;
    font-weight: 600;
    list-style: none;
    padding: 6px 12px;
    text-align: center;
  }
  .unknown {
    color: var(--muted);
    font-style: italic;
    margin: 0;
  }
  .embed-author,
  .embed-title,
  .embed-field-title {
    color: var(--strong);
    font-weight: 600;
    margin-bottom: 6px;
  }
  .embed-title {
    font-size: 1rem;
  }
  .embed-author a,
  .embed-title a {
    color: var(--link);
    text-decoration: none;
  }
  .embed-author {
    align-items: center;
    display: flex;
  }
  .embed-icon {
    border-radius: 50%;
    flex: none;
    height: 24px;
    margin-right: 8px;
    object-fit: cover;
    width: 24px;
  }
  discord-embed-footer .embed-icon {
    height: 20px;
    width: 20px;
  }
  .embed-top {
    display: flex;
    gap: 16px;
  }
  .embed-top > :first-child {
    flex: 1;
    min-width: 0;
  }
  .embed-thumbnail {
    flex: none;
    width: 80px;
  }
  .embed-thumbnail img {
    border-radius: 4px;
    display: block;
    max-height: 80px;
    max-width: 80px;
  }
  .embed-thumbnail .foreign {
    flex-direction: column;
    padding: 8px 4px;
    text-align: center;
  }
  .embed-picture {
    grid-column: 1 / 1;
    margin-top: 12px;
    max-width: 400px;
  }
`;
