"""What bench/run and bench/scale share."""
