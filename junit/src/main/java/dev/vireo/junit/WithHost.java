package dev.vireo.junit;

import dev.vireo.simulator.Preset;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a simulated host of its own. What stands at a method
 * goes before what stands at its class.
 *
 * <pre>{@code
 * @WithHost(vms = 3)
 * class MyTest {
 *   @Test
 *   void startsAMachine(Connect connect, Simulator host) {
 *     connect.domainLookupByName("build agent").create();
 *     assertEquals(PowerState.ON, host.vms().get("build agent").power());
 *   }
 * }
 * }</pre>
 *
 * <p>See {@link HostExtension} for the parameters, and for what a test must not leave behind.
 */
@Documented
@Inherited
@Target({ElementType.ANNOTATION_TYPE, ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HostExtension.class)
public @interface WithHost {

  /** The product to be. */
  Preset preset() default Preset.ESX80;

  /** Number of virtual machines, 0 to 1,000,000; -1 for as many as the preset has. */
  int vms() default -1;

  /**
   * Whether connections go over TLS to a free port of the loopback interface, as {@code esx://},
   * {@code gsx://} or {@code vpx://}; otherwise they stay in the process.
   */
  boolean https() default false;

  /** For a vCenter: inventory path of the host that a {@code Connect} parameter is about. */
  String path() default "Datacenter/Cluster/esx1.example.com";
}
