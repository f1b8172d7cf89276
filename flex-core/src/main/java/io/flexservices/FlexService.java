package io.flexservices;

/**
 * A Flex service: implemented by the user, run by every adapter.
 *
 * <pre>{@code
 * public final class WidgetService implements FlexService {
 *   @Override
 *   public void register(Flex flex) {
 *     flex.functions().register("hello", (context, complete, modules) ->
 *         complete.setBody(Map.of("hello", "world")).ok().next());
 *   }
 * }
 * }</pre>
 *
 * <p>An adapter finds it by its class name (the setting {@link FlexSetting#SERVICE}), which needs a
 * public constructor without parameters, or by {@link java.util.ServiceLoader}, or is handed an
 * instance. It is made and asked to register once, when the process starts, so connections and
 * caches that are made here serve all requests; what it throws keeps the process from starting.
 */
@FunctionalInterface
public interface FlexService {
  /** Registers the handlers. */
  void register(Flex flex);

  /**
   * The options that the service's code sets. Environment variables and system properties override
   * them: see {@link FlexOptions}.
   */
  default FlexOptions options() {
    return FlexOptions.defaults();
  }
}
