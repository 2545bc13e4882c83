//! phasync: the Go language, interpreted.
