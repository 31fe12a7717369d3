/** Tests of the JUnit extension, which run tests that leak and tests that do not. */
@NullMarked
package dev.vireo.junit;

import org.jspecify.annotations.NullMarked;
