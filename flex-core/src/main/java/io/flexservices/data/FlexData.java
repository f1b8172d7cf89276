package io.flexservices.data;

import java.util.List;

/** FlexData: the service objects of a service. */
public interface FlexData {
  /**
   * The service object of that name, registered when first asked for.
   *
   * @throws IllegalArgumentException where the name is empty
   * @throws IllegalStateException where the service is built and has no such service object
   */
  ServiceObject serviceObject(String name);

  /** The names of all service objects, in the order of their registration. */
  List<String> serviceObjects();
}
