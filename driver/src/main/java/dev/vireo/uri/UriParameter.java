package dev.vireo.uri;

/**
 * A parameter that may follow the {@code ?} of a driver's URIs, for help and documentation. Names
 * count in any case.
 *
 * @param name the name as it stands in a URI
 * @param grammar the values that it takes, as a grammar
 * @param defaultValue the value that it has when it is not given; empty for none
 * @param description what it does, as one sentence
 */
public record UriParameter(String name, String grammar, String defaultValue, String description) {}
