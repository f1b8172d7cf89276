package io.flexservices.aws;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often this process saw an invocation. Lambda brings a failed one again under the same request
 * id, and the Runtime API does not tell how often: its headers are the id, the deadline, the ARN,
 * the trace, the client's context and the identity. Source: Lambda's developer guide, "Using the
 * Lambda runtime API", "Next invocation". Safe for several threads.
 */
final class AttemptCounts {
  /** What is older is forgotten, and counts from 1 again. */
  private static final int REMEMBERED = 256;

  private final Map<String, Integer> counts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Counts one more; says how many there were, this one included. */
  synchronized int next(String requestId) {
    return counts.merge(requestId, 1, Integer::sum);
  }
}
