package io.flexservices.hooks.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls of records with hooks around each, on behalf of the call that makes them. */
final class HookedRecordsCalls implements Records {
  private final String name;
  private final Records records;
  private final HookSet hooks;
  private final Services services;
  private final HookContext caller;

  HookedRecordsCalls(
      String name, Records records, HookSet hooks, Services services, HookContext caller) {
    this.name = name;
    this.records = records;
    this.hooks = hooks;
    this.services = services;
    this.caller = caller;
  }

  @Override
  public String idField() {
    return records.idField();
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    HookContext context = begin(HookMethod.FIND, params).build();
    return HookedCall.run(hooks, context, now -> records.find(now.params()))
        .thenApply(HookContext::records);
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
    HookContext context = begin(HookMethod.GET, params).id(id).build();
    return HookedCall.run(hooks, context, now -> records.get(idOf(now), now.params()))
        .thenApply(HookedRecordsCalls::only);
  }

  @Override
  public CompletionStage<@Nullable Object> create(Object data, HookParams params) {
    HookContext context = begin(HookMethod.CREATE, params).data(Json.copy(data)).build();
    return result(context, now -> records.create(dataOf(now), now.params()));
  }

  @Override
  public CompletionStage<@Nullable Object> update(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    HookContext context = begin(HookMethod.UPDATE, params).id(id).data(Json.copy(data)).build();
    return result(context, now -> records.update(now.id(), recordOf(now), now.params()));
  }

  @Override
  public CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    HookContext context = begin(HookMethod.PATCH, params).id(id).data(Json.copy(data)).build();
    return result(context, now -> records.patch(now.id(), recordOf(now), now.params()));
  }

  @Override
  public CompletionStage<@Nullable Object> remove(@Nullable Object id, HookParams params) {
    HookContext context = begin(HookMethod.REMOVE, params).id(id).build();
    return result(context, now -> records.remove(now.id(), now.params()));
  }

  private CompletionStage<@Nullable Object> result(HookContext context, HookedCall.Method method) {
    return HookedCall.run(hooks, context, method)
        .<@Nullable Object>thenApply((HookContext done) -> done.result());
  }

  private HookContext.Builder begin(HookMethod method, HookParams params) {
    return HookContext.of(HookStage.BEFORE, method, name)
        .calledBy(caller)
        .services(services)
        .params(params.copy());
  }

  private static Object idOf(HookContext context) {
    return requireNonNull(context.id(), "A hook took the id away");
  }

  private static Object dataOf(HookContext context) {
    return requireNonNull(context.data(), "A hook took the data away");
  }

  private static Map<String, @Nullable Object> recordOf(HookContext context) {
    return context.data() instanceof Map<?, ?> && context.records().size() == 1
        ? context.records().get(0)
        : refusedData(context);
  }

  private static Map<String, @Nullable Object> refusedData(HookContext context) {
    throw new IllegalStateException(
        "A hook left no object in the data of " + context.method().documentName());
  }

  private static Map<String, @Nullable Object> only(HookContext done) {
    List<Map<String, @Nullable Object>> found = done.records();
    if (found.size() != 1) {
      throw HookException.noRecord(done.id());
    }
    return found.get(0);
  }
}
