package dev.vireo.schema;

import java.util.Set;

/**
 * A type of the schema in Java.
 *
 * @param java its name
 * @param boxed its name where it may be null or the item of a list
 * @param reads the expression that reads one from {@code in}
 * @param declared the class that a reader of the message expects
 * @param imports the classes to import
 */
record JavaType(String java, String boxed, String reads, String declared, Set<String> imports) {}
