"""What agreements, mechanisms and projects share: names, what is done with them, who takes part, sums and dates."""
