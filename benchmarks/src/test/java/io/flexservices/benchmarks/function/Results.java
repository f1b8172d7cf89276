package io.flexservices.benchmarks.function;

/** All that was measured in one run. */
record Results(ColdStarts cold, WarmCalls warm, LargeBodies large, Drift drift) {}
