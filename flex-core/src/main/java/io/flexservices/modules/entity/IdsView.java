package io.flexservices.modules.entity;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of ids that shows what stands in an entity, and refuses to be written to. */
final class IdsView extends AbstractList<String> {
  private final List<@Nullable Object> ids;

  IdsView(List<@Nullable Object> ids) {
    this.ids = ids;
  }

  @Override
  public String get(int index) {
    return String.valueOf(ids.get(index));
  }

  @Override
  public int size() {
    return ids.size();
  }
}
