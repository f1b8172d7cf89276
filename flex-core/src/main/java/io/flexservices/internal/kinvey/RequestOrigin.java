package io.flexservices.internal.kinvey;

import io.flexservices.spi.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The request on whose behalf calls are made.
 *
 * @param objectName the collection or endpoint that it is about; null where there is none
 * @param customEndpoint whether it is a call of a custom endpoint
 * @param deadline when its answer is due
 */
public record RequestOrigin(
    @Nullable String objectName, boolean customEndpoint, Deadline deadline) {}
