// A target must own the precompiled header; this is its only source.
