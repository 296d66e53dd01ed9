import classes from './subject-text.module.css';

/** A name that a person gave, kept from turning the text around it about and from breaking out of its place. */
export const SubjectText = ({ text, lines }: { text: string; lines?: 2 }) => (
  <bdi className={classes.text} data-lines={lines}>
    {text}
  </bdi>
);
