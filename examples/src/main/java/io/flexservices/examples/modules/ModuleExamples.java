package io.flexservices.examples.modules;

import static java.util.Objects.requireNonNull;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.functions.FlexFunctions;
import java.net.URI;

/** Every example as a function of its own, for hooks and endpoints. */
public final class ModuleExamples implements FlexService {
  private final URI backend;

  /** The examples with Kinvey's own backend. */
  public ModuleExamples() {
    this(URI.create("https://baas.kinvey.com"));
  }

  /**
   * The examples with another backend.
   *
   * @param backend what {@link AppFiles} calls; the modules know theirs from each request
   */
  ModuleExamples(URI backend) {
    this.backend = requireNonNull(backend, "backend == null");
  }

  @Override
  public FlexOptions options() {
    return FlexOptions.defaults().withAuthoritativeUsername(Names::socialId);
  }

  @Override
  public void register(Flex flex) {
    FlexFunctions functions = flex.functions();
    functions
        .register("appFiles", new AppFiles(backend))
        .register("beforeFetch", OfficeHooks::beforeFetch)
        .register("afterFetch", OfficeHooks::afterFetch)
        .register("clientVersion", ClientVersion::check)
        .register("names", Names::tell)
        .register("keepToken", TokenHooks::keep)
        .register("confirmToken", TokenHooks::confirm);
    registerStores(functions);
    registerMessages(functions);
    functions
        .register("dates", Dates::convert)
        .register("hire", Employees::hire)
        .register("grantWriteAccess", Failures.told(Employees::grantWriteAccess));
    flex.data().serviceObject("catalogue").onGetAll(Catalogue::find).onGetByQuery(Catalogue::find);
  }

  private static void registerStores(FlexFunctions functions) {
    functions
        .register("approveProduct", Products::approve)
        .register("deleteOldBooks", Failures.told(Books::deleteOld))
        .register("nearbyRestaurants", Failures.told(Restaurants::near))
        .register("approveUser", Failures.told(Users::approve))
        .register("renameGroup", Failures.told(Groups::rename))
        .register("addMember", Failures.told(Roles::addMember))
        .register("rate", Failures.told(Endpoints::rate))
        .registerAsync("populatePosts", Posts::populate);
  }

  private static void registerMessages(FlexFunctions functions) {
    functions
        .register("invite", Failures.told(Invitations::sendText))
        .register("inviteByHtml", Failures.told(Invitations::sendHtml))
        .register("pushToAll", Failures.told(Pushes::toAll))
        .register("pushToNamed", Failures.told(Pushes::toNamed))
        .register("pushPayload", Failures.told(Pushes::payload));
  }
}
