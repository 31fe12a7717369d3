package dev.vireo.interop.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Leaves a test out, with a reason, when a program that it runs is not installed. With {@code
 * VIREO_REQUIRE_INTEROP=1} in the environment the test fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {
  /** The programs, all of which must be there. */
  ForeignProgram[] value();
}
