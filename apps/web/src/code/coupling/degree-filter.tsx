import { useState } from 'react';
import { Slider, Text } from '@mantine/core';
import classes from './degree-filter.module.css';

interface Props {
  /** What the metric lists at all. */
  readonly least: number;
  readonly degree: number;
  readonly onChange: (degree: number) => void;
}

/** Leaves out pairs that change together more seldom. */
export const DegreeFilter = ({ least, degree, onChange }: Props) => {
  const [moving, setMoving] = useState<number | null>(null);
  const value = moving ?? degree;
  return (
    <div className={classes.filter}>
      <Text size="sm" fw={500} id="least-degree" className={classes.label}>
        Degree of at least {value} %
      </Text>
      <Slider
        aria-labelledby="least-degree"
        thumbProps={{ 'aria-labelledby': 'least-degree' }}
        thumbLabel="Least degree in percent"
        min={least}
        max={100}
        step={5}
        label={null}
        value={value}
        onChange={setMoving}
        onChangeEnd={(end) => {
          setMoving(null);
          onChange(end);
        }}
        className={classes.slider}
      />
    </div>
  );
};
