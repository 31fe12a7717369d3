package dev.vireo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to a host and what became of it. It holds nothing of their content, hence no secret.
 *
 * @param operation what the request was for: for VMware hosts a VI method name such as {@code
 *     Login}, or verb and path
 * @param bytesOut size of the request's body
 * @param bytesIn size of the answer's body; 0 without an answer
 * @param duration time from the request to the end of its answer
 * @param status status of the answer, such as HTTP has them; 0 without an answer
 * @param failure name of the fault, or of the trouble on the way, such as {@code InvalidLogin} or
 *     {@code TIMED_OUT}; null when the request succeeded
 */
public record HostRequest(
    String operation,
    long bytesOut,
    long bytesIn,
    Duration duration,
    int status,
    @Nullable String failure) {}
