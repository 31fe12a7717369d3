/** A simulated host for each test, for JUnit Jupiter. */
@NullMarked
package dev.vireo.junit;

import org.jspecify.annotations.NullMarked;
