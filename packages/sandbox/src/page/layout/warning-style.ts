import { css } from 'lit';

export const warningStyle = css`
  details {
    background: var(--warning-soft);
    color: var(--text);
    font-size: 0.875rem;
  }
  summary {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 8px;
    padding: 8px 16px;
  }
  summary:focus-visible,
  .list:focus-visible {
    outline: 2px solid var(--link);
    outline-offset: -2px;
  }
  svg {
    color: var(--warning);
    flex: none;
  }
  .list {
    max-height: min(240px, 40vh);
    overflow-y: auto;
    padding: 0 16px 8px 44px;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    padding: 4px 0;
  }
  .head {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
  }
  .problem {
    display: block;
    overflow-wrap: anywhere;
  }
  code {
    font: 0.8125rem var(--mono);
    overflow-wrap: anywhere;
  }
  .by {
    font-weight: 600;
  }
  a {
    color: var(--link);
  }
  @media (max-width: 719px) {
    .list {
      padding-left: 16px;
    }
  }
`;
