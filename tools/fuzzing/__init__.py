"""What fuzzing needs: how input is damaged, what is tried with it."""
