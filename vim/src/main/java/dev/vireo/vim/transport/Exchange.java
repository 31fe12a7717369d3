package dev.vireo.vim.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it. It holds nothing of their content, hence no secret.
 *
 * @param operation what the request was for: a VI method name such as {@code Login}, or verb and
 *     path
 * @param bytesOut size of the request's body, or as much of it as was sent
 * @param bytesIn size of the answer's body, or as much of it as was read; 0 without an answer
 * @param duration time from the request to the end of its answer, or to where nobody read on
 * @param status HTTP status of the answer; 0 without an answer
 * @param failure name of the fault, or of the trouble on the way, such as {@code InvalidLogin} or
 *     {@code TIMED_OUT}; null when the call succeeded
 */
public record Exchange(
    String operation,
    long bytesOut,
    long bytesIn,
    Duration duration,
    int status,
    @Nullable String failure) {}
