//! Tests of sessions: what entries mean, and what they leave behind.

mod interactive;
