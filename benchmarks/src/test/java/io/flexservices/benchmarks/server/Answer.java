package io.flexservices.benchmarks.server;

/** An answer of HTTP. */
record Answer(int status, String body) {}
