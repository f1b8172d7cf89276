package io.flexservices.hooks.join;

import io.flexservices.hooks.internal.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is put into one record. */
final class RecordJoin extends Join {
  private final PopulateRun run;
  private final Map<String, @Nullable Object> record;
  private final int depth;
  private final List<IncludeJoin> parts = new ArrayList<>();
  private final Map<String, @Nullable Object> elapsed = new LinkedHashMap<>();
  private final long startedAt;

  RecordJoin(PopulateRun run, Join whole, Map<String, @Nullable Object> record, int depth) {
    super(whole);
    this.run = run;
    this.record = record;
    this.depth = depth;
    this.startedAt = run.now();
  }

  Map<String, @Nullable Object> record() {
    return record;
  }

  /** 1 for the records of the hook, 2 for those that were put into them, and so on. */
  int depth() {
    return depth;
  }

  /** Begins to join what applies to this record; as who, unless an include says. */
  void begin(List<Include> includes, @Nullable String provider) throws Exception {
    List<@Nullable Object> names = names();
    for (Include include : includes) {
      if (!applies(include)) {
        continue;
      }
      String place = run.check(include, depth);
      if (!names.contains(place)) {
        names.add(place);
      }
      IncludeJoin part = new IncludeJoin(run, this, include, place, provider);
      parts.add(part);
      opened();
      run.call(part);
    }
    closed();
  }

  /** A relation alone needs a value; what the service holds for it is the service's business. */
  private boolean applies(Include include) {
    String parentField = include.parentField();
    return include.hasQuery() || (parentField != null && Paths.has(record, parentField));
  }

  /** Where records were put, also by an earlier join. */
  @SuppressWarnings("unchecked") // plain JSON values take any value
  private List<@Nullable Object> names() {
    if (record.get(Populate.INCLUDE) instanceof List<?> names) {
      return (List<@Nullable Object>) names;
    }
    List<@Nullable Object> names = new ArrayList<>();
    record.put(Populate.INCLUDE, names);
    return names;
  }

  /** One include is done. */
  void timed(String place, long since) {
    elapsed.put(place, run.now() - since);
  }

  @Override
  void finish() {
    if (run.isProfiled()) {
      elapsed.put("total", run.now() - startedAt);
      record.put(Populate.ELAPSED, elapsed);
    }
    for (IncludeJoin part : parts) {
      Paths.set(record, part.place(), part.items());
    }
  }
}
