package dev.vireo.simulator;

import java.time.Instant;

/**
 * A client that is logged in.
 *
 * @param key the session's key, as {@code SessionManager} shows it
 * @param userName the user
 * @param loginTime when the session began
 * @param lastActiveTime when the last request of the session came
 * @param propertyFilters property filters that the session has created and not destroyed
 * @param views views that the session has created and not destroyed
 */
public record OpenSession(
    String key,
    String userName,
    Instant loginTime,
    Instant lastActiveTime,
    int propertyFilters,
    int views) {}
