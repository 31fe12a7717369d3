package dev.vireo.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a connection to a nested ESXi host under KVM, or to what
 * stands in for it where this machine has none. What stands at a method goes before what stands at
 * its class.
 *
 * <pre>{@code
 * @WithNestedHost(name = "esxi-1", esxi = "8.0")
 * class MyTest {
 *   @Test
 *   void saysItsName(Connect connect, NestedHostReport host) {
 *     assumeTrue(host.real());
 *     assertEquals("esxi-1", connect.getHostName());
 *   }
 * }
 * }</pre>
 *
 * <p>The nested host is one that {@code vireo nest create} made and on which ESXi is installed. It
 * is started when it is off, once for all tests of a run, and is asked to shut down at their end
 * when it was off before; what tests change in it stays. See {@link NestedHostExtension} for the
 * parameters.
 */
@Documented
@Inherited
@Target({ElementType.ANNOTATION_TYPE, ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NestedHostExtension.class)
public @interface WithNestedHost {

  /** Name of the nested host, as {@code vireo nest list} shows it. */
  String name();

  /**
   * Version of ESXi that the test is about, such as {@code 8.0} or {@code 7.0u3}. A host that was
   * made for another one is not taken. The simulator has no release for each version: it stands in
   * as ESX 4.1 for 5.5 and as ESXi 8.0.3 for all others.
   */
  String esxi();

  /** What to do when the nested host cannot be had. */
  NestedFallback fallback() default NestedFallback.SIMULATOR;

  /** Connection URI of the libvirt that has it. */
  String libvirt() default "qemu:///system";

  /** {@code HOST} or {@code HOST:PORT} where its API answers; empty to ask libvirt. */
  String address() default "";

  /** Who logs in. */
  String user() default "root";

  /** Name of the environment variable with the password; without it there is no nested host. */
  String passwordVariable() default "VIREO_NEST_PASSWORD";

  /** Minutes that the API may take to answer after the start, at least 0. */
  int startMinutes() default 15;
}
